import type { Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import type { Box, Label, LinePoint } from './plot.ts';
import { ptPerMm } from './sizes.ts';
import type { Spot } from './spot.ts';
import { placeFigures, rankOf } from './values.ts';

/** From the middle of a mark to the baseline above it, or to the top of the figure below. */
export const liftMm = 2.1;
/** How much higher a figure may stand than it would, so that a line that falls steeply passes below it: all figures stay on one side. */
const raisesMm = [0, 1, 2, 3];
/** A mark, and a little air. */
const markReachMm = 1.3;

/**
 * The figures at the points of lines, above them, or below where that has no room (with several
 * lines below first in a dip), as many as find room clear of lines, marks and one another: those of the ends before the rest. `bounds` is where
 * the base lies, where the lines' room ends at the right, and where the words below begin.
 */
export function lineFigures(
  spots: Spot[],
  lines: LinePoint[],
  rows: Rows,
  bounds: { basePt: number; widthPt: number; footPt: number },
  { size, lettering, figure }: Studio,
): Label[] {
  // Larger figures stand further off.
  const lift = Math.max(liftMm, size.valueLiftMm) * ptPerMm;
  const cap = lettering.capHeight(size.valuePt, true);
  const figures = spots.map((spot) => {
    const { row, x, y } = spot;
    const above = raisesMm.map((mm) => ({
      x,
      y: y - lift - mm * ptPerMm,
      align: 'center' as const,
    }));
    const below = { x, y: y + lift + cap, align: 'center' as const };
    return {
      text: figure(row),
      places: rows.series.length > 1 && inDip(spot, spots) ? [below, ...above] : [...above, below],
      rank: rankOf(row, rows),
    };
  });
  const marks = spots.map(({ x, y }) => around(x, y, markReachMm * ptPerMm));
  const { basePt, widthPt, footPt } = bounds;
  const base = { left: 0, right: widthPt, top: basePt - 1, bottom: basePt + 1 };
  const foot = { left: 0, right: widthPt, top: footPt, bottom: Number.POSITIVE_INFINITY };
  const { labels } = placeFigures(
    figures,
    [...marks, ...alongLines(lines), base, foot],
    [size.valuePt, size.notePt],
    widthPt,
    lettering,
  );
  return labels;
}

/** Whether both neighbours of a point lie higher. */
function inDip(spot: Spot, spots: Spot[]): boolean {
  const own = spots.filter(({ series }) => series === spot.series);
  const at = own.indexOf(spot);
  const neighbours = [own[at - 1], own[at + 1]].filter((next) => next !== undefined);
  return neighbours.length > 0 && neighbours.every(({ y }) => y < spot.y);
}

/** Small boxes along every line, which words have to keep clear of. */
function alongLines(lines: LinePoint[]): Box[] {
  return lines.flatMap((to, i) => {
    const from = lines[i - 1];
    if (!from || from.line !== to.line) return [];
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 2);
    return Array.from({ length: steps + 1 }, (_, step) => {
      const share = steps === 0 ? 0 : step / steps;
      return around(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, to.weight);
    });
  });
}

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
