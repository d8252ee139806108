import type { Row, Rows } from '../rows.ts';
import { capitalised, subject, type Wording } from './wording.ts';

/**
 * A title that says what the rows support and no more: the first fact and the last figure, which
 * is called a projection or an estimate if it is one. A chart of several series, or of names
 * instead of times, gets its subject for a title.
 */
export function titleOf(rows: Rows, wording: Wording): string {
  const figures = rows.items.filter(({ value }) => value !== undefined);
  const facts = figures.filter(({ kind }) => kind === 'actual');
  const [first, last] = [facts[0], figures.at(-1)];
  if (!last) return '';
  if (rows.series.length > 1 || !rows.temporal) {
    return capitalised(subject(rows, wording, wording.unit.what)) || wording.figure(last);
  }
  if (!first) return alone(last, wording);
  if (first === last)
    return wording.say('chart.single', { x: last.x, value: wording.figure(last) });
  const values = {
    ...{ from: first.x, first: wording.figure(first) },
    ...{ to: last.x, last: wording.figure(last) },
  };
  const { what } = wording.unit;
  if (what === '' || countable(figures, what)) return wording.say(titleKeys[last.kind], values);
  const sentence = wording.part(titleKeys[last.kind], { ...values, what: '' });
  return wording.say('chart.series', { series: capitalised(what), sentence });
}

/** Whether figure and unit make a phrase, as in "50 sessions", and not in "3.5 change in per cent". */
function countable(figures: Row[], what: string): boolean {
  const whole = figures.every(({ value = 0 }) => value >= 0 && Number.isInteger(value));
  return whole && !/[%()]|\s(in|per|as|par|en|fesul|mewn)\s/u.test(what);
}

const titleKeys = {
  actual: 'chart.title',
  estimate: 'chart.titleEstimated',
  projection: 'chart.titleProjected',
} as const;

/** A figure that is no fact, by itself. */
export function alone(row: Row, wording: Wording): string {
  const key = row.kind === 'projection' ? 'chart.isProjected' : 'chart.isEstimated';
  return wording.say(key, { x: row.x, value: wording.figure(row) });
}
