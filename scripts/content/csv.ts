import { CsvError, parse } from 'csv-parse/sync';
import type { Place, Report } from '../finding.ts';
import * as say from './fact-messages.ts';

type Cell = string | number | null;

/** A table: the first line names the columns. */
export interface Table {
  rows: Record<string, Cell>[];
  /** For each row where it stands, and where its cells do as far as that is plain. */
  places: { row: Place; cells: Record<string, Place> }[];
}

/** Reads CSV with commas, semicolons or tabs; findings stand at the line of the CSV. */
export function readTable(text: string, file: string, report: Report): Table | undefined {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = Number((fault as { lines?: number }).lines ?? 1);
    report(say.csvBroken(/QUOTE/.test(fault.code) ? 'quote' : 'other'), { file, line });
    return undefined;
  }
  const header = records[0]?.record;
  if (!header || !checkHeader(header, file, report)) return undefined;
  if (records.length < 2) {
    report(say.csvEmpty(), { file, line: 1 });
    return undefined;
  }
  const table: Table = { rows: [], places: [] };
  const lines = text.split('\n');
  for (const { record, info } of records.slice(1)) {
    const line = info.lines;
    if (record.length !== header.length) {
      report(say.csvWidth(record.length, header.length), { file, line });
      continue;
    }
    table.rows.push(Object.fromEntries(header.map((name, i) => [name, cell(record[i] ?? '')])));
    table.places.push({
      row: { file, line },
      cells: Object.fromEntries(
        header.map((name, i) => [
          name,
          placeOf(record[i] ?? '', lines[line - 1] ?? '', file, line),
        ]),
      ),
    });
  }
  return table;
}

/** What the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.mark;
}

function checkHeader(header: readonly string[], file: string, report: Report): boolean {
  const place = { file, line: 1 };
  const seen = new Set<string>();
  let isGood = true;
  for (const name of header) {
    const why =
      name === '' ? 'empty' : seen.has(name) ? 'twice' : name in Object.prototype ? 'reserved' : '';
    seen.add(name);
    if (why === '') continue;
    report(say.csvHeader(name, why), place);
    isGood = false;
  }
  return isGood;
}

/** A figure as a number; `007` and `1,234` stay text. */
function cell(text: string): Cell {
  if (text === '') return null;
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function placeOf(cellText: string, line: string, file: string, number: number): Place {
  const at = cellText === '' ? -1 : line.indexOf(cellText);
  if (at < 0 || line.indexOf(cellText, at + 1) >= 0) return { file, line: number };
  return { file, line: number, column: at + 1, length: cellText.length };
}
