import { add, cross, normalise, scale, subtract, type Vector } from './vector.ts';

/** Triangles, nine numbers each, and the normals at their corners, for smooth shading. */
export interface Mesh {
  corners: number[];
  normals: number[];
}

function addTriangle(mesh: Mesh, points: readonly Vector[], normals: readonly Vector[]): void {
  for (const point of points) mesh.corners.push(...point);
  for (const normal of normals) mesh.normals.push(...normal);
}

function addQuad(mesh: Mesh, p: readonly Vector[], n: readonly Vector[]): void {
  const [a, b, c, d] = p as [Vector, Vector, Vector, Vector];
  const [na, nb, nc, nd] = n as [Vector, Vector, Vector, Vector];
  addTriangle(mesh, [a, b, c], [na, nb, nc]);
  addTriangle(mesh, [a, c, d], [na, nc, nd]);
}

/**
 * A box round the origin, metres. Its edges are worn by `bevel`: a real edge always catches some
 * light, and without that a picture looks computed.
 */
export function box(width: number, height: number, depth: number, bevel = 0.002): Mesh {
  const mesh: Mesh = { corners: [], normals: [] };
  const outer: Vector = [width / 2, height / 2, depth / 2];
  const b = Math.min(bevel, ...outer.map((half) => half * 0.9));
  const signs = [-1, 1] as const;
  const axis = (i: number, s: number): Vector => [
    i === 0 ? s : 0,
    i === 1 ? s : 0,
    i === 2 ? s : 0,
  ];
  // The corner at these signs, on the face across axis `i`.
  const corner = (s: readonly number[], i: number): Vector =>
    outer.map((half, k) => (s[k] ?? 1) * (k === i ? half : half - b)) as unknown as Vector;
  for (let i = 0; i < 3; i++) {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    const at = (si: number, sj: number, sk: number) => {
      const s = [0, 0, 0];
      s[i] = si;
      s[j] = sj;
      s[k] = sk;
      return s;
    };
    for (const si of signs) {
      const ring = [at(si, -1, -1), at(si, 1, -1), at(si, 1, 1), at(si, -1, 1)];
      const n = axis(i, si);
      addQuad(
        mesh,
        ring.map((s) => corner(s, i)),
        [n, n, n, n],
      );
      for (const sj of signs) {
        const [p, q] = [at(si, sj, -1), at(si, sj, 1)];
        const m = axis(j, sj);
        addQuad(mesh, [corner(p, i), corner(q, i), corner(q, j), corner(p, j)], [n, n, m, m]);
      }
    }
  }
  for (const sx of signs) {
    for (const sy of signs) {
      for (const sz of signs) {
        const s = [sx, sy, sz];
        addTriangle(
          mesh,
          [corner(s, 0), corner(s, 1), corner(s, 2)],
          [axis(0, sx), axis(1, sy), axis(2, sz)],
        );
      }
    }
  }
  return mesh;
}

/** A surface over `u` and `v` from 0 to 1; normals by differences, so it is smooth everywhere. */
export function sheet(across: number, along: number, at: (u: number, v: number) => Vector): Mesh {
  const mesh: Mesh = { corners: [], normals: [] };
  const step = 1e-4;
  const points: Vector[][] = [];
  const normals: Vector[][] = [];
  for (let i = 0; i <= across; i++) {
    const [row, normalRow]: [Vector[], Vector[]] = [[], []];
    for (let j = 0; j <= along; j++) {
      const [u, v] = [i / across, j / along];
      const du = subtract(at(Math.min(1, u + step), v), at(Math.max(0, u - step), v));
      const dv = subtract(at(u, Math.min(1, v + step)), at(u, Math.max(0, v - step)));
      row.push(at(u, v));
      normalRow.push(normalise(cross(dv, du)));
    }
    points.push(row);
    normals.push(normalRow);
  }
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < along; j++) {
      const cells = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ] as const;
      addQuad(
        mesh,
        cells.map(([a, b]) => points[a]?.[b] as Vector),
        cells.map(([a, b]) => normals[a]?.[b] as Vector),
      );
    }
  }
  return mesh;
}

/** What a potter turns: `profile` gives radius and height from one end to the other, metres. */
export function turnedShape(profile: readonly (readonly [number, number])[], segments = 40): Mesh {
  const last = profile.length - 1;
  const at = (u: number, v: number): Vector => {
    const t = v * last;
    const i = Math.min(last - 1, Math.floor(t));
    const [r, y] = spline(profile, i, t - i);
    const angle = u * 2 * Math.PI;
    return [Math.max(1e-5, r) * Math.cos(angle), y, Math.max(1e-5, r) * Math.sin(angle)];
  };
  return sheet(segments, last * 6, at);
}

/** Catmull and Rom's curve through the points; a point given twice makes a corner. */
function spline(
  points: readonly (readonly [number, number])[],
  i: number,
  t: number,
): [number, number] {
  const p = (k: number) => points[Math.max(0, Math.min(points.length - 1, k))] ?? [0, 0];
  const blend = (axis: 0 | 1) => {
    const [a, b, c, d] = [p(i - 1)[axis], p(i)[axis], p(i + 1)[axis], p(i + 2)[axis]];
    const value =
      b + (t / 2) * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    return Math.max(Math.min(b, c), Math.min(Math.max(b, c), value));
  };
  return [blend(0), blend(1)];
}

/** A round rod from one point to another, thicker or thinner on its way, with closed ends. */
export function rod(from: Vector, to: Vector, radius: (t: number) => number, segments = 20): Mesh {
  const direction = normalise(subtract(to, from));
  const side = normalise(cross(direction, Math.abs(direction[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]));
  const other = cross(direction, side);
  return sheet(segments, 14, (u, v) => {
    const t = Math.max(0, Math.min(1, (v - 0.08) / 0.84));
    const edge = Math.min(1, Math.min(v, 1 - v) / 0.08);
    const r = Math.max(1e-5, radius(t) * Math.sqrt(Math.max(0, 1 - (1 - edge) ** 4)));
    const angle = u * 2 * Math.PI;
    const round = add(scale(side, Math.cos(angle) * r), scale(other, Math.sin(angle) * r));
    return add(add(from, scale(subtract(to, from), t)), round);
  });
}
