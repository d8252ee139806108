import type { ChartFacts } from '../content/schema/chart.ts';
import type { Message, Report } from '../finding.ts';
import type { ChartSetting } from './chart.ts';
import {
  allGaps,
  duplicateRow,
  noColumn,
  noLabel,
  noRows,
  notANumber,
  numberTooLarge,
  tooManySeries,
  unknownKind,
} from './messages.ts';

export type Kind = 'actual' | 'estimate' | 'projection';

/** One figure. */
export interface Row {
  x: string;
  /** Nothing: a gap, which is no zero. */
  value: number | undefined;
  kind: Kind;
  /** Empty where a chart has no series. */
  series: string;
}

/** The figures of a chart, validated, in the order they are drawn. */
export interface Rows {
  items: Row[];
  /** Each once, in order: by time if all are times, else as the author has them. */
  xs: string[];
  /** Each once; one empty name where there is no series. */
  series: string[];
  /** Whether `xs` are years, months or days. */
  temporal: boolean;
}

/** More than these no reader tells apart. */
const mostSeries = 4;

/** A figure of more digits than a number keeps exactly is a mistake. */
const largest = 1e15;

type GivenRow = NonNullable<ChartFacts['rows']>[number];
type Cell = GivenRow[string] | undefined;
type Complain = (message: Message, column?: string) => void;

/**
 * Validates a chart's rows. What is wrong is reported with its place, all of it, and then nothing
 * is returned: a chart is drawn from all its rows or not at all.
 */
export function readRows(
  facts: ChartFacts,
  { id, place }: ChartSetting,
  report: Report,
): Rows | undefined {
  const given = facts.rows ?? [];
  if (given.length === 0) {
    report(noRows(id), place(facts.data === undefined ? '' : 'data') ?? place(''));
    return undefined;
  }
  if (!hasColumns(facts, given, id, (message, key = '') => report(message, place(key)))) {
    return undefined;
  }
  let sound = true;
  const items = given.map((row, i) =>
    readRow(row, i, facts, id, (message, column) => {
      sound = false;
      const at = column === undefined ? undefined : place(`rows.${i}.${column}`);
      report(message, at ?? place(`rows.${i}`) ?? place(''));
    }),
  );
  const rows = inOrder(items);
  const faults = [
    ...twice(items).map((name) => duplicateRow(id, name)),
    ...(rows.series.length > mostSeries ? [tooManySeries(id, rows.series.length)] : []),
    ...(sound && items.every(({ value }) => value === undefined) ? [allGaps(id)] : []),
  ];
  for (const fault of faults) report(fault, place(''));
  return sound && faults.length === 0 ? rows : undefined;
}

function hasColumns(facts: ChartFacts, given: GivenRow[], id: string, complain: Complain): boolean {
  const columns = [...new Set(given.flatMap((row) => Object.keys(row)))];
  const lacking = (['x', 'y', 'series'] as const).filter((key) => {
    const column = facts[key];
    return column !== undefined && !columns.includes(column);
  });
  for (const key of lacking) complain(noColumn(id, key, facts[key] ?? '', columns), key);
  return lacking.length === 0;
}

function readRow(
  row: GivenRow,
  index: number,
  facts: ChartFacts,
  id: string,
  complain: Complain,
): Row {
  const x = text(row[facts.x]);
  const series = facts.series === undefined ? '' : text(row[facts.series]);
  if (x === '') complain(noLabel(id, index + 1, facts.x), facts.x);
  if (facts.series !== undefined && series === '') {
    complain(noLabel(id, index + 1, facts.series), facts.series);
  }
  const written = text(row[facts.y]);
  const value = written === '' ? undefined : figure(row[facts.y], written);
  if (Number.isNaN(value)) complain(notANumber(id, x, written), facts.y);
  else if (Math.abs(value ?? 0) >= largest) complain(numberTooLarge(id, x), facts.y);
  const kind = text(row[facts.kind]) || (facts.sourceKind ?? 'actual');
  if (!isKind(kind)) complain(unknownKind(id, kind), facts.kind);
  return { x, value, kind: isKind(kind) ? kind : 'actual', series };
}

function text(cell: Cell): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

/** A table in a file has its figures as text; only plain ones are taken, for "1.250" may mean either. */
function figure(cell: Cell, written: string): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
  return /^[-−]?\d+(\.\d+)?$/.test(written) ? Number(written.replace('−', '-')) : Number.NaN;
}

function isKind(kind: string): kind is Kind {
  return kind === 'actual' || kind === 'estimate' || kind === 'projection';
}

function twice(items: Row[]): string[] {
  const names = items.map(({ x, series }) => [x, series].filter(Boolean).join(', '));
  return [...new Set(names.filter((name, i) => name !== '' && names.indexOf(name) !== i))];
}

/** Years, quarters, months, days: `2021`, `2021/22`, `2021-22`, `2021-03`, `2021-03-31`. */
const time = /^\d{4}([/–-]\d{2}(\d{2})?(-\d{2})?)?$/;

function inOrder(items: Row[]): Rows {
  const temporal = items.every(({ x }) => time.test(x));
  const xs = [...new Set(items.map(({ x }) => x))];
  if (temporal) xs.sort();
  const series = [...new Set(items.map((row) => row.series))];
  const order = (row: Row) => xs.indexOf(row.x) * series.length + series.indexOf(row.series);
  return { items: items.toSorted((a, b) => order(a) - order(b)), xs, series, temporal };
}

/** What the figures at one place are: no fact, if any of them is none. */
export function kindAt(rows: Rows, x: string): Kind {
  const kinds = rows.items.filter((row) => row.x === x).map(({ kind }) => kind);
  return (
    kinds.find((kind) => kind === 'projection') ??
    kinds.find((kind) => kind !== 'actual') ??
    'actual'
  );
}
