import type { Place } from '../finding.ts';

/** Facts as typed, before any schema: plain objects, arrays, texts, numbers, booleans. */
export interface Facts {
  data: Record<string, unknown>;
  /** `fees.0.total` -> where its value stands; a list or a group of keys stands at its key. */
  places: Record<string, Place>;
  /** Where the key itself stands. */
  keys: Record<string, Place>;
  /** How a number was typed: `0114` for the number 114. */
  typed: Record<string, string>;
  /**
   * Keys with nothing typed as their value: `blank` has its colon; what is cut off by a comma in
   * braces has none (`{total: 4,250}` is `total: 4` and the key `250`).
   */
  empty: Record<string, 'blank' | 'cut off'>;
}

export function noFacts(): Facts {
  return { data: {}, places: {}, keys: {}, typed: {}, empty: {} };
}
