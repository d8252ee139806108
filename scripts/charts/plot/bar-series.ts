import type { Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import type { Places } from './bar-places.ts';
import { keyRows } from './key.ts';
import type { Ink, Label, Point } from './plot.ts';
import { ptPerMm } from './sizes.ts';

/**
 * What the bars of each series are filled with: dark, light, middling, lightest, so that they
 * differ in grey too. The lighter ones get an edge.
 */
export const barSeries: readonly [SeriesStyle, ...SeriesStyle[]] = [
  { ink: 'deep', edged: false },
  { ink: 'second', edged: true },
  { ink: 'accent', edged: true },
  { ink: 'pale', edged: true },
];

interface SeriesStyle {
  ink: Ink;
  edged: boolean;
}

/**
 * The name of its series under every bar, where all of them fit; an empty list where there are no
 * series; nothing where the names are too long and a key has to do.
 */
export function directNames(
  rows: Rows,
  places: Places,
  y: number,
  { size, lettering }: Studio,
): Label[] | undefined {
  if (rows.series.length === 1) return [];
  const room = places.left(0, 1) - 0.4 * size.notePt;
  const width = (name: string) => lettering.width(name, size.notePt, false);
  if (rows.series.some((name) => width(name) > room)) return undefined;
  const middle = size.align === 'middle';
  return rows.xs.flatMap((_, place) =>
    rows.series.map((name, i): Label => {
      const left = places.left(place, i);
      return {
        role: 'series',
        x: middle ? left + places.bar / 2 : left,
        y,
        lines: [name],
        size: size.notePt,
        leading: size.leadingMm * ptPerMm,
        strong: false,
        ink: 'black',
        align: middle ? 'center' : 'left',
      };
    }),
  );
}

/** A key to the bars of each series, above the plot. */
export function seriesKey(
  rows: Rows,
  bottom: number,
  places: Places,
  studio: Studio,
): { labels: Label[]; points: Point[] } {
  const { size, lettering } = studio;
  const side = lettering.capHeight(size.notePt, false);
  const entries = rows.series.map((name, i) => {
    const style = barSeries[i] ?? barSeries[0];
    const mark: Point = {
      ...{ x: 0, y: 0, shape: 'square', size: side ** 2, fill: style.ink },
      ...{ edge: 'deep', weight: size.basePt, dash: [] },
    };
    return { name, mark };
  });
  return keyRows(entries, bottom, places.widthPt, studio);
}
