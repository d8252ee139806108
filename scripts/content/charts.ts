import type { Place, Report } from '../finding.ts';
import { checkColumns } from './columns.ts';
import { readTable } from './csv.ts';
import * as say from './fact-messages.ts';
import type { Facts } from './facts.ts';
import type { Input } from './inputs.ts';
import type { Reading } from './reading.ts';
import type { ChartFacts } from './schema/chart.ts';
import { nearest } from './suggest.ts';

type Charts = Record<string, ChartFacts>;
type Places = Record<string, Place>;

const rowLimit = 500;
const kinds = ['actual', 'estimate', 'projection'];

/**
 * Charts with their rows: those of a CSV are read into `rows` (numbers as numbers, empty cells as
 * null), their places into `places` (`charts.sessions.rows.0.value`), the file into `taken`. Rows
 * are held against the columns that the chart names.
 */
export function fillCharts(charts: Charts, facts: Facts, taken: Input[], reading: Reading): Charts {
  const filled: Charts = {};
  for (const [id, chart] of Object.entries(charts)) {
    filled[id] = chart.data ? fill(id, chart, facts.places, taken, reading) : chart;
    if (!chart.spec) checkRows(id, filled[id]!, facts, reading.report);
  }
  return filled;
}

function fill(
  id: string,
  chart: ChartFacts,
  places: Places,
  taken: Input[],
  { files, tables, report }: Reading,
): ChartFacts {
  const from = places[`charts.${id}.data`] ?? { file: 'content' };
  const path = `content/${chart.data}`;
  if (chart.rows) report(say.rowsAndData(id), from);
  const file = files.text(path, from);
  if (!file) return chart;
  taken.push({ path, kind: 'file', sha256: file.sha256 });
  if (!tables.has(path)) tables.set(path, readTable(file.text, path, report));
  const table = tables.get(path);
  if (!table) return chart;
  if (table.rows.length > rowLimit) {
    report(say.tooManyRows(rowLimit), table.places[rowLimit]?.row);
  }
  const rows = table.rows.slice(0, rowLimit);
  for (const [i, where] of table.places.slice(0, rowLimit).entries()) {
    const row = `charts.${id}.rows.${i}`;
    places[row] = where.row;
    for (const [column, place] of Object.entries(where.cells)) places[`${row}.${column}`] = place;
  }
  places[`charts.${id}.rows`] = { file: path, line: 1 };
  return { ...chart, rows };
}

function checkRows(id: string, chart: ChartFacts, facts: Facts, report: Report): void {
  const { places } = facts;
  const rows = chart.rows ?? [];
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const used = [chart.x, chart.y, chart.series, chart.kind];
  const free = columns.filter((column) => !used.includes(column));
  const whole = places[`charts.${id}.rows`] ?? places[`charts.${id}`];
  for (const key of ['x', 'y', 'series'] as const) {
    const column = chart[key];
    if (column === undefined || columns.includes(column)) continue;
    const named = places[`charts.${id}.${key}`] ?? whole;
    report(say.columnMissing(id, key, column, free, nearest(column, free)), named);
  }
  if (!chart.data) checkColumns(id, chart, facts, report);
  for (const [i, row] of rows.entries()) {
    const at = (column: string) =>
      places[`charts.${id}.rows.${i}.${column}`] ?? places[`charts.${id}.rows.${i}`] ?? whole;
    const figure = row[chart.y];
    if (typeof figure === 'string') report(say.notAFigure(chart.y, figure), at(chart.y));
    const kind = row[chart.kind];
    if (kind != null && !kinds.includes(String(kind))) {
      report(say.notAKind(chart.kind, kind, nearest(String(kind), kinds)), at(chart.kind));
    }
  }
}
