import { cameraFor } from './camera.ts';
import { casterFor } from './cast.ts';
import { lampsFor } from './lamps.ts';
import { mirroredWay, scattered } from './lobes.ts';
import { meetingFor } from './meeting.ts';
import type { Stage } from './scene.ts';
import { Sequence } from './sequence.ts';

/** What is kept of one path: its light, and what it met first, for smoothing. */
export interface Sample {
  /** From the sun or the sky without a detour: its shadows have edges. */
  light: number;
  /** What the room adds: even, but found by few paths. */
  glow: number;
  nx: number;
  ny: number;
  nz: number;
  distance: number;
  albedo: number;
}

/** Light that a path may bring at most after its first reflection: no lone white specks. */
const brightest = 3;

/**
 * Follows light backwards from the camera (path tracing; Kajiya, "The Rendering Equation", 1986),
 * in one tone. At every reflection the sun and one opening are asked directly; gloss is followed by
 * the visible normals of GGX (Heitz 2018). A path that is not `deep` ends with the sun on the first
 * thing. The result is written to `out`.
 */
export function tracerFor(
  stage: Stage,
): (pixel: number, index: number, deep: boolean, out: Sample) => void {
  const { scene } = stage;
  const caster = casterFor(stage.tree);
  const sequence = new Sequence();
  const ray = cameraFor(stage);
  const { meeting, meet } = meetingFor(stage);
  const lamps = lampsFor(scene, caster, meeting);

  return (pixel, index, deep, out) => {
    sequence.start(pixel, index);
    ray(pixel, sequence);
    let { ox, oy, oz, dx, dy, dz } = ray.state;
    let carried = 1;
    let mirrored = true;
    out.light = 0;
    out.glow = 0;
    for (let depth = 0; depth < scene.bounces; depth++) {
      if (!caster.nearest(ox, oy, oz, dx, dy, dz)) {
        if (depth === 0) {
          out.light = scene.sky(dy);
          keep(out, 0, 0, 0, 1e3, 1);
        } else if (mirrored) out.glow += Math.min(brightest, carried * scene.sky(dy));
        break;
      }
      meet(caster.hit, ox, oy, oz, dx, dy, dz, depth);
      const { nx, ny, nz, gx, gy, gz, albedo, reflected } = meeting;
      if (depth === 0) keep(out, nx, ny, nz, caster.hit.distance, Math.max(0.03, albedo));

      sequence.next();
      const choice = sequence.x;
      const side = sequence.y < meeting.through ? -1 : 1;
      sequence.next();
      const sun = lamps.sun(carried, side, -dx, -dy, -dz, sequence.x, sequence.y);
      if (depth === 0) out.light = sun;
      else out.glow += Math.min(brightest, sun);
      if (!deep) break;
      sequence.next();
      out.glow += Math.min(brightest, lamps.opening(carried, side, sequence.x, sequence.y));

      sequence.next();
      const chance = meeting.gloss > 0 ? Math.min(0.9, Math.max(0.15, reflected * 2)) : 0;
      mirrored = choice < chance;
      const leave = mirrored ? 1 : side;
      const way = mirrored
        ? mirroredWay([nx, ny, nz], [dx, dy, dz], meeting.spread, sequence.x, sequence.y)
        : scattered([nx * side, ny * side, nz * side], sequence.x, sequence.y);
      if ((way[0] * gx + way[1] * gy + way[2] * gz) * leave <= 0) break;
      carried *= mirrored ? reflected / chance : (albedo * (1 - reflected)) / (1 - chance);
      if (depth > 1) {
        sequence.next();
        const stay = Math.min(0.95, carried * 2);
        if (sequence.x >= stay) break;
        carried /= stay;
      }
      dx = way[0];
      dy = way[1];
      dz = way[2];
      ox = meeting.x + gx * 2e-5 * leave;
      oy = meeting.y + gy * 2e-5 * leave;
      oz = meeting.z + gz * 2e-5 * leave;
    }
  };
}

function keep(
  out: Sample,
  nx: number,
  ny: number,
  nz: number,
  distance: number,
  albedo: number,
): void {
  out.nx = nx;
  out.ny = ny;
  out.nz = nz;
  out.distance = distance;
  out.albedo = albedo;
}
