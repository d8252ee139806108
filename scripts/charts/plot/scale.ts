import type { Rows } from '../rows.ts';

/** From figures to heights: zero is always among them, and the whole span is as high as the plot. */
export interface Scale {
  low: number;
  high: number;
  heightPt: number;
  /** From the plot's top. */
  y: (value: number) => number;
}

export function scaleOf(rows: Rows, heightPt: number): Scale {
  const values = rows.items.map(({ value }) => value ?? 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values) || (low === 0 ? 1 : 0);
  return { low, high, heightPt, y: (value) => (heightPt * (high - value)) / (high - low) };
}
