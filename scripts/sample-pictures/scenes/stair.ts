import { box, rod, turnedShape } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { hash, plaster, wood } from '../surface.ts';
import { frame, type Vector } from '../vector.ts';
import { block, boards, closed, pierced, upright } from './room.ts';

const rise = 0.172;
const going = 0.268;
const steps = 15;
const width = 1.16;
const foot = 1.15;

/** A baluster with a swelling, a bead and a square foot. */
function baluster(at: Vector, seed: number): Part[] {
  const painted = plaster(0.72);
  const profile = [
    [0.011, 0],
    [0.013, 0.03],
    [0.02, 0.045],
    [0.014, 0.06],
    [0.022, 0.2],
    [0.019, 0.34],
    [0.012, 0.5],
    [0.016, 0.54],
    [0.011, 0.56],
    [0.01, 0.84],
  ] as const;
  return [
    part(turnedShape(profile, 20), [at[0], at[1] + 0.06, at[2]], painted, seed),
    part(box(0.034, 0.07, 0.034), [at[0], at[1] + 0.035, at[2]], painted, seed),
  ];
}

/** A stair in a house that was somebody's: worn treads, a rail, morning. */
export function stair(): Scene {
  const walls = plaster(0.66);
  const tread = wood(0.34, 0.85, 0.3);
  const white = plaster(0.7);
  const parts: Part[] = [];
  for (let i = 0; i < steps; i++) {
    const z = foot - i * going;
    const y = (i + 1) * rise;
    const wear: Vector = [(hash(i, 4, 4) - 0.5) * 0.5, 0, 0];
    parts.push(
      part(
        box(width + 0.04, 0.032, going + 0.03, 0.009),
        frame([0.02, y - 0.016, z - going / 2 + 0.015], wear),
        tread,
        i + 2,
      ),
      block([-width / 2, y - rise, z - 0.02], [width / 2, y - 0.03, z], white, 0.002, i),
      block([-width / 2, 0, z - going], [width / 2, y - 0.035, z - 0.02], plaster(0.3), 0.001, i),
    );
    for (const share of [0.28, 0.78]) {
      parts.push(...baluster([width / 2 - 0.06, y, z - going * share], i * 2 + share));
    }
  }
  const railAt = (i: number): Vector => [
    width / 2 - 0.06,
    (i + 1) * rise + 0.9,
    foot - i * going - 0.07,
  ];
  parts.push(
    part(
      rod(railAt(-0.9), railAt(steps + 1), () => 0.031, 30),
      [0, 0, 0],
      upright(wood(0.2, 1, 0.2)),
      5,
    ),
    part(
      turnedShape(
        [
          [0.05, 0],
          [0.052, 0.1],
          [0.034, 0.13],
          [0.045, 0.3],
          [0.03, 0.62],
          [0.046, 0.68],
          [0.05, 0.98],
          [0.062, 1.02],
          [0.05, 1.07],
          [0, 1.09],
        ],
        36,
      ),
      [width / 2 - 0.06, 0.01, foot + 0.06],
      upright(wood(0.2, 0.9, 0.2)),
      8,
    ),
    block([-width / 2 - 0.001, 0, -5], [-width / 2 + 0.022, 0.16, 3], white, 0.004),
  );
  const high = 5.2;
  const light = pierced(
    -2.6,
    0.3,
    [-6, 4],
    high,
    [
      { z: [-2.0, -0.3], y: [2.0, 4.5], panes: [3, 5] },
      { z: [0.5, 1.7], y: [0.9, 3.2], panes: [3, 5] },
    ],
    walls,
  );
  // The windows are built to the left of a room; this house has them on the right.
  const shell = [...light.parts, ...closed([-2.6, 1.6], [-6, 4], high, walls)];
  const mirrored = shell.map((one) => ({
    ...one,
    frame: {
      ...one.frame,
      origin: [-one.frame.origin[0], one.frame.origin[1], one.frame.origin[2]] as Vector,
    },
  }));
  const openings = light.openings.map((one) => ({
    ...one,
    corner: [-one.corner[0], one.corner[1], one.corner[2]] as Vector,
  }));
  return {
    widthPx: 2016,
    heightPx: 2820,
    parts: [
      ...boards([-width / 2 - 0.3, -0.2], [2.6, 4], { tone: 0.34 }),
      ...parts,
      ...mirrored,
      block([-width / 2 - 0.2, 0, -6], [-width / 2, high, 4], walls),
      block([-1, 0, -3.6], [2.7, high, -3.4], walls),
    ],
    camera: {
      eye: [-0.12, 1.5, 3.6],
      target: [0.06, 1.3, 0],
      focalMm: 36,
      apertureM: 0.008,
      shift: true,
    },
    sun: { direction: [0.9, 0.43, 0.12], strength: 21, spreadDeg: 0.27 },
    sky: (y) => 2.6 + Math.max(0, y),
    openings,
    bounces: 5,
    exposure: 0.72,
  };
}
