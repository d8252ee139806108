/**
 * Evenly spread sample points: Sobol's two dimensions, scrambled after Owen by hashing (Burley,
 * "Practical Hash-based Owen Scrambling", 2020). A pixel's samples depend on the pixel alone, so
 * the picture is the same however the work is shared.
 */
export class Sequence {
  #seed = 0;
  #index = 0;
  #pair = 0;
  /** The point that `next` made. */
  x = 0;
  y = 0;

  start(pixel: number, index: number): void {
    this.#seed = mixed(pixel + 1);
    this.#index = index;
    this.#pair = 0;
  }

  /** Makes the next point, in a new pair of dimensions, both from 0 to below 1. */
  next(): void {
    const seed = mixed(this.#seed + Math.imul(++this.#pair, 0x9e3779b9));
    const index = scrambled(this.#index, seed);
    this.x = (scrambled(reversed(index), mixed(seed ^ 0x68bc21eb)) >>> 0) / 4294967296;
    this.y = (scrambled(secondSobol(index), mixed(seed ^ 0x02e5be93)) >>> 0) / 4294967296;
  }
}

function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) | 0;
}

function reversed(value: number): number {
  let h = value;
  h = ((h & 0x55555555) << 1) | ((h >>> 1) & 0x55555555);
  h = ((h & 0x33333333) << 2) | ((h >>> 2) & 0x33333333);
  h = ((h & 0x0f0f0f0f) << 4) | ((h >>> 4) & 0x0f0f0f0f);
  h = ((h & 0x00ff00ff) << 8) | ((h >>> 8) & 0x00ff00ff);
  return (h << 16) | (h >>> 16);
}

function secondSobol(index: number): number {
  let result = 0;
  let direction = 0x80000000 | 0;
  for (let rest = index >>> 0; rest; rest >>>= 1, direction ^= direction >>> 1) {
    if (rest & 1) result ^= direction;
  }
  return result;
}

function scrambled(value: number, seed: number): number {
  let h = reversed(value);
  h = (h + seed) | 0;
  h ^= Math.imul(h, 0x6c50b47c);
  h ^= Math.imul(h, 0xb82f1e52 | 0);
  h ^= Math.imul(h, 0xc7afe638 | 0);
  h ^= Math.imul(h, 0x8d22f6e6 | 0);
  return reversed(h);
}
