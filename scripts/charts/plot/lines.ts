import type { Message } from '../../finding.ts';
import { namesTooLong } from '../messages.ts';
import { type Kind, kindAt, type Row, type Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import { axisLabels } from './axis.ts';
import { liftMm, lineFigures } from './line-figures.ts';
import { lineNames } from './line-names.ts';
import { mark, pointSeries } from './marks.ts';
import { padding } from './padding.ts';
import type { LinePoint, Plot, Stroke } from './plot.ts';
import { scaleOf } from './scale.ts';
import { ptPerMm } from './sizes.ts';
import type { Spot } from './spot.ts';

const linePt = 1.5;
/** From the ends of the base to the first and the last point: half a year's name and figure, which then stand over their point. */
const insetMm = 4;
const markMm = 1.1;
/** Marks smaller than this are left out: the line says it. */
const leastMarkMm = 0.5;

/**
 * Lines over a base at zero, one for each series. Years stand as far apart as they are. Gives a
 * message, and no plot, where names do not fit along the base.
 */
export function plotLines(rows: Rows, studio: Studio): Plot | Message {
  const { size, lettering } = studio;
  const scale = scaleOf(rows, size.heightMm * ptPerMm);
  const widthPt = size.widthMm * ptPerMm;
  const valueRoom =
    Math.max(size.valueLiftMm, liftMm) * ptPerMm + lettering.capHeight(size.valuePt, true);
  const names = lineNames(rows, scale, widthPt, -valueRoom - size.notePt, studio);
  const inset = insetMm * ptPerMm;
  const at = alongBase(rows, inset, widthPt - names.reserve - inset);
  const pitch = Math.min(widthPt, ...at.slice(1).map((x, i) => x - (at[i] ?? 0)));
  const spots = rows.items
    .filter(({ value }) => value !== undefined)
    .map(
      (row): Spot => ({
        row,
        series: rows.series.indexOf(row.series),
        x: at[rows.xs.indexOf(row.x)] ?? 0,
        y: scale.y(row.value ?? 0),
      }),
    );
  const radius = Math.min(markMm * ptPerMm, pitch / 3);
  const lines = linesThrough(spots, rows, studio);
  const points = spots.flatMap(({ row, series, x, y }) => {
    const shown =
      radius >= leastMarkMm * ptPerMm || isolated(row, rows) || row.x === rows.xs.at(-1);
    return shown ? mark(series, row.kind, x, y, Math.max(radius, leastMarkMm * ptPerMm)) : [];
  });
  const below = scale.low < 0 ? valueRoom : 0;
  const axisPt = scale.heightPt + below + size.labelDropMm * ptPerMm;
  const bounds = {
    basePt: scale.y(0),
    widthPt: widthPt - names.reserve,
    footPt: axisPt - lettering.capHeight(size.labelPt, false) - 1,
  };
  const figures = lineFigures(spots, lines, rows, bounds, studio);
  const axis = axisLabels(
    {
      names: rows.xs,
      at,
      kinds: rows.xs.map((x) => kindAt(rows, x)),
      pitch,
      widthPt,
      y: axisPt,
      temporal: rows.temporal,
    },
    { ...studio, size: { ...size, align: 'middle', kind: 'below' } },
  );
  if (!axis) return namesTooLong(studio.id);
  const labels = [...figures, ...names.labels(spots), ...axis];
  const base: Stroke = {
    role: 'base',
    ...{ x: 0, x2: widthPt - names.reserve, y: scale.y(0), y2: scale.y(0) },
    ...{ ink: 'deep', weight: size.basePt, dash: [] },
  };
  return {
    widthPt,
    heightPt: scale.heightPt,
    pad: padding(labels, scale.heightPt, valueRoom, lettering),
    basePt: scale.y(0),
    low: scale.low,
    high: scale.high,
    bars: [],
    strokes: [base],
    lines,
    points: [...points, ...names.points],
    labels,
    messages: [],
  };
}

/** Years at their distance in years; anything else at equal distances. */
function alongBase({ xs }: Rows, from: number, to: number): number[] {
  const years = xs.map((x) =>
    /^\d{4}([/–-]\d{2}(\d{2})?)?$/.test(x) ? Number(x.slice(0, 4)) : Number.NaN,
  );
  const distinct = new Set(years).size === xs.length && !years.some(Number.isNaN);
  const steps = distinct ? years : xs.map((_, i) => i);
  const [first = 0, last = 0] = [steps[0], steps.at(-1)];
  if (first === last) return [(from + to) / 2];
  return steps.map((step) => from + ((to - from) * (step - first)) / (last - first));
}

/**
 * The polylines of each series: broken at a gap, and begun anew where the kind changes. The stretch
 * that leads to a projection is a projection's.
 */
function linesThrough(spots: Spot[], rows: Rows, { size }: Studio): LinePoint[] {
  const dashes: Record<Kind, number[]> = {
    actual: [],
    estimate: [0.5 * ptPerMm, 0.8 * ptPerMm],
    projection: size.dashMm.map((mm) => mm * ptPerMm),
  };
  return rows.series.flatMap((_, series) => {
    const own = spots.filter((spot) => spot.series === series);
    let line = 0;
    let kind: Kind | undefined;
    return own.slice(1).flatMap((to, i): LinePoint[] => {
      const from = own[i] ?? to;
      if (rows.xs.indexOf(to.row.x) !== rows.xs.indexOf(from.row.x) + 1) {
        kind = undefined;
        return [];
      }
      const goesOn = to.row.kind === kind;
      if (!goesOn) line++;
      kind = to.row.kind;
      const style = {
        line: `${series}.${line}`,
        ink: pointSeries[series]?.ink ?? 'deep',
        weight: linePt,
        dash: dashes[to.row.kind],
      };
      const [start, end] = [
        { ...style, x: from.x, y: from.y },
        { ...style, x: to.x, y: to.y },
      ];
      return goesOn ? [end] : [start, end];
    });
  });
}

/** Whether no line leads to or from a figure. */
function isolated(row: Row, rows: Rows): boolean {
  const place = rows.xs.indexOf(row.x);
  return ![place - 1, place + 1].some((next) =>
    rows.items.some(
      ({ x, series, value }) => x === rows.xs[next] && series === row.series && value !== undefined,
    ),
  );
}
