import type { Row, Rows } from '../rows.ts';
import { alone } from './title.ts';
import { capitalised, type Wording } from './wording.ts';

/**
 * What a chart shows, in a sentence (or one for each series): over time, from where to where the
 * facts went, and what is projected after them; of names, the highest and the lowest.
 */
export function sentenceOf(rows: Rows, wording: Wording): string {
  if (rows.series.length === 1) return ended(oneSeries(rows.items, rows, wording));
  const each = rows.series.map((name) => {
    const items = rows.items.filter(({ series }) => series === name);
    return ended(oneSeries(items, rows, { ...wording, unit: { ...wording.unit, what: name } }));
  });
  const all = each.filter(Boolean).join(' ');
  const { what } = wording.unit;
  return what ? wording.say('chart.series', { series: capitalised(what), sentence: all }) : all;
}

function oneSeries(items: Row[], rows: Rows, wording: Wording): string {
  const named = withWhat(wording);
  const figures = items.filter(({ value }) => value !== undefined);
  if (figures.length === 0) return '';
  return rows.temporal
    ? overTime(figures, rows.series.length > 1, named)
    : amongNames(figures, named);
}

/** `say` with the series for its `what`, where there is one. */
function withWhat(wording: Wording): Wording {
  const { what } = wording.unit;
  return { ...wording, say: (key, values) => wording.say(key, { what, ...values }) };
}

function overTime(figures: Row[], several: boolean, wording: Wording): string {
  const facts = figures.filter(({ kind }) => kind === 'actual');
  const others = figures.filter(({ kind }) => kind !== 'actual');
  const [first, last] = [facts[0], facts.at(-1)];
  const [begin, rest] =
    first && last
      ? [went(first, last, wording), others]
      : [begun(others, wording), others.slice(1)];
  // The last two are enough to read; the table has them all.
  const told = rest.slice(-2).reduce((sentence, row) => {
    const key = row.kind === 'projection' ? 'chart.thenProjected' : 'chart.thenEstimated';
    return wording.say(key, { sentence, x: row.x, value: wording.figure(row) });
  }, begin);
  const between =
    !several && turned(facts) ? amongNames(facts, { ...wording, say: silent(wording) }) : '';
  return between ? `${ended(told)} ${between}` : told;
}

function begun(others: Row[], wording: Wording): string {
  const [first] = others;
  return first ? alone(first, wording) : '';
}

function went(first: Row, last: Row, wording: Wording): string {
  if (first === last) {
    return wording.say('chart.single', { x: last.x, value: wording.figure(last) });
  }
  const change = Math.sign((last.value ?? 0) - (first.value ?? 0));
  const key = change > 0 ? 'chart.rose' : change < 0 ? 'chart.fell' : 'chart.same';
  return wording.say(key, {
    from: first.x,
    first: wording.figure(first),
    to: last.x,
    last: wording.figure(last),
  });
}

/** Whether the way from the first to the last fact led over a higher or a lower one. */
function turned(facts: Row[]): boolean {
  const values = facts.map(({ value }) => value ?? 0);
  const ends = [values[0] ?? 0, values.at(-1) ?? 0];
  return values.some((value) => value > Math.max(...ends) || value < Math.min(...ends));
}

/** A second sentence has no need to name again what it is about. */
function silent({ say }: Wording): Wording['say'] {
  return (key, values) => say(key, { ...values, what: '' });
}

function amongNames(figures: Row[], wording: Wording): string {
  const by = figures.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [high, low] = [by[0], by.at(-1)];
  if (!high || !low) return '';
  if (high === low) {
    return high.kind === 'actual'
      ? wording.say('chart.single', { x: high.x, value: wording.figure(high) })
      : alone(high, wording);
  }
  return wording.say('chart.extremes', {
    high: qualified(high, wording),
    highValue: wording.figure(high),
    low: qualified(low, wording),
    lowValue: wording.figure(low),
  });
}

/** "2023, projected": a figure that is no fact is never named as if it were. */
function qualified({ x, kind }: Row, { part, kindWord }: Wording): string {
  return kind === 'actual' ? x : part('chart.labelled', { label: x, kind: kindWord(kind) });
}

function ended(sentence: string): string {
  return sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
