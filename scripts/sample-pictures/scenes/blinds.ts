import { box, rod, sheet, turnedShape } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { clay, hash, paper, plain, plaster, wood } from '../surface.ts';
import { frame, type Vector } from '../vector.ts';
import { block, boards, closed, pierced } from './room.ts';

const wall = -1.35;
const table = 0.74;

/** A blind of curved slats on two tapes; the lowest hang a little askew, as they do. */
function blind(): Part[] {
  const slat = plain(0.72, 0.5, 0.35);
  const parts: Part[] = [];
  const [z0, z1, low, high] = [-0.86, 0.86, 1.06, 2.42];
  const pitch = 0.031;
  const count = Math.floor((high - low) / pitch);
  for (let i = 0; i < count; i++) {
    const y = high - i * pitch;
    const askew = i > count - 4 ? 0.012 * (i - count + 4) : 0;
    const mesh = sheet(6, 10, (u, v) => {
      const across = (u - 0.5) * 0.034;
      const tilt = 0.12 + (hash(i, 1, 1) - 0.5) * 0.08;
      const bow = 0.0016 * (1 - (2 * u - 1) ** 2);
      return [
        across * Math.cos(tilt) + bow * Math.sin(tilt),
        -across * Math.sin(tilt) + bow * Math.cos(tilt) - askew * v,
        z0 + (z1 - z0) * v,
      ];
    });
    parts.push(part(mesh, [wall + 0.06, y, 0], slat, i));
  }
  for (const z of [-0.5, 0.5]) {
    parts.push(block([wall + 0.042, low - 0.02, z], [wall + 0.044, high, z + 0.02], paper(0.7), 0));
  }
  parts.push(block([wall + 0.03, high + 0.01, z0], [wall + 0.09, high + 0.06, z1], slat, 0.004));
  parts.push(
    part(box(0.036, 0.014, z1 - z0), frame([wall + 0.06, low - 0.05, 0], [0.7, 0, 0]), slat),
  );
  return parts;
}

function loose(at: Vector, turn: number, lift: number, seed: number): Part {
  const mesh = sheet(24, 24, (u, v) => {
    const corner = Math.max(0, u + v - 1.25) ** 2 * lift;
    const wave = 0.0015 * Math.sin(u * 5 + seed) * Math.sin(v * 4 + seed * 2);
    return [(u - 0.5) * 0.21, 0.001 + corner + wave + 0.0015, (v - 0.5) * 0.297];
  });
  return part(mesh, frame(at, [0, turn, 0]), paper(0.86, 0.12), seed);
}

function cup(at: Vector): Part[] {
  const glaze = clay(0.72, 0.9);
  const profile = [
    [0, 0.004],
    [0.026, 0.004],
    [0.028, 0],
    [0.031, 0.006],
    [0.041, 0.04],
    [0.043, 0.082],
    [0.0415, 0.0845],
    [0.04, 0.082],
    [0.038, 0.04],
    [0.03, 0.012],
    [0, 0.01],
  ] as const;
  const handle = sheet(30, 14, (u, v) => {
    const around = -0.5 * Math.PI + u * Math.PI;
    const ring = 0.024 + 0.0055 * Math.cos(v * 2 * Math.PI);
    return [
      0.038 + ring * Math.cos(around),
      0.045 + ring * 1.1 * Math.sin(around),
      0.0065 * Math.sin(v * 2 * Math.PI),
    ];
  });
  const place = frame(at, [0, -35, 0]);
  return [
    part(turnedShape(profile, 64), place, glaze, 3),
    part(handle, place, glaze, 3),
    part(
      turnedShape(
        [
          [0, 0.066],
          [0.0385, 0.066],
        ],
        40,
      ),
      place,
      plain(0.06, 1, 0.1),
      3,
    ),
  ];
}

/** A table at a window in the afternoon: the blind writes lines on it. */
export function blinds(): Scene {
  const walls = plaster(0.62);
  const hole = { z: [-0.8, 0.8], y: [1.0, 2.4], panes: [2, 2] } as const;
  const window = pierced(wall, 0.22, [-3, 3.4], 2.7, [hole], walls);
  const oak = wood(0.46, 0.55, 0.3);
  const legs = [
    [-1.16, -0.72],
    [-1.16, 1.02],
    [-0.28, -0.72],
    [-0.28, 1.02],
  ] as const;
  const top: Part[] = Array.from({ length: 5 }, (_, i) =>
    part(
      box(1.86, 0.03, 0.1985, 0.0025),
      frame([-1.22 + 0.1 + i * 0.2, table - 0.015, 0.15], [0, 90, 0]),
      oak,
      i + 3,
    ),
  );
  return {
    widthPx: 2208,
    heightPx: 952,
    parts: [
      ...boards([wall, -3], [3, 3.4], { tone: 0.25 }),
      ...window.parts,
      ...closed([wall, 3], [-3, 3.4], 2.7, walls),
      block([wall, 0.96, -0.9], [wall + 0.09, 1.0, 0.9], wood(0.7, 0.4, 0.05), 0.006),
      ...blind(),
      ...top,
      ...legs.map(([x, z], i) =>
        part(
          rod([x, 0, z], [x, table - 0.03, z], () => 0.024),
          [0, 0, 0],
          oak,
          i,
        ),
      ),
      block([-1.2, table - 0.11, -0.74], [-1.17, table - 0.03, 1.04], oak, 0.002),
      loose([-0.72, table, 0.24], 14, 0.07, 2),
      loose([-0.66, table + 0.0012, 0.3], 4, 0.05, 5),
      loose([-0.82, table, -0.28], -24, 0.1, 9),
      ...cup([-0.98, table, 0.5]),
      part(
        rod([0, 0, 0], [0.17, 0, 0], (t) => 0.0037 * Math.min(1, (1.02 - t) * 7), 6),
        frame([-0.62, table + 0.008, 0.12], [0, 118, 0]),
        plain(0.16, 0.8, 0.3),
      ),
    ],
    camera: { eye: [0.42, 1.42, 0.98], target: [-0.9, 0.87, 0.06], focalMm: 42, apertureM: 0.006 },
    sun: { direction: [-0.86, 0.55, 0.12], strength: 15, spreadDeg: 0.27 },
    sky: (y) => 5 + Math.max(0, y),
    openings: window.openings,
    bounces: 5,
    exposure: 0.7,
  };
}
