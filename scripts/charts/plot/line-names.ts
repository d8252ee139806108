import type { Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import { keyRows } from './key.ts';
import { mark } from './marks.ts';
import type { Label, Point } from './plot.ts';
import type { Scale } from './scale.ts';
import { ptPerMm } from './sizes.ts';
import type { Spot } from './spot.ts';

/** Names take at most this share of the column; longer ones go into a key. */
const mostShare = 0.4;

/**
 * The names of the series at their lines' ends, or in a key above the plot where they are too long
 * or a line ends early. `reserve` is the room they take at the right.
 */
export function lineNames(
  rows: Rows,
  scale: Scale,
  widthPt: number,
  keyBottom: number,
  studio: Studio,
): { reserve: number; points: Point[]; labels: (spots: Spot[]) => Label[] } {
  if (rows.series.length === 1) return { reserve: 0, points: [], labels: () => [] };
  const { size, lettering } = studio;
  const gap = 0.5 * size.notePt;
  const widest = Math.max(...rows.series.map((name) => lettering.width(name, size.notePt, false)));
  const reachEnd = rows.series.every((name) =>
    rows.items.some(
      ({ x, series, value }) => x === rows.xs.at(-1) && series === name && value !== undefined,
    ),
  );
  const separate = 1.15 * size.notePt;
  const fit =
    widest + gap <= mostShare * widthPt && rows.series.length * separate <= scale.heightPt;
  if (!reachEnd || !fit) {
    const key = keyRows(
      rows.series.map((name, i) => ({ name, mark: keyMark(i, size.notePt) })),
      keyBottom,
      widthPt,
      studio,
    );
    return { reserve: 0, points: key.points, labels: () => key.labels };
  }
  const reserve = widest + gap;
  return {
    reserve,
    points: [],
    labels: (spots) => {
      const ends = rows.series.flatMap((_, i) => spots.findLast((spot) => spot.series === i) ?? []);
      const half = lettering.capHeight(size.notePt, false) / 2;
      const places = spread(
        ends.map(({ y }) => y + half),
        separate,
        half * 2,
        scale.heightPt,
      );
      return ends.map(({ row }, i) => ({
        role: 'series',
        x: widthPt - reserve + gap,
        y: places[i] ?? 0,
        lines: [row.series],
        size: size.notePt,
        leading: size.leadingMm * ptPerMm,
        strong: false,
        ink: 'black',
        align: 'left',
      }));
    },
  };
}

function keyMark(series: number, notePt: number): Point {
  const [point] = mark(series, 'actual', 0, 0, notePt / 4);
  if (!point) throw new Error('a fact has a mark');
  return point;
}

/** Baselines as near to the wanted ones as keeps them `apart`, in their order, within the plot. */
export function spread(wanted: number[], apart: number, least: number, most: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = order.map((i) => Math.min(Math.max(wanted[i] ?? 0, least), most));
  for (let i = 1; i < placed.length; i++) {
    placed[i] = Math.max(placed[i] ?? 0, (placed[i - 1] ?? 0) + apart);
  }
  for (let i = placed.length - 1; i >= 0; i--) {
    const limit = i === placed.length - 1 ? most : (placed[i + 1] ?? 0) - apart;
    placed[i] = Math.min(placed[i] ?? 0, limit);
  }
  const result: number[] = [];
  order.forEach((index, i) => {
    result[index] = placed[i] ?? 0;
  });
  return result;
}
