import type { Row, Rows } from '../rows.ts';
import type { Lettering } from './lettering.ts';
import { type Box, type Label, overlap } from './plot.ts';

/** A figure to write, and where it may stand, best place first. */
export interface Figure {
  text: string;
  /** Baselines and horizontal places to try. */
  places: readonly { x: number; y: number; align: Label['align'] }[];
  /** Ones of a higher rank are placed first: 0 is the first to go. */
  rank: number;
  ink?: Label['ink'];
}

/** Below this share of figures that fit, only the ones that matter are written. */
const mostShare = 0.6;

/**
 * The figures of a chart, placed so that none touches another or an obstacle: all of them at the
 * first size that lets them; else as many as fit, those of the highest rank first. Where few fit,
 * only those of a rank above 0 are tried: a handful of others by chance would say nothing.
 */
export function placeFigures(
  figures: readonly Figure[],
  obstacles: readonly Box[],
  sizesPt: readonly number[],
  widthPt: number,
  lettering: Lettering,
): { labels: Label[]; left: number } {
  let best: Label[] = [];
  for (const size of sizesPt) {
    best = placeAll(figures, obstacles, size, widthPt, lettering);
    if (best.length === figures.length) break;
  }
  if (best.length < mostShare * figures.length) {
    const first = figures.filter(({ rank }) => rank > 0);
    best = placeAll(first, obstacles, sizesPt.at(-1) ?? 0, widthPt, lettering);
  }
  return { labels: best, left: figures.length - best.length };
}

function placeAll(
  figures: readonly Figure[],
  obstacles: readonly Box[],
  size: number,
  widthPt: number,
  lettering: Lettering,
): Label[] {
  const taken: Box[] = [...obstacles];
  const placed = new Map<Figure, Label>();
  const ranked = figures.toSorted((a, b) => b.rank - a.rank);
  for (const figure of ranked) {
    for (const place of figure.places) {
      const label = figureLabel(figure, place, size, widthPt, lettering);
      const box = lettering.box(label);
      const around = { ...box, left: box.left - size / 8, right: box.right + size / 8 };
      if (box.left < -0.01 || taken.some((other) => overlap(around, other))) continue;
      taken.push(around);
      placed.set(figure, label);
      break;
    }
  }
  return figures.flatMap((figure) => placed.get(figure) ?? []);
}

/** Moved sideways where it would leave the column. */
function figureLabel(
  figure: Figure,
  place: Figure['places'][number],
  size: number,
  widthPt: number,
  lettering: Lettering,
): Label {
  const label: Label = {
    role: 'value',
    ...place,
    lines: [figure.text],
    size,
    leading: 0,
    strong: true,
    ink: figure.ink ?? 'black',
  };
  const { left, right } = lettering.box(label);
  return { ...label, x: place.x - (Math.max(0, right - widthPt) || Math.min(0, left)) };
}

/** Which figures matter most where not all fit: the last, the first, the highest, the lowest. */
export function rankOf(row: Row, rows: Rows): number {
  const values = rows.items.flatMap(({ value }) => value ?? []);
  if (row.x === rows.xs.at(-1)) return 4;
  if (row.x === rows.xs[0]) return 3;
  if (row.value === Math.max(...values)) return 2;
  return row.value === Math.min(...values) ? 1 : 0;
}
