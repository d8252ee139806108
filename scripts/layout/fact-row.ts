import type { Html } from './html.ts';

/** One row of a facts panel. A fact that is missing has no row. */
export interface FactRow {
  key: string;
  label: string;
  value: Html;
  /** A fee's whole amount, set larger beside the label; `value` then says what it means. */
  amount?: Html;
  /** Gives way first where a panel is full. */
  late?: boolean;
}
