import type { Hit } from './cast.ts';
import { local, type Stage } from './scene.ts';

/** Where a path meets a thing. One object, filled again at every reflection. */
export interface Meeting {
  x: number;
  y: number;
  z: number;
  /** The triangle's own normal, to leave from; turned to where the ray came from. */
  gx: number;
  gy: number;
  gz: number;
  /** The smooth and uneven one, to shade with. */
  nx: number;
  ny: number;
  nz: number;
  albedo: number;
  /** The share that the gloss throws back in this direction (Schlick 1994), and its width. */
  reflected: number;
  spread: number;
  gloss: number;
  through: number;
}

/** Fills `meeting` for a hit of a ray in direction d. Texture and unevenness only where they are seen. */
export function meetingFor({ scene, normals, partOf, tree: { triangles } }: Stage) {
  const meeting: Meeting = {
    ...{ x: 0, y: 0, z: 0, gx: 0, gy: 0, gz: 0, nx: 0, ny: 0, nz: 0 },
    ...{ albedo: 0, reflected: 0, spread: 0, gloss: 0, through: 0 },
  };
  const meet = (
    hit: Hit,
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    depth: number,
  ): void => {
    const { distance, triangle, u, v } = hit;
    const x = ox + dx * distance;
    const y = oy + dy * distance;
    const z = oz + dz * distance;
    const { frame, surface, seed } = scene.parts[partOf[triangle]!]!;
    const t = triangle * 9;
    const w = 1 - u - v;
    let gx = triangles[t + 4]! * triangles[t + 8]! - triangles[t + 5]! * triangles[t + 7]!;
    let gy = triangles[t + 5]! * triangles[t + 6]! - triangles[t + 3]! * triangles[t + 8]!;
    let gz = triangles[t + 3]! * triangles[t + 7]! - triangles[t + 4]! * triangles[t + 6]!;
    const size =
      (gx * dx + gy * dy + gz * dz > 0 ? -1 : 1) / Math.sqrt(gx * gx + gy * gy + gz * gz);
    gx *= size;
    gy *= size;
    gz *= size;
    let nx = normals[t]! * w + normals[t + 3]! * u + normals[t + 6]! * v;
    let ny = normals[t + 1]! * w + normals[t + 4]! * u + normals[t + 7]! * v;
    let nz = normals[t + 2]! * w + normals[t + 5]! * u + normals[t + 8]! * v;
    if (nx * gx + ny * gy + nz * gz < 0) {
      nx = -nx;
      ny = -ny;
      nz = -nz;
    }
    let albedo = surface.tone;
    if (depth === 0) {
      const [lx, ly, lz] = local(frame, x, y, z);
      albedo = surface.albedo(lx, ly, lz, seed);
      const { bump } = surface;
      if (bump) {
        const e = 0.0003 + distance * 0.0002;
        const h = bump(lx, ly, lz, seed);
        const [ax, ay, az] = frame.axes;
        const bx = (bump(lx + e, ly, lz, seed) - h) / e;
        const by = (bump(lx, ly + e, lz, seed) - h) / e;
        const bz = (bump(lx, ly, lz + e, seed) - h) / e;
        nx -= ax[0] * bx + ay[0] * by + az[0] * bz;
        ny -= ax[1] * bx + ay[1] * by + az[1] * bz;
        nz -= ax[2] * bx + ay[2] * by + az[2] * bz;
      }
    }
    const long = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    nx *= long;
    ny *= long;
    nz *= long;
    if (nx * dx + ny * dy + nz * dz > -0.02) {
      nx = gx;
      ny = gy;
      nz = gz;
    }
    const grazing = (1 + Math.min(0, nx * dx + ny * dy + nz * dz)) ** 5;
    meeting.x = x;
    meeting.y = y;
    meeting.z = z;
    meeting.gx = gx;
    meeting.gy = gy;
    meeting.gz = gz;
    meeting.nx = nx;
    meeting.ny = ny;
    meeting.nz = nz;
    meeting.albedo = albedo;
    meeting.gloss = surface.gloss;
    meeting.reflected =
      surface.gloss > 1 ? 0.6 + 0.4 * grazing : surface.gloss * (0.04 + 0.96 * grazing);
    meeting.spread = surface.roughness * surface.roughness;
    meeting.through = surface.through ?? 0;
  };
  return { meeting, meet };
}
