import type { Message } from '../finding.ts';
import { dotRows } from './dot-rows.ts';
import { keyRows } from './key.ts';
import { mark } from './marks.ts';
import { tooManyRows } from './messages.ts';
import { type Label, type Plot, type Point, padding, type Stroke } from './plot.ts';
import type { Row, Rows } from './rows.ts';
import { ptPerMm } from './sizes.ts';
import type { Studio } from './studio.ts';

const markMm = 1.3;
/** No page holds a higher drawing. */
const mostMm = 240;

/**
 * A row for each name, with a dot at the end of a stem from zero: for names that are too long to
 * stand under bars. Gives a message, and no plot, where there are more rows than a page holds.
 */
export function plotDots(rows: Rows, studio: Studio): Plot | Message {
  const { size, lettering } = studio;
  const widthPt = size.widthMm * ptPerMm;
  const laid = dotRows(rows, widthPt, mostMm * ptPerMm, studio);
  if (laid.heightPt > mostMm * ptPerMm) {
    const most = Math.floor((rows.xs.length * mostMm * ptPerMm) / laid.heightPt);
    return tooManyRows(studio.id, rows.xs.length, most, '');
  }
  const radius = markMm * ptPerMm;
  const gap = 0.45 * size.valuePt;
  const along = alongRow(rows, laid.left, widthPt, radius + gap, studio);
  const cap = lettering.capHeight(size.valuePt, true);
  const strokes: Stroke[] = [];
  const points: Point[] = [];
  const labels: Label[] = [...laid.labels];
  for (const row of rows.items) {
    const series = rows.series.indexOf(row.series);
    const y = laid.stem(rows.xs.indexOf(row.x), series);
    const x = along(row.value ?? 0);
    const back = (row.value ?? 0) < 0 ? -1 : 1;
    if (row.value !== undefined) {
      strokes.push(stem(row, along(0), x, y, studio));
      points.push(...mark(series, row.kind, x, y, radius));
    }
    labels.push({
      role: 'value',
      x: x + back * (row.value === undefined ? gap : radius + gap),
      y: y + cap / 2,
      lines: [studio.figure(row)],
      size: size.valuePt,
      leading: 0,
      strong: true,
      ink: 'black',
      align: back < 0 ? 'right' : 'left',
    });
  }
  const key = rows.series.length > 1 ? dotKey(rows, widthPt, studio) : { labels: [], points: [] };
  const all = [...labels, ...key.labels];
  for (const [y, y2] of laid.feet) {
    strokes.push({
      role: 'base',
      ...{ x: along(0), x2: along(0), y, y2, ink: 'deep', weight: size.basePt, dash: [] },
    });
  }
  return {
    ...{ widthPt, heightPt: laid.heightPt, basePt: laid.heightPt, low: 0, high: 1 },
    pad: padding(all, laid.heightPt, 0, lettering),
    ...{ bars: [], strokes, lines: [], points: [...points, ...key.points], labels: all },
    messages: [],
  };
}

/** From a figure to its place, with room for the widest figure beyond the furthest dots. */
function alongRow(rows: Rows, left: number, right: number, beyond: number, studio: Studio) {
  const values = rows.items.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const words = (some: Row[]) =>
    Math.max(
      0,
      ...some.map(
        (row) => studio.lettering.width(studio.figure(row), studio.size.valuePt, true) + beyond,
      ),
    );
  const from = left + words(rows.items.filter(({ value }) => (value ?? 0) < 0));
  const to = right - words(rows.items.filter(({ value }) => (value ?? 0) >= 0));
  const span = high - low || 1;
  return (value: number) => from + (Math.max(0, to - from) * (value - low)) / span;
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
