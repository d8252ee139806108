import type { Tree } from './bvh.ts';

/** What a ray met: distance, triangle (as the tree keeps them) and where on it. Reused: read it at once. */
export interface Hit {
  distance: number;
  triangle: number;
  u: number;
  v: number;
}

export interface Caster {
  /** Fills `hit` with the nearest triangle; false if there is none before `reach`. */
  nearest(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): boolean;
  /** Whether anything lies on the way before `reach`. */
  blocked(
    ...ray: [ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, reach: number]
  ): boolean;
  hit: Hit;
}

/**
 * Follows rays through a tree. Triangles by Möller and Trumbore (1997), boxes by slabs. Plain
 * numbers and one stack: this is where all the time of a picture goes.
 */
export function casterFor({ bounds, links, triangles }: Tree): Caster {
  const stack = new Int32Array(128);
  const hit: Hit = { distance: Infinity, triangle: -1, u: 0, v: 0 };

  function follow(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    reach: number,
    any: boolean,
  ): boolean {
    const ix = 1 / dx;
    const iy = 1 / dy;
    const iz = 1 / dz;
    // Which corner of a box the ray comes to first, on each axis.
    const nx = ix < 0 ? 3 : 0;
    const ny = iy < 0 ? 4 : 1;
    const nz = iz < 0 ? 5 : 2;
    const fx = 3 - nx;
    const fy = 5 - ny;
    const fz = 7 - nz;
    let best = reach;
    let found = false;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top]!;
      const b = node * 6;
      let enter = (bounds[b + nx]! - ox) * ix;
      let leave = (bounds[b + fx]! - ox) * ix;
      const ey = (bounds[b + ny]! - oy) * iy;
      const ly = (bounds[b + fy]! - oy) * iy;
      if (ey > enter) enter = ey;
      if (ly < leave) leave = ly;
      const ez = (bounds[b + nz]! - oz) * iz;
      const lz = (bounds[b + fz]! - oz) * iz;
      if (ez > enter) enter = ez;
      if (lz < leave) leave = lz;
      if (leave < 0 || enter > leave || enter > best) continue;
      const count = links[node * 2 + 1]!;
      const link = links[node * 2]!;
      if (count < 0) {
        // Children are split across one axis: the one on the ray's side lies on top of the stack.
        const near = node + 1;
        const d = count === -1 ? dx : count === -2 ? dy : dz;
        stack[top++] = d < 0 ? near : link;
        stack[top++] = d < 0 ? link : near;
        continue;
      }
      for (let triangle = link; triangle < link + count; triangle++) {
        const t = triangle * 9;
        const e1x = triangles[t + 3]!;
        const e1y = triangles[t + 4]!;
        const e1z = triangles[t + 5]!;
        const e2x = triangles[t + 6]!;
        const e2y = triangles[t + 7]!;
        const e2z = triangles[t + 8]!;
        const px = dy * e2z - dz * e2y;
        const py = dz * e2x - dx * e2z;
        const pz = dx * e2y - dy * e2x;
        const det = e1x * px + e1y * py + e1z * pz;
        if (det > -1e-14 && det < 1e-14) continue;
        const inverse = 1 / det;
        const sx = ox - triangles[t]!;
        const sy = oy - triangles[t + 1]!;
        const sz = oz - triangles[t + 2]!;
        const u = (sx * px + sy * py + sz * pz) * inverse;
        if (u < 0 || u > 1) continue;
        const qx = sy * e1z - sz * e1y;
        const qy = sz * e1x - sx * e1z;
        const qz = sx * e1y - sy * e1x;
        const v = (dx * qx + dy * qy + dz * qz) * inverse;
        if (v < 0 || u + v > 1) continue;
        const distance = (e2x * qx + e2y * qy + e2z * qz) * inverse;
        if (distance <= 1e-5 || distance >= best) continue;
        if (any) return true;
        best = distance;
        found = true;
        hit.distance = distance;
        hit.triangle = triangle;
        hit.u = u;
        hit.v = v;
      }
    }
    return found;
  }

  return {
    hit,
    nearest: (ox, oy, oz, dx, dy, dz) => follow(ox, oy, oz, dx, dy, dz, Infinity, false),
    blocked: (ox, oy, oz, dx, dy, dz, reach) => follow(ox, oy, oz, dx, dy, dz, reach, true),
  };
}
