import type { Message } from '../../finding.ts';
import { namesTooLong, tooManyRows, valuesThinned } from '../messages.ts';
import { kindAt, type Row, type Rows } from '../rows.ts';
import type { Studio } from '../studio.ts';
import { axisLabels } from './axis.ts';
import { type Places, placeBars } from './bar-places.ts';
import { barSeries, directNames, seriesKey } from './bar-series.ts';
import { padding } from './padding.ts';
import type { Bar, Plot, Stroke } from './plot.ts';
import { type Scale, scaleOf } from './scale.ts';
import { ptPerMm } from './sizes.ts';
import { type BarBox, hatch, outline } from './strokes.ts';
import { type Figure, placeFigures, rankOf } from './values.ts';

/** A bar and its gap may shrink to this together; below it bars are hairlines. */
const leastPitchMm = 0.7;
/** From one line of an estimate's hatching to the next. */
const hatchMm = 1.2;
/** No thinner line prints surely. */
const leastLinePt = 0.5;

/**
 * Bars, alone or in groups, from a common base at zero. Gives a message, and no plot, where there
 * are so many that they would be hairlines, or where their names do not fit under them.
 */
export function plotBars(rows: Rows, studio: Studio): Plot | Message {
  const { size, lettering } = studio;
  const places = placeBars(rows, size);
  if (places.pitch / rows.series.length < leastPitchMm * ptPerMm) {
    const most = Math.floor(size.widthMm / leastPitchMm / rows.series.length);
    return tooManyRows(studio.id, rows.xs.length, most, ', or `template: line`');
  }
  const scale = scaleOf(rows, size.heightMm * ptPerMm);
  const drawn = rows.items.map((row) => drawBar(row, rows, places, scale, studio));
  const figures = barFigures(drawn, rows, places, studio);
  const valueRoom = size.valueLiftMm * ptPerMm + lettering.capHeight(size.valuePt, true);
  const below = scale.heightPt + (scale.low < 0 ? valueRoom : 0) + size.labelDropMm * ptPerMm;
  const names = directNames(rows, places, below, studio);
  const key = names ? undefined : seriesKey(rows, -valueRoom - size.notePt, places, studio);
  const axis = axisLabels(
    {
      names: rows.xs,
      at: rows.xs.map((_, i) => anchor(places.left(i, 0), places.group, studio)),
      kinds: rows.xs.map((x) => kindAt(rows, x)),
      pitch: places.pitch,
      widthPt: places.widthPt,
      y: below + (names && names.length > 0 ? size.leadingMm * ptPerMm : 0),
      temporal: rows.temporal,
    },
    studio,
  );
  if (!axis) return namesTooLong(studio.id);
  const labels = [...figures.labels, ...(names ?? []), ...(key?.labels ?? []), ...axis];
  const base: Stroke = {
    role: 'base',
    ...{ x: 0, x2: (rows.xs.length - 1) * places.pitch + places.group },
    ...{ y: scale.y(0), y2: scale.y(0), ink: 'deep', weight: size.basePt, dash: [] },
  };
  return {
    widthPt: places.widthPt,
    heightPt: scale.heightPt,
    pad: padding(labels, scale.heightPt, valueRoom, lettering),
    basePt: scale.y(0),
    low: scale.low,
    high: scale.high,
    bars: drawn.flatMap(({ bars }) => bars),
    strokes: [...drawn.flatMap(({ strokes }) => strokes), base],
    lines: [],
    points: key?.points ?? [],
    labels,
    messages: figures.left > 0 ? [valuesThinned(studio.id)] : [],
  };
}

interface DrawnBar {
  row: Row;
  box: BarBox;
  bars: Bar[];
  strokes: Stroke[];
}

/** A fact is solid; an estimate is hatched; a projection is hollow, with a dashed outline. */
function drawBar(row: Row, rows: Rows, places: Places, scale: Scale, studio: Studio): DrawnBar {
  const { size } = studio;
  const series = rows.series.indexOf(row.series);
  const left = places.left(rows.xs.indexOf(row.x), series);
  const box = { left, right: left + places.bar, base: scale.y(0), head: scale.y(row.value ?? 0) };
  const style = barSeries[series] ?? barSeries[0];
  const weight = Math.min(size.outlinePt, Math.max(size.basePt, places.bar / 8));
  const narrow = Math.min(1, places.bar / ptPerMm / 4);
  const dash = size.dashMm.map((mm) => mm * ptPerMm * narrow) as [number, number];
  if (row.value === undefined) return { row, box, bars: [], strokes: [] };
  const bar: Bar = {
    x: left + places.bar / 2,
    width: places.bar,
    value: row.value,
    ink: style.ink,
  };
  switch (row.kind) {
    case 'actual':
      return {
        row,
        box,
        bars: [bar],
        strokes: style.edged ? outline(box, size.basePt, undefined, 'deep') : [],
      };
    case 'projection':
      return { row, box, bars: [], strokes: outline(box, weight, dash, 'deep') };
    case 'estimate': {
      const edge = Math.max(leastLinePt, weight * 0.6);
      const within = { ...box, left: left + edge / 2, right: box.right - edge / 2 };
      const gap = hatchMm * ptPerMm * Math.max(narrow, 0.6);
      return {
        row,
        box,
        bars: [],
        strokes: [...hatch(within, gap, edge, 'deep'), ...outline(box, edge, undefined, 'deep')],
      };
    }
  }
}

function barFigures(drawn: DrawnBar[], rows: Rows, places: Places, studio: Studio) {
  const { size, lettering } = studio;
  const lift = size.valueLiftMm * ptPerMm;
  const figures = drawn.map(({ row, box }): Figure => {
    const under = (row.value ?? 0) < 0;
    const cap = lettering.capHeight(size.valuePt, true);
    const x = anchor(box.left, places.bar, studio);
    const y = under ? box.head + lift + cap : box.head - lift;
    const align = size.align === 'middle' ? 'center' : 'left';
    return { text: studio.figure(row), places: [{ x, y, align }], rank: rankOf(row, rows) };
  });
  const obstacles = drawn.map(({ box }) => ({
    left: box.left,
    right: box.right,
    top: Math.min(box.base, box.head),
    bottom: Math.max(box.base, box.head),
  }));
  return placeFigures(figures, obstacles, [size.valuePt, size.notePt], places.widthPt, lettering);
}

/** Words stand over the middle of a bar, or begin at its left edge. */
function anchor(left: number, width: number, { size }: Studio): number {
  return size.align === 'middle' ? left + width / 2 : left;
}
