import type { ChartFacts } from '../../content/schema/chart.ts';
import type { ChartSetting, Table } from '../chart.ts';
import { type Kind, kindAt, type Row, type Rows } from '../rows.ts';
import { capitalised, subject, type Wording } from './wording.ts';

/**
 * The numbers: a row for each place along the base. With series, a column for each, and what is no
 * fact says so in its cell; without, in a column of its own, which charts of facts alone do without.
 * Figures stand in the chart's own unit. `caption` differs from `title`.
 */
export function tableOf(
  rows: Rows,
  facts: ChartFacts,
  wording: Wording,
  { say, number }: ChartSetting,
  title: string,
): Table {
  const caption = capitalised(subject(rows, wording));
  const xHead = wording.xName === undefined ? say('chart.year') : capitalised(wording.xName);
  const figure = ({ value }: Row) => (value === undefined ? say('chart.noFigure') : number(value));
  const table =
    rows.series.length > 1
      ? bySeries(rows, figure, wording)
      : alone(rows, figure, wording, capitalised(facts.unit ?? yHead(facts, say)), say);
  return {
    caption: caption === '' || caption === title ? say('chart.table') : caption,
    head: [xHead, ...table.head],
    rows: table.rows,
  };
}

type Columns = Pick<Table, 'head' | 'rows'>;
type Figure = (row: Row) => string;

function alone(
  rows: Rows,
  figure: Figure,
  { kindWord }: Wording,
  head: string,
  say: ChartSetting['say'],
): Columns {
  const plain = rows.items.every(({ kind }) => kind === 'actual');
  return {
    head: plain ? [head] : [head, say('chart.kind')],
    rows: rows.items.map((row) => [row.x, figure(row), ...(plain ? [] : [kindWord(row.kind)])]),
  };
}

function bySeries(rows: Rows, figure: Figure, { part, kindWord }: Wording): Columns {
  const cell = (row: Row) =>
    row.kind === 'actual' || row.value === undefined
      ? figure(row)
      : part('chart.labelled', { label: figure(row), kind: kindWord(row.kind) });
  const missing: Omit<Row, 'x' | 'series'> = { value: undefined, kind: 'actual' };
  return {
    head: [...rows.series],
    rows: rows.xs.map((x) => [
      x,
      ...rows.series.map((series) =>
        cell(
          rows.items.find((row) => row.x === x && row.series === series) ?? {
            ...missing,
            x,
            series,
          },
        ),
      ),
    ]),
  };
}

function yHead(facts: ChartFacts, say: ChartSetting['say']): string {
  return facts.y === 'value' ? say('chart.value') : facts.y;
}

/**
 * Which times have projections or estimates, in a sentence for beneath the drawing, if any have. A
 * chart of names says it beside each name.
 */
export function noteOf(rows: Rows, { say }: ChartSetting): string | undefined {
  if (!rows.temporal) return undefined;
  const of = (kind: Kind) => rows.xs.filter((x) => kindAt(rows, x) === kind);
  const note = (xs: string[], one: string, several: string) =>
    xs.length > 1 ? say(several, { list: xs.join(', ') }) : xs[0] && say(one, { x: xs[0] });
  const notes = [
    note(of('estimate'), 'chart.estimateNote', 'chart.estimatesNote'),
    note(of('projection'), 'chart.projectionNote', 'chart.projectionsNote'),
  ];
  return notes.filter(Boolean).join(' ') || undefined;
}
