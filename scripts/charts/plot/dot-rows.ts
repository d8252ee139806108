import { kindAt, type Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import type { Label } from './plot.ts';
import { ptPerMm } from './sizes.ts';
import { wrap, wrapHard } from './wrap.ts';

/** The rows of a dot chart: their names, and where their stems lie. Points. */
export interface DotRows {
  heightPt: number;
  /** Where the stems may begin. */
  left: number;
  labels: Label[];
  /** Stretches of the upright line at zero: it does not run through names that stand above. */
  feet: [from: number, to: number][];
  stem: (place: number, series: number) => number;
}

/** Names beside the stems take at most this share of the column. */
const mostShare = 0.45;
/** Rows may come this near, in ems of their words, and a stem this near to the next of its row. */
const leastRowEm = 1.5;
const seriesEm = 1.15;
/** How far the line at zero stands out above and below a stem. */
const footMm = 1.6;

/** Names beside the stems where the size wants that and they fit, else above them. */
export function dotRows(rows: Rows, widthPt: number, mostPt: number, studio: Studio): DotRows {
  const names = rows.xs.map((x) => {
    const kind = kindAt(rows, x);
    return kind === 'actual' ? x : studio.withKind(x, kind);
  });
  const beside =
    studio.size.rowLabels === 'beside' && namesBeside(names, rows, widthPt, mostPt, studio);
  return beside || namesAbove(names, rows, widthPt, studio);
}

function namesBeside(
  names: string[],
  rows: Rows,
  widthPt: number,
  mostPt: number,
  studio: Studio,
): DotRows | undefined {
  const { size, lettering } = studio;
  const width = (text: string) => lettering.width(text, size.labelPt, false);
  const lines = names.map((name) => wrap(name, mostShare * widthPt, 2, width));
  if (!lines.every((made) => made !== undefined)) return undefined;
  const leading = size.leadingMm * ptPerMm;
  const step = seriesEm * size.valuePt;
  const stems = (rows.series.length - 1) * step;
  const highest = Math.max(...lines.map((made) => made.length));
  const least = leastRowEm * size.labelPt + Math.max(stems, (highest - 1) * leading);
  const wanted = size.rowMm * ptPerMm + stems;
  const row = Math.max(least, Math.min(wanted, mostPt / names.length));
  const cap = lettering.capHeight(size.labelPt, false);
  const widest = Math.max(...lines.flat().map(width));
  return {
    heightPt: row * names.length,
    left: widest + size.labelPt,
    feet: [[0, row * names.length]],
    stem: (place, series) => (place + 0.5) * row - stems / 2 + series * step,
    labels: lines.map((made, i) => {
      const middle = (i + 0.5) * row;
      const y = middle + cap / 2 - ((made.length - 1) * leading) / 2;
      return nameLabel(made, y, leading, studio);
    }),
  };
}

function namesAbove(names: string[], rows: Rows, widthPt: number, studio: Studio): DotRows {
  const { size, lettering } = studio;
  const width = (text: string) => lettering.width(text, size.labelPt, false);
  const cap = lettering.capHeight(size.labelPt, false);
  const leading = size.leadingMm * ptPerMm;
  const step = seriesEm * size.valuePt;
  const stems = (rows.series.length - 1) * step;
  const foot = footMm * ptPerMm;
  const firsts: number[] = [];
  let y = 0;
  const labels = names.map((name) => {
    const made = wrapHard(name, widthPt, width);
    const extra = (made.length - 1) * leading;
    firsts.push(y + cap + extra + 0.32 * size.rowMm * ptPerMm);
    const label = nameLabel(made, y + cap, leading, studio);
    y += size.rowMm * ptPerMm + extra + stems;
    return label;
  });
  return {
    heightPt: y - 0.3 * size.rowMm * ptPerMm,
    left: 0,
    feet: firsts.map((first) => [first - foot, first + stems + foot]),
    stem: (place, series) => (firsts[place] ?? 0) + series * step,
    labels,
  };
}

function nameLabel(lines: string[], y: number, leading: number, { size }: Studio): Label {
  return {
    role: 'label',
    x: 0,
    y,
    lines,
    size: size.labelPt,
    leading,
    strong: false,
    ink: 'black',
    align: 'left',
  };
}
