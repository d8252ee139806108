import type { Row } from '../rows.ts';

/** A figure with its place in the plot. */
export interface Spot {
  row: Row;
  /** Index of its series. */
  series: number;
  x: number;
  y: number;
}
