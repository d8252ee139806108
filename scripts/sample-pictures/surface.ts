/**
 * How a thing gives light back. Points are in metres, in the frame of the object, so that grain
 * follows the wood and two boards are never alike (`seed`).
 */
export interface Surface {
  /** The mean of `albedo`: what counts where nobody sees the texture. */
  tone: number;
  /** The share of light given back in all directions, 0 to 1. */
  albedo: (x: number, y: number, z: number, seed: number) => number;
  /** Varnish, glaze or polish over it: 0 none, 1 as glass; more for metal. */
  gloss: number;
  /** How blurred the gloss is: 0.05 a mirror, 0.6 hardly any. */
  roughness: number;
  /** Unevenness: a height in metres. */
  bump?: (x: number, y: number, z: number, seed: number) => number;
  /** Thin stuff that lets this share of the light through, as a curtain or a sheet of paper does. */
  through?: number;
}

/** A number from 0 to 1 that belongs to these whole numbers. */
export function hash(x: number, y: number, z: number): number {
  let h =
    Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(z | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise from 0 to 1; one bump a unit. */
export function noise(x: number, y: number, z: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const u = ease(x - i);
  const v = ease(y - j);
  const w = ease(z - k);
  const near = mix(edge(i, j, k, u), edge(i, j + 1, k, u), v);
  return mix(near, mix(edge(i, j, k + 1, u), edge(i, j + 1, k + 1, u), v), w);
}

const ease = (t: number) => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;
const edge = (i: number, j: number, k: number, u: number) =>
  mix(hash(i, j, k), hash(i + 1, j, k), u);

/** Noise on noise: each octave twice as fine and half as strong. From 0 to 1. */
export function cloud(x: number, y: number, z: number, octaves: number): number {
  let [sum, weight, size] = [0, 0, 1];
  for (let i = 0; i < octaves; i++) {
    sum += noise(x * size + i * 17, y * size, z * size) / size;
    weight += 1 / size;
    size *= 2;
  }
  return sum / weight;
}

/** Sawn wood, the grain along x: years as bent rings, pores as fine dark strokes. */
export function wood(tone: number, gloss: number, contrast = 0.35): Surface {
  return {
    tone: tone * (1 - contrast * 0.35),
    gloss,
    roughness: 0.28,
    albedo: (x, y, z, seed) => {
      const bend = (cloud(x * 1.1, seed * 7.3, z * 2, 2) - 0.5) * 0.09;
      const across = Math.hypot(y + 0.09 + hash(seed, 1, 2) * 0.1 + bend, z + bend - 0.05);
      const ring = across * (95 + hash(seed, 3, 4) * 50) + noise(x * 0.7, seed * 3.1, 0) * 2;
      const year = ring - Math.floor(ring);
      const late = year ** 3 * (1 - Math.max(0, year - 0.93) / 0.07);
      const pores = noise(x * 34, y * 900 + seed * 11, z * 900) ** 5;
      const fleck = noise(x * 6, y * 260, z * 260 + seed * 5);
      const board = 0.86 + 0.28 * hash(seed, 5, 6);
      return tone * board * (1 - contrast * (0.55 * late + 0.5 * pores + 0.24 * fleck));
    },
    bump: (x, y, z, seed) => noise(x * 30, y * 700 + seed * 11, z * 700) * 1.2e-5,
  };
}

/** Plaster or limewash: nearly even, with the hand of the plasterer in it. */
export function plaster(tone: number): Surface {
  return {
    tone,
    gloss: 0,
    roughness: 1,
    albedo: (x, y, z) => tone * (0.95 + 0.1 * cloud(x * 1.7, y * 1.7, z * 1.7, 4)),
    bump: (x, y, z) =>
      cloud(x * 5, y * 5, z * 5, 3) * 0.004 + cloud(x * 70, y * 70, z * 70, 2) * 0.0004,
  };
}

/** Fired clay, glazed or bare; the turning leaves fine level rings. */
export function clay(tone: number, gloss: number): Surface {
  return {
    tone,
    gloss,
    roughness: 0.3,
    albedo: (x, y, z, seed) =>
      tone *
      (0.9 + 0.2 * cloud(x * 22 + seed, y * 22, z * 22, 4)) *
      (1 - 0.5 * Math.max(0, noise(x * 260 + seed, y * 260, z * 260) - 0.86) * 5),
    bump: (x, y, z, seed) =>
      noise(seed, y * 380, 0) * 0.00016 + cloud(x * 90, y * 90, z * 90, 2) * 0.00018,
  };
}

/** Paper: bright, a little rough, and light comes through a single sheet. */
export function paper(tone: number, through = 0): Surface {
  return {
    tone,
    gloss: 0,
    roughness: 1,
    albedo: (x, y, z, seed) => tone * (0.95 + 0.05 * noise(x * 1700, y * 1700 + seed, z * 1700)),
    through,
  };
}

/** One tone, painted or cast. */
export function plain(tone: number, gloss = 0, roughness = 0.4): Surface {
  return { tone, gloss, roughness, albedo: () => tone };
}
