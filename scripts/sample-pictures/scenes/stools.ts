import { rod, turnedShape } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { hash, plaster, wood } from '../surface.ts';
import { type Frame, frame, type Vector, within } from '../vector.ts';
import { block, boards, closed, pierced, upright } from './room.ts';

/** A round stool on four turned legs with two rungs to each side, 46 cm high. */
function stool(at: Frame, seed: number): Part[] {
  const seat = wood(0.62, 0.7, 0.25);
  const leg = upright(wood(0.56, 0.6, 0.22));
  const top = 0.46;
  const parts: Part[] = [
    part(
      turnedShape(
        [
          [0, top - 0.012],
          [0.1, top - 0.009],
          [0.148, top - 0.002],
          [0.166, top - 0.003],
          [0.172, top - 0.013],
          [0.17, top - 0.026],
          [0.15, top - 0.034],
          [0, top - 0.036],
        ],
        72,
      ),
      at,
      seat,
      seed,
    ),
  ];
  const foot = (i: number, y: number): Vector => {
    const out = 0.098 + ((top - y) / top) * 0.075;
    const angle = Math.PI / 4 + (i * Math.PI) / 2;
    return [out * Math.cos(angle) * 1.3, y, out * Math.sin(angle) * 1.3];
  };
  for (let i = 0; i < 4; i++) {
    const swell = (t: number) => 0.0125 + 0.006 * Math.sin(Math.PI * Math.min(1, t * 1.15));
    parts.push(part(rod(foot(i, 0), foot(i, top - 0.02), swell), at, leg, seed * 7 + i));
    const y = i % 2 === 0 ? 0.15 : 0.2;
    for (const up of [0, 0.13]) {
      const thin = (t: number) => 0.007 + 0.003 * Math.sin(Math.PI * t);
      const [a, b] = [foot(i, y + up), foot((i + 1) % 4, y + up)];
      parts.push(part(rod(a, b, thin, 14), at, seat, seed * 13 + i));
    }
  }
  return parts;
}

/** Eight places in a circle, seven stools: one place is open. Late sun through tall windows. */
export function stools(): Scene {
  const walls = plaster(0.58);
  const windows = pierced(
    -4.2,
    0.35,
    [-6, 6],
    4.4,
    [
      { z: [-3.9, -2.5], y: [0.75, 3.6], panes: [3, 5] },
      { z: [-1.6, -0.2], y: [0.75, 3.6], panes: [3, 5] },
      { z: [0.7, 2.1], y: [0.75, 3.6], panes: [3, 5] },
    ],
    walls,
  );
  const circle: Part[] = [];
  for (let i = 0; i < 8; i++) {
    if (i === 0) continue;
    const angle = ((i * 45 + 84) * Math.PI) / 180;
    const radius = 1.16 + (hash(i, 5, 5) - 0.5) * 0.09;
    const at: Vector = [Math.cos(angle) * radius, 0, Math.sin(angle) * radius];
    circle.push(...stool(within(frame(at), frame([0, 0, 0], [0, hash(i, 2, 9) * 90, 0])), i));
  }
  return {
    widthPx: 2208,
    heightPx: 1562,
    parts: [
      ...boards([-4.2, -4.6], [4, 5], { tone: 0.36 }),
      ...windows.parts,
      ...closed([-4.2, 4], [-4.6, 5], 4.4, walls),
      block([-4.2, 0, -4.6], [4, 0.16, -4.575], wood(0.6, 0.5, 0.05), 0.006),
      ...circle,
    ],
    camera: { eye: [1.05, 1.95, 3.8], target: [-0.05, 0.3, -0.12], focalMm: 39, apertureM: 0.01 },
    sun: { direction: [-0.86, 0.46, -0.4], strength: 15, spreadDeg: 0.4 },
    sky: (y) => 3.1 + Math.max(0, y) * 1.5,
    openings: windows.openings,
    bounces: 6,
    exposure: 0.78,
  };
}
