import { box, rod, sheet } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { hash, noise, paper, plain, plaster, type Surface, wood } from '../surface.ts';
import { frame } from '../vector.ts';
import { closed, pierced } from './room.ts';

/** Brushed steel with a mark a millimetre, longer at five and ten. Along x, marks from one edge. */
function steel(length: number, width: number): Surface {
  return {
    tone: 0.3,
    gloss: 1.5,
    roughness: 0.42,
    albedo: (x, y, z) => {
      const mm = (x + length / 2) * 1000 - 5;
      const nearest = Math.round(mm);
      if (y <= 0 || nearest < 0 || nearest > 300) return 0.32;
      const long = nearest % 10 === 0 ? 0.009 : nearest % 5 === 0 ? 0.0065 : 0.0042;
      const inMark = Math.abs(mm - nearest) < 0.13 && z < -width / 2 + long + 0.001;
      return inMark && z > -width / 2 + 0.0008 ? 0.012 : 0.32;
    },
    bump: (x, _y, z, seed) => hash(Math.floor(z * 24000), seed, Math.floor(x * 40)) * 1.6e-6,
  };
}

/** Paper on which somebody constructs a letter: two circles and four lines, in pencil. */
function drawing(): Surface {
  const ground = paper(0.84);
  const stroke = (distance: number) => Math.max(0, 1 - Math.abs(distance) / 0.0004);
  return {
    ...ground,
    albedo: (x, y, z, seed) => {
      const [u, v] = [x + 0.012, z + 0.004];
      const rings = [
        Math.hypot(u + 0.017, v) - 0.03,
        Math.hypot(u + 0.017, v) - 0.0205,
        Math.hypot(u - 0.033, v) - 0.03,
      ];
      const lines = [v - 0.03, v + 0.03, v + 0.052, u - 0.003, u + 0.047];
      const marks = [...rings, ...lines.filter((_, i) => i < 3 || Math.abs(v) < 0.056)];
      const dark = Math.max(...marks.map(stroke));
      const uneven = 0.68 + 0.3 * noise(x * 900, z * 900, 3);
      return ground.albedo(x, y, z, seed) * (1 - dark * uneven);
    },
  };
}

/** A hand-cut pile: no two sheets quite square to each other. */
function pile(): Part[] {
  return Array.from({ length: 22 }, (_, i) => {
    const turn = (hash(i, 1, 2) - 0.5) * (hash(i, 8, 8) > 0.85 ? 5 : 1.2);
    const shift = (k: number) => (hash(i, k, 4) - 0.5) * (hash(i, 8, 8) > 0.85 ? 0.008 : 0.0022);
    return part(
      box(0.21, 0.00092, 0.148, 0.0001),
      frame([-0.03 + shift(1), 0.0005 + i * 0.00098, -0.012 + shift(2)], [0, 9 + turn, 0]),
      i === 21 ? drawing() : paper(0.8 + 0.08 * hash(i, 3, 3)),
      i,
    );
  });
}

/** A pile of paper, a steel rule and a pencil, close by, in low light. */
export function ruler(): Scene {
  const walls = plaster(0.6);
  const window = pierced(
    -1.1,
    0.15,
    [-2, 2.2],
    2.2,
    [{ z: [-0.75, 0.35], y: [0.16, 1.3], panes: [2, 3] }],
    walls,
  );
  const desk: Part[] = Array.from({ length: 16 }, (_, i) =>
    part(
      box(2.4, 0.03, 0.1392, 0.0016),
      frame([0, -0.0152, -1.1 + i * 0.14], [0, 0, 0]),
      wood(0.23, 0.75, 0.35),
      i + 11,
    ),
  );
  const curl = sheet(40, 30, (u, v) => {
    const roll = Math.max(0, u - 0.35);
    return [(u - 0.5) * 0.2 - roll ** 2 * 0.05, 0.0012 + 0.09 * roll ** 2.2, (v - 0.5) * 0.14];
  });
  const top = 0.0225;
  return {
    widthPx: 1830,
    heightPx: 2580,
    parts: [
      ...desk,
      ...window.parts,
      ...closed([-1.1, 1.6], [-2, 2.2], 2.2, walls),
      ...pile(),
      part(curl, frame([0.115, 0, -0.13], [0, -34, 0]), paper(0.85, 0.2), 4),
      part(
        box(0.31, 0.0011, 0.03, 0.00025),
        frame([0.02, top + 0.0006, 0.052], [0, 24, 0]),
        steel(0.31, 0.03),
        7,
      ),
      part(
        rod([0, 0, 0], [0.16, 0, 0], (t) => 0.0037 * Math.min(1, (1.012 - t) * 8), 6),
        frame([-0.105, top + 0.0037, -0.045], [0, 12, 0]),
        plain(0.07, 0.9, 0.22),
      ),
      part(
        box(0.036, 0.012, 0.022, 0.003),
        frame([-0.165, 0.006, 0.075], [0, -20, 0]),
        plain(0.7, 0.05, 0.6),
      ),
    ],
    camera: {
      eye: [0.1, 0.44, 0.4],
      target: [-0.004, 0.012, 0.002],
      focalMm: 50,
      apertureM: 0.005,
      focusM: 0.57,
    },
    sun: { direction: [-0.88, 0.36, -0.3], strength: 15, spreadDeg: 0.27 },
    sky: (y) => 2.2 + Math.max(0, y),
    openings: window.openings,
    bounces: 5,
    exposure: 0.56,
  };
}
