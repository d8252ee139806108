import { box } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { hash, plaster, type Surface, wood } from '../surface.ts';
import { frame, type Vector } from '../vector.ts';

/** What the rooms of all pictures are built from. Metres; x to the right, y up, z to the viewer. */

/** A box by its two corners. */
export function block(from: Vector, to: Vector, surface: Surface, bevel = 0.003, seed = 1): Part {
  const size = [0, 1, 2].map((k) => Math.abs(to[k]! - from[k]!)) as [number, number, number];
  const middle = [0, 1, 2].map((k) => (to[k]! + from[k]!) / 2) as unknown as Vector;
  return part(box(...size, bevel), middle, surface, seed);
}

/** Boards along x, laid as a joiner lays them: joints staggered, none quite level. */
export function boards(
  from: readonly [x: number, z: number],
  to: readonly [x: number, z: number],
  { width = 0.11, tone = 0.42, gloss = 0.8, top = 0 } = {},
): Part[] {
  const parts: Part[] = [];
  const surface = wood(tone, gloss);
  const rows = Math.ceil((to[1] - from[1]) / width);
  for (let row = 0; row < rows; row++) {
    let x = from[0] - hash(row, 1, 0) * 1.6;
    for (let i = 0; x < to[0]; i++) {
      const long = 1.3 + hash(row, i, 2) * 1.3;
      const tilt: Vector = [(hash(row, i, 3) - 0.5) * 0.5, 0, (hash(row, i, 4) - 0.5) * 0.12];
      const at: Vector = [x + long / 2, top - 0.011, from[1] + (row + 0.5) * width];
      const mesh = box(long - 0.0008, 0.022, width - 0.0009, 0.0011);
      parts.push(part(mesh, frame(at, tilt), surface, row * 31 + i));
      x += long;
    }
  }
  parts.push(
    block([from[0] - 2, top - 0.06, from[1]], [to[0] + 2, top - 0.03, to[1]], plaster(0.05)),
  );
  return parts;
}

/** A hole in the wall at one x, with a wooden window in it or not. */
export interface Hole {
  z: readonly [number, number];
  y: readonly [number, number];
  /** Panes across and up; absent: an open hole. */
  panes?: readonly [number, number];
}

/** A wall across x, `thick` deep, with holes; and the openings that light comes in by. */
export function pierced(
  x: number,
  thick: number,
  z: readonly [number, number],
  height: number,
  holes: readonly Hole[],
  surface: Surface,
): { parts: Part[]; openings: Scene['openings'] } {
  const parts: Part[] = [];
  const openings: Scene['openings'] = [];
  const bar = wood(0.75, 0.4, 0.05);
  let at = z[0];
  for (const hole of [...holes].sort((a, b) => a.z[0] - b.z[0])) {
    parts.push(block([x - thick, 0, at], [x, height, hole.z[0]], surface));
    parts.push(block([x - thick, 0, hole.z[0]], [x, hole.y[0], hole.z[1]], surface));
    parts.push(block([x - thick, hole.y[1], hole.z[0]], [x, height, hole.z[1]], surface));
    at = hole.z[1];
    const [wide, high] = [hole.z[1] - hole.z[0], hole.y[1] - hole.y[0]];
    openings.push({
      corner: [x - thick, hole.y[0], hole.z[0]],
      across: [0, 0, wide],
      along: [0, high, 0],
    });
    if (!hole.panes) continue;
    const mid = x - thick * 0.6;
    const rail = (y0: number, y1: number, z0: number, z1: number) =>
      parts.push(block([mid - 0.022, y0, z0], [mid + 0.022, y1, z1], bar, 0.006));
    const [y0, y1, z0, z1] = [hole.y[0], hole.y[1], hole.z[0], hole.z[1]];
    rail(y0, y0 + 0.07, z0, z1);
    rail(y1 - 0.06, y1, z0, z1);
    rail(y0, y1, z0, z0 + 0.055);
    rail(y0, y1, z1 - 0.055, z1);
    for (let i = 1; i < hole.panes[0]; i++) {
      const c = z0 + (wide * i) / hole.panes[0];
      rail(y0, y1, c - 0.018, c + 0.018);
    }
    for (let i = 1; i < hole.panes[1]; i++) {
      const c = y0 + (high * i) / hole.panes[1];
      rail(c - 0.018, c + 0.018, z0, z1);
    }
  }
  parts.push(block([x - thick, 0, at], [x, height, z[1]], surface));
  return { parts, openings };
}

/** The other three walls and the ceiling, so that light stays in. */
export function closed(
  x: readonly [number, number],
  z: readonly [number, number],
  height: number,
  walls: Surface,
  ceiling: Surface = plaster(0.8),
): Part[] {
  return [
    block([x[0] - 1, -0.1, z[0] - 0.2], [x[1] + 0.4, height, z[0]], walls),
    block([x[0] - 1, -0.1, z[1]], [x[1] + 0.4, height, z[1] + 0.2], walls),
    block([x[1], -0.1, z[0] - 0.2], [x[1] + 0.2, height, z[1] + 0.2], walls),
    block([x[0] - 1, height, z[0] - 0.2], [x[1] + 0.4, height + 0.2, z[1] + 0.2], ceiling),
    block([x[0] - 1, -0.3, z[0] - 0.2], [x[1] + 0.4, -0.1, z[1] + 0.2], ceiling),
  ];
}

/** The same surface with its grain upwards instead of along x. */
export function upright(surface: Surface): Surface {
  const { albedo, bump } = surface;
  return {
    ...surface,
    albedo: (x, y, z, seed) => albedo(y, x, z, seed),
    ...(bump && { bump: (x, y, z, seed) => bump(y, x, z, seed) }),
  };
}
