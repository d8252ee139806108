import { box } from '../mesh.ts';
import { type Part, part, type Scene } from '../scene.ts';
import { hash, noise, plaster, type Surface, wood } from '../surface.ts';
import { frame } from '../vector.ts';
import { block, boards, closed, pierced, upright } from './room.ts';

/** Cloth over boards; bands and a label where the title would stand. The spine looks along z. */
function binding(seed: number, height: number, thick: number): Surface {
  const r = (k: number) => hash(seed, k, 77);
  const tone = [0.07, 0.12, 0.2, 0.3, 0.42, 0.62, 0.74][Math.floor(r(1) * 7)] ?? 0.3;
  const label = r(2) > 0.55 ? (tone > 0.35 ? 0.1 : 0.7) : tone;
  const at = height * (0.18 + 0.12 * r(3));
  const bands = r(4) > 0.5;
  return {
    tone,
    gloss: r(5) > 0.7 ? 0.5 : 0.12,
    roughness: 0.45,
    albedo: (x, y, z) => {
      const weave = 0.9 + 0.2 * noise(x * 1600, y * 1600, z * 1600);
      const rubbed = 1 + 0.5 * Math.max(0, Math.abs(y) / (height / 2) - 0.96) * 10;
      const inLabel = Math.abs(y - at) < height * 0.075 && Math.abs(x) < thick * 0.42;
      const words = inLabel && Math.abs(x) < thick * 0.24 && noise(3, y * 420 + seed, 1) > 0.55;
      const band = bands && Math.abs(Math.abs(y + height * 0.03) - height * 0.41) < 0.0012;
      return Math.min(0.85, (inLabel !== (words || band) ? label : tone) * weave * rubbed);
    },
    bump: (x, y, z) => noise(x * 1500, y * 1500, z * 1500) * 2.5e-5,
  };
}

/** Books from one end of a shelf towards the other; some lean, some lie, there is room for more. */
function row(x0: number, x1: number, y: number, room: number, seed: number): Part[] {
  const parts: Part[] = [];
  const r = (i: number, k: number) => hash(seed * 61 + i, k, 5);
  const pages = plaster(0.72);
  let x = x0 + 0.004;
  let run = 0.2 + 0.06 * r(0, 1);
  for (let i = 1; x < x1 - 0.03; i++) {
    if (r(i, 9) > 0.82) run = 0.17 + 0.1 * r(i, 8);
    const thick = 0.012 + 0.034 * r(i, 2) ** 1.7;
    const height = Math.min(room - 0.02, run + 0.02 * r(i, 3));
    const deep = height * (0.66 + 0.08 * r(i, 4));
    const gap = r(i, 5) > 0.93 && x < x1 - 0.2 ? 0.05 + 0.08 * r(i, 6) : 0;
    const lean = gap > 0 ? Math.asin(Math.min(0.4, (gap * 0.8) / height)) : 0;
    const middle = 0.14 - 0.02 * r(i, 7) - deep / 2;
    const shift = lean > 0 ? Math.sin(lean) * (height / 2) : 0;
    const place = frame(
      [
        x + thick / 2 + shift,
        y + (height / 2) * Math.cos(lean) + Math.sin(lean) * (thick / 2),
        middle,
      ],
      [0, (r(i, 10) - 0.5) * 2.4, (-lean * 180) / Math.PI],
    );
    if (x + thick + gap > x1) break;
    parts.push(
      part(
        box(thick, height, deep, Math.min(0.0045, thick * 0.3)),
        place,
        binding(seed * 97 + i, height, thick),
        i,
      ),
      part(
        box(thick * 0.82, 0.004, deep * 0.94, 0),
        {
          ...place,
          origin: [
            place.origin[0] + Math.sin(lean) * height * 0.5,
            place.origin[1] + height * 0.5,
            place.origin[2],
          ],
        },
        pages,
        i,
      ),
    );
    x += thick + gap + 0.0006;
  }
  return parts;
}

/** Shelves from floor to ceiling, the window's bars across them. */
export function shelves(): Scene {
  const oak = wood(0.36, 0.5, 0.25);
  const post = upright(oak);
  const parts: Part[] = [];
  const edges = [-1.9, -0.95, 0, 0.95, 1.9];
  const heights = [0.1, 0.46, 0.78, 1.1, 1.42, 1.73, 2.04, 2.34];
  edges.forEach((x, i) => {
    parts.push(block([x - 0.013, 0, -0.15], [x + 0.013, 2.5, 0.16], post, 0.003, i));
  });
  heights.forEach((y, i) => {
    const room = (heights[i + 1] ?? y + 0.4) - y - 0.026;
    edges.slice(0, -1).forEach((x, j) => {
      const next = edges[j + 1] ?? x;
      parts.push(
        block([x + 0.013, y - 0.026, -0.15], [next - 0.013, y, 0.158], oak, 0.002, i * 5 + j),
      );
      parts.push(...row(x + 0.014, next - 0.014 - hash(i, j, 3) ** 3 * 0.4, y, room, i * 9 + j));
    });
  });
  const walls = plaster(0.6);
  const window = pierced(
    -2.8,
    0.25,
    [-0.3, 4.6],
    3.1,
    [
      { z: [0.8, 1.9], y: [0.7, 2.7], panes: [2, 3] },
      { z: [2.4, 3.5], y: [0.7, 2.7], panes: [2, 3] },
    ],
    walls,
  );
  return {
    widthPx: 1830,
    heightPx: 2580,
    parts: [
      ...parts,
      block([-2, 0, -0.2], [2, 2.5, -0.15], plaster(0.2)),
      ...boards([-2.8, -0.3], [3, 4.6], { tone: 0.3 }),
      ...window.parts,
      ...closed([-2.8, 3], [-0.3, 4.6], 3.1, walls),
    ],
    camera: {
      eye: [0.42, 1.5, 1.75],
      target: [-0.3, 1.3, 0.1],
      focalMm: 45,
      apertureM: 0.007,
      shift: true,
    },
    sun: { direction: [-0.82, 0.26, 0.56], strength: 13, spreadDeg: 0.35 },
    sky: (y) => 2.2 + Math.max(0, y),
    openings: window.openings,
    bounces: 5,
    exposure: 1.15,
  };
}
