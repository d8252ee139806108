import type { Rows } from '../rows.ts';
import { type ChartSize, ptPerMm } from './sizes.ts';

/** Where the bars stand, in points from the plot's left edge. */
export interface Places {
  widthPt: number;
  /** From the left edge of a bar (or group) to that of the next. */
  pitch: number;
  /** The width of a group: of one bar where there is no series. */
  group: number;
  /** The width of one bar. */
  bar: number;
  /** The left edge of a bar. */
  left: (place: number, series: number) => number;
}

/** The gap between the bars of a group: a hairline of paper. */
const innerGapPt = 1;

/**
 * Bars of the size's own width and gap, from the left, as many as the column takes; more shrink,
 * bars and gaps alike, until they fill it.
 */
export function placeBars(rows: Rows, size: ChartSize): Places {
  const count = rows.xs.length;
  const widthPt = size.widthMm * ptPerMm;
  const wanted = count * size.barMm + (count - 1) * size.gapMm;
  const shrink = Math.min(1, size.widthMm / wanted);
  const group = size.barMm * shrink * ptPerMm;
  const pitch = (size.barMm + size.gapMm) * shrink * ptPerMm;
  const series = rows.series.length;
  const inner = series === 1 ? 0 : Math.min(innerGapPt, group / series / 6);
  const bar = (group - (series - 1) * inner) / series;
  return {
    widthPt,
    pitch,
    group,
    bar,
    left: (place, index) => place * pitch + index * (bar + inner),
  };
}
