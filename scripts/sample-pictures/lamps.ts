import type { Caster } from './cast.ts';
import { glare } from './lobes.ts';
import type { Meeting } from './meeting.ts';
import type { Scene } from './scene.ts';
import { cross, length, normalise } from './vector.ts';

/**
 * What the sun and one of the openings give a meeting, asked directly. `side` is -1 for light that
 * comes through from behind; `a` and `b` choose the point of the lamp, both from 0 to 1.
 */
export function lampsFor(scene: Scene, caster: Caster, meeting: Meeting) {
  const axis = normalise(scene.sun.direction);
  const acrossSun = normalise(cross(axis, [0.31, 0.9, 0.2]));
  const upSun = cross(axis, acrossSun);
  const width = Math.tan((scene.sun.spreadDeg * Math.PI) / 180);
  const { strength } = scene.sun;
  const openings = scene.openings.map(({ corner, across, along }) => ({
    corner,
    across,
    along,
    area: length(cross(across, along)),
    normal: normalise(cross(across, along)),
  }));

  /** How much a direction towards a lamp counts: the cosine, or 0 from behind. */
  const facing = (x: number, y: number, z: number, side: number): number => {
    const { nx, ny, nz, gx, gy, gz } = meeting;
    return (gx * x + gy * y + gz * z) * side > 0 ? (nx * x + ny * y + nz * z) * side : 0;
  };
  const dark = (x: number, y: number, z: number, side: number): boolean => {
    const off = 2e-5 * side;
    const { gx, gy, gz } = meeting;
    const [ox, oy, oz] = [meeting.x + gx * off, meeting.y + gy * off, meeting.z + gz * off];
    return caster.blocked(ox, oy, oz, x, y, z, 1e3);
  };

  const sun = (
    carried: number,
    side: number,
    vx: number,
    vy: number,
    vz: number,
    a: number,
    b: number,
  ): number => {
    const angle = a * 2 * Math.PI;
    const [c, s] = [Math.cos(angle) * Math.sqrt(b) * width, Math.sin(angle) * Math.sqrt(b) * width];
    const x = axis[0] + acrossSun[0] * c + upSun[0] * s;
    const y = axis[1] + acrossSun[1] * c + upSun[1] * s;
    const z = axis[2] + acrossSun[2] * c + upSun[2] * s;
    const cosine = facing(x, y, z, side);
    if (cosine <= 0) return 0;
    let share = (meeting.albedo * (1 - meeting.reflected)) / Math.PI;
    if (meeting.gloss > 0 && side > 0) {
      const { nx, ny, nz, spread } = meeting;
      share += glare(nx, ny, nz, vx, vy, vz, x, y, z, spread) * meeting.reflected;
    }
    const gain = carried * share * cosine * strength;
    return gain > 1e-4 && !dark(x, y, z, side) ? gain : 0;
  };

  const opening = (carried: number, side: number, a: number, b: number): number => {
    const pick = a * openings.length;
    const lamp = openings[Math.min(openings.length - 1, Math.floor(pick))];
    if (!lamp) return 0;
    const { corner, across, along, normal, area } = lamp;
    const t = pick - Math.floor(pick);
    const ex = corner[0] + across[0] * t + along[0] * b - meeting.x;
    const ey = corner[1] + across[1] * t + along[1] * b - meeting.y;
    const ez = corner[2] + across[2] * t + along[2] * b - meeting.z;
    const far = Math.sqrt(ex * ex + ey * ey + ez * ez);
    const [x, y, z] = [ex / far, ey / far, ez / far];
    const cosine = facing(x, y, z, side);
    if (cosine <= 0) return 0;
    const seen = Math.abs(normal[0] * x + normal[1] * y + normal[2] * z);
    const angle = (seen * area * openings.length) / Math.max(far * far, 0.01);
    const share = (meeting.albedo * (1 - meeting.reflected)) / Math.PI;
    const gain = carried * share * cosine * scene.sky(y) * angle;
    return gain > 1e-4 && !dark(x, y, z, side) ? gain : 0;
  };

  return { sun, opening };
}
