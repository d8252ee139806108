import type { ChartFacts } from '../../content/schema/chart.ts';
import type { ChartSetting } from '../chart.ts';
import type { Kind, Row, Rows } from '../rows.ts';
import { kindKeys } from '../studio.ts';
import { readUnit, scaled, type Unit } from './unit.ts';

/** How a chart's rows are put into words. */
export interface Wording {
  unit: Unit;
  /** A figure of the chart's, in its unit's full number: 50 thousands are 50,000. */
  figure: (row: Row) => string;
  /** The name of the column along the base; nothing for the usual one, which is the year. */
  xName: string | undefined;
  /** The name of the column that tells series apart. */
  seriesName: string;
  /** Says a label with the chart's `what` in it, begun with a capital. */
  say: (key: string, values: Values) => string;
  /** The same, to be part of another. */
  part: (key: string, values: Values) => string;
  kindWord: (kind: Kind) => string;
}

type Values = Readonly<Record<string, string>>;

/** Nobody says this; it stands for a `what` that nobody gave, and goes with the colon after it. */
const nothing = '\ufffc';
const nothingSaid = /\ufffc[\s\u00a0\u202f]*[:,]?[\s\u00a0\u202f]*/gu;

/** Reads unit and column names. The words come from `setting.say`. */
export function wordingOf(facts: ChartFacts, setting: ChartSetting): Wording {
  const { say, number, world } = setting;
  const written = facts.unit ?? (facts.y === 'value' ? '' : facts.y);
  const unit = readUnit(written, world);
  const part = (key: string, values: Values) => {
    const what = values.what ?? unit.what;
    return say(key, { ...values, what: what || nothing }).replace(nothingSaid, '');
  };
  return {
    unit,
    figure: ({ value }) => (value === undefined ? '' : number(scaled(value, unit))),
    xName: facts.x === 'year' ? undefined : facts.x,
    seriesName: facts.series ?? '',
    part,
    say: (key, values) => capitalised(part(key, values)),
    kindWord: (kind) => say(kindKeys[kind]),
  };
}

/** The chart's subject, in one clause: "group therapy sessions in thousands, 2021 to 2023". */
export function subject(rows: Rows, wording: Wording, what = wording.unit.whole): string {
  const [from = '', to = ''] = [rows.xs[0], rows.xs.at(-1)];
  if (!rows.temporal) {
    return wording.xName === undefined ? what : byGroup(what, wording.xName, wording);
  }
  const grouped = rows.series.length > 1 ? byGroup(what, wording.seriesName, wording) : what;
  if (from === to) return grouped === '' ? from : `${grouped}, ${from}`;
  return wording.part('chart.range', { what: grouped, from, to });
}

function byGroup(what: string, group: string, { part }: Wording): string {
  return part('chart.by', { what, group: group.charAt(0).toLowerCase() + group.slice(1) });
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
