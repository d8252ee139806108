import type { Message } from '../../finding.ts';
import { tooManyRows, valuesThinned } from '../messages.ts';
import type { Row, Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import { dotRows } from './dot-rows.ts';
import { keyRows } from './key.ts';
import { mark } from './marks.ts';
import { padding } from './padding.ts';
import type { Label, Plot, Point, Stroke } from './plot.ts';
import { ptPerMm } from './sizes.ts';

const markMm = 1.3;
/** No page holds a higher drawing. */
const pageMm = 240;

/**
 * A row for each name, with a dot at the end of a stem from zero: for names that are too long to
 * stand under bars. Gives a message, and no plot, where there are more rows than a page holds.
 */
export function plotDots(rows: Rows, studio: Studio): Plot | Message {
  const { size, lettering } = studio;
  const mostMm = size.mostMm ?? pageMm;
  const widthPt = size.widthMm * ptPerMm;
  const laid = dotRows(rows, widthPt, mostMm * ptPerMm, studio);
  if (laid.heightPt > mostMm * ptPerMm) {
    const most = Math.floor((rows.xs.length * mostMm * ptPerMm) / laid.heightPt);
    return tooManyRows(studio.id, rows.xs.length, most, '');
  }
  const along = alongRow(rows, laid.left, widthPt, studio);
  const strokes: Stroke[] = [];
  const points: Point[] = [];
  const labels: Label[] = [...laid.labels];
  for (const row of rows.items) {
    const series = rows.series.indexOf(row.series);
    const y = laid.stem(rows.xs.indexOf(row.x), series);
    const x = along.at(row.value ?? 0);
    if (row.value !== undefined) {
      strokes.push(stem(row, along.at(0), x, y, studio));
      points.push(...mark(series, row.kind, x, y, markMm * ptPerMm));
    }
    if (along.figurePt !== undefined) labels.push(figureLabel(row, x, y, along.figurePt, studio));
  }
  const key = rows.series.length > 1 ? dotKey(rows, widthPt, studio) : { labels: [], points: [] };
  const all = [...labels, ...key.labels];
  for (const [y, y2] of laid.feet) {
    strokes.push({
      role: 'base',
      ...{ x: along.at(0), x2: along.at(0), y, y2, ink: 'deep', weight: size.basePt, dash: [] },
    });
  }
  return {
    ...{ widthPt, heightPt: laid.heightPt, basePt: laid.heightPt, low: 0, high: 1 },
    pad: padding(all, laid.heightPt, 0, lettering),
    ...{ bars: [], strokes, lines: [], points: [...points, ...key.points], labels: all },
    messages: along.figurePt === undefined ? [valuesThinned(studio.id)] : [],
  };
}

/** The stems have at least this share of the column, or the figures give way. */
const leastShare = 0.2;

/** From the middle of a dot to the figure beside it. */
function besidePt(figurePt: number): number {
  return markMm * ptPerMm + 0.45 * figurePt;
}

/**
 * From a figure to its place, with room beyond the furthest dots for the widest figures, at the
 * size that leaves the stems enough; nothing is written where none does.
 */
function alongRow(rows: Rows, left: number, right: number, studio: Studio) {
  const values = rows.items.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const room = (some: Row[], pt: number | undefined) =>
    pt === undefined
      ? markMm * ptPerMm
      : Math.max(
          markMm * ptPerMm,
          ...some.map((row) => studio.lettering.width(studio.figure(row), pt, true) + besidePt(pt)),
        );
  const below = rows.items.filter(({ value }) => (value ?? 0) < 0);
  const above = rows.items.filter(({ value }) => (value ?? 0) >= 0);
  // A dot on the line at zero has to be whole.
  const nearZero = rows.items.some(({ value }) => value !== undefined && value < 0.05 * span);
  const ends = (pt: number | undefined) => ({
    from: left + (below.length > 0 ? room(below, pt) : nearZero ? markMm * ptPerMm : 0),
    to: right - room(above, pt),
  });
  const { valuePt, notePt } = studio.size;
  const figurePt = [valuePt, notePt].find((pt) => {
    const { from, to } = ends(pt);
    return to - from >= leastShare * right;
  });
  const { from, to } = ends(figurePt);
  return { figurePt, at: (value: number) => from + ((to - from) * (value - low)) / span };
}

function figureLabel(row: Row, x: number, y: number, size: number, studio: Studio): Label {
  const back = (row.value ?? 0) < 0;
  const beside = row.value === undefined ? 0.45 * size : besidePt(size);
  return {
    role: 'value',
    x: back ? x - beside : x + beside,
    y: y + studio.lettering.capHeight(size, true) / 2,
    lines: [studio.figure(row)],
    size,
    leading: 0,
    strong: true,
    ink: 'black',
    align: back ? 'right' : 'left',
  };
}

function stem(row: Row, zero: number, x: number, y: number, { size }: Studio): Stroke {
  const dashes = {
    actual: [],
    estimate: [0.5 * ptPerMm, 0.8 * ptPerMm],
    projection: size.dashMm.map((mm) => mm * ptPerMm),
  };
  const line = { x: zero, y, x2: x, y2: y, dash: dashes[row.kind] };
  return { role: 'stem', ...line, ink: 'deep', weight: size.outlinePt };
}

function dotKey(rows: Rows, widthPt: number, studio: Studio) {
  const { size } = studio;
  const entries = rows.series.flatMap((name, i) =>
    mark(i, 'actual', 0, 0, size.notePt / 4).map((point) => ({ name, mark: point })),
  );
  return keyRows(entries, -size.notePt, widthPt, studio);
}
