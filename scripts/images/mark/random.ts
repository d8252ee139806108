/** Numbers from 0 up to 1, the same ones for the same seed on every machine. */
export interface Random {
  (): number;
  /** Goes past so many numbers, at the cost of one. */
  skip(count: number): void;
}

/** SplitMix32 only counts: its state grows by this for each number. */
const step = 0x9e3779b9;

/**
 * A generator for this seed: FNV-1a takes the text to 32 bits, SplitMix32 goes on from there.
 * Whole-number arithmetic only.
 */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) {
    state = Math.imul(state ^ byte, 0x01000193);
  }
  const next = (): number => {
    state = (state + step) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  next.skip = (count: number): void => {
    state = (state + Math.imul(step, count)) | 0;
  };
  return next;
}

export function between(random: Random, range: readonly [low: number, high: number]): number {
  return range[0] + (range[1] - range[0]) * random();
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}
