import { sheet, turnedShape } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { clay, plaster, type Surface, wood } from '../surface.ts';
import { frame, type Vector } from '../vector.ts';
import { block, closed, pierced } from './room.ts';

type Profile = readonly (readonly [number, number])[];

const jug: Profile = [
  [0, 0.003],
  [0.05, 0.002],
  [0.054, 0.006],
  [0.076, 0.05],
  [0.088, 0.105],
  [0.08, 0.165],
  [0.056, 0.215],
  [0.046, 0.245],
  [0.05, 0.272],
  [0.0475, 0.274],
  [0.043, 0.245],
  [0.052, 0.212],
  [0.074, 0.16],
  [0.08, 0.1],
  [0, 0.02],
];
const bottle: Profile = [
  [0, 0.002],
  [0.046, 0.001],
  [0.05, 0.006],
  [0.055, 0.08],
  [0.056, 0.19],
  [0.048, 0.235],
  [0.024, 0.275],
  [0.017, 0.31],
  [0.0165, 0.375],
  [0.022, 0.384],
  [0.02, 0.392],
  [0.013, 0.39],
  [0.013, 0.36],
];
const bowl: Profile = [
  [0, 0.004],
  [0.036, 0.003],
  [0.038, 0],
  [0.04, 0.012],
  [0.075, 0.036],
  [0.102, 0.072],
  [0.11, 0.098],
  [0.1075, 0.1],
  [0.098, 0.072],
  [0.072, 0.041],
  [0.03, 0.024],
  [0, 0.022],
];
const beaker: Profile = [
  [0, 0.002],
  [0.033, 0.001],
  [0.036, 0.005],
  [0.04, 0.06],
  [0.043, 0.118],
  [0.041, 0.12],
  [0.0385, 0.115],
  [0.035, 0.06],
  [0.03, 0.012],
  [0, 0.01],
];
const jar: Profile = [
  [0, 0.002],
  [0.06, 0.001],
  [0.066, 0.006],
  [0.094, 0.06],
  [0.1, 0.12],
  [0.085, 0.17],
  [0.062, 0.188],
  [0.06, 0.196],
  [0.066, 0.204],
  [0.062, 0.207],
  [0.054, 0.197],
  [0.056, 0.186],
  [0.078, 0.166],
  [0.09, 0.12],
  [0, 0.03],
];

function pot(profile: Profile, at: Vector, surface: Surface, seed: number): Part {
  return part(turnedShape(profile, 96), at, surface, seed);
}

/** A strap from shoulder to lip. */
function handle(at: Vector, turn: number, surface: Surface): Part {
  const mesh = sheet(40, 16, (u, v) => {
    const along = u * Math.PI - 0.42;
    const [thick, wide] = [0.005 * Math.cos(v * 2 * Math.PI), 0.011 * Math.sin(v * 2 * Math.PI)];
    const reach = 0.062 + thick;
    return [0.052 + reach * Math.sin(along) * 0.95, 0.185 + reach * 1.15 * Math.cos(along), wide];
  });
  return part(mesh, frame(at, [0, turn, 0]), surface, 9);
}

/** Five vessels on a bench against a wall, and the shadow of a window. */
export function vessels(): Scene {
  const walls = plaster(0.56);
  const window = pierced(
    -1.7,
    0.2,
    [-1, 3],
    2.6,
    [{ z: [0.35, 1.5], y: [0.95, 2.35], panes: [2, 3] }],
    walls,
  );
  const bench = 0.86;
  const dark = clay(0.09, 0.8);
  const pale = clay(0.66, 0.35);
  const bare = clay(0.4, 0);
  const at = (x: number, z: number): Vector => [x, bench, z];
  const board = wood(0.4, 0.35, 0.3);
  return {
    widthPx: 2208,
    heightPx: 1562,
    parts: [
      ...window.parts,
      ...closed([-1.7, 1.9], [-1, 3], 2.6, walls),
      block([-1.7, 0, -0.32], [1.9, 2.6, -0.27], walls),
      block([-1.7, bench - 0.045, -0.27], [1.9, bench, 0.02], board, 0.004, 3),
      block([-1.7, bench - 0.045, 0.021], [1.9, bench, 0.26], board, 0.004, 8),
      pot(bottle, at(-0.31, -0.1), dark, 2),
      pot(jug, at(-0.115, 0.005), pale, 4),
      handle(at(-0.115, 0.005), -28, pale),
      pot(beaker, at(0.035, 0.09), dark, 5),
      pot(jar, at(0.13, -0.085), bare, 6),
      pot(bowl, at(0.335, 0.05), pale, 7),
    ],
    camera: { eye: [0.22, 1.17, 1.62], target: [0.02, 1.02, 0], focalMm: 60, apertureM: 0.009 },
    sun: { direction: [-0.8, 0.34, 0.5], strength: 13, spreadDeg: 0.5 },
    sky: (y) => 2.2 + Math.max(0, y),
    openings: window.openings,
    bounces: 5,
    exposure: 0.66,
  };
}
