import { named, namedFirst } from './named.ts';
import { saying } from './saying.ts';
import { asDate, asNumber, describe, listed, shorten } from './wording.ts';

/** What the content stage says about facts and about the data of charts. */

const { error, warning } = saying('content');

type Path = readonly PropertyKey[];

// Facts

/** @param holder what the key stands in */
export const unknownKey = (
  key: string,
  holder: Path,
  similar: string | undefined,
  known: readonly string[],
) =>
  error(
    'unknown-key',
    `\`${shorten(key)}\` is not a key of ${named(holder)}.`,
    similar ? `Did you mean \`${similar}\`?` : `Use one of ${listed(known)}; or remove it.`,
  );

/** A comma in braces: `{total: 4,250}`. */
export const cutOff = ({ key, whole }: { key: string; whole: string }) => {
  const number = asNumber(whole);
  const bare = whole.replace(/^[“”‘’]|[“”‘’]$/g, '');
  return error(
    'comma-in-braces',
    `In braces a comma ends a value, so \`${shorten(key)}\` is not ${number === undefined ? `"${shorten(whole)}"` : shorten(whole)}.`,
    number === undefined
      ? `Put words with a comma in quotes: \`${shorten(key)}: "${shorten(bare)}"\`.`
      : `Write \`${shorten(key)}: ${number}\`: figures have no comma.`,
  );
};

/** @param expected completes "it takes …" */
export const badKey = (path: Path, expected: string) =>
  error(
    'bad-key',
    `\`${shorten(last(path))}\` stands where \`${last(path.slice(0, -1))}\` takes ${expected}.`,
    `Rename it: write ${expected}.`,
  );

export const keyMissing = (path: Path, values?: readonly unknown[]) => {
  const [holder, key] = [path.slice(0, -1), last(path)];
  const add = values ? `Add \`${key}\` with one of ${listed(values)}` : `Add \`${key}\``;
  return error(
    'key-missing',
    `${namedFirst(holder)} has no \`${key}\`.`,
    values || holder.length === 0 ? `${add}.` : `${add}, or remove ${named(holder)}.`,
  );
};

export const notOneOf = (
  path: Path,
  value: unknown,
  values: readonly unknown[],
  similar: string | undefined,
) =>
  error(
    'not-one-of',
    `${namedFirst(path)} is ${describe(value)}, which it does not take.`,
    similar
      ? `Did you mean \`${similar}\`? It takes ${listed(values)}.`
      : `Write ${listed(values)}.`,
  );

const sizeUnit: Record<string, string> = { string: 'characters', array: 'entries' };

export const wrongSize = (
  path: Path,
  value: unknown,
  issue: { code: string; origin?: string; maximum?: unknown; minimum?: unknown },
) => {
  const isBig = issue.code === 'too_big';
  const limit = Number(isBig ? issue.maximum : issue.minimum);
  const unit = sizeUnit[issue.origin ?? ''];
  if (!unit) {
    const bound = isBig ? `at most ${limit}` : `at least ${limit}`;
    return error(
      'out-of-range',
      `${namedFirst(path)} is ${describe(value)}; it takes ${bound}.`,
      `Write a number of ${bound}.`,
    );
  }
  const size = (value as { length: number }).length;
  if (size === 0)
    return error('empty', `${namedFirst(path)} is empty.`, 'Write something, or remove the line.');
  const bound = isBig ? `at most ${limit}` : `at least ${limit}`;
  return error(
    isBig ? 'too-long' : 'too-short',
    `${namedFirst(path)} has ${size} ${unit}; it takes ${bound}.`,
    isBig ? `Shorten it by ${size - limit}.` : `Add ${limit - size}.`,
  );
};

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  tuple: 'a list',
  int: 'a whole number',
};

/** Keys of which each says by itself what an entry is about. */
const leading = ['file', 'title', 'text', 'label'];

/** @param keys of what belongs there, where that is a group */
export const wrongType = (
  path: Path,
  value: unknown,
  expected: readonly string[],
  keys: readonly string[],
) => {
  const words = [...new Set(expected.filter((t) => t !== 'null').map((t) => typeWords[t] ?? t))];
  const message = `${namedFirst(path)} is ${describe(value)}; it takes ${words.join(' or ')}.`;
  const number = expected.includes('number') ? asNumber(value) : undefined;
  if (number !== undefined) {
    return error(
      'wrong-type',
      message,
      `Write \`${typeof path.at(-1) === 'number' ? number : `${last(path)}: ${number}`}\`: figures only, no comma, no currency sign.`,
    );
  }
  if (expected.includes('string')) return error('wrong-type', message, 'Write it as one text.');
  const bare = typeof value === 'string' && /^[\w-]+$/.test(value) ? value : undefined;
  if (expected.includes('tuple')) {
    return error('wrong-type', message, 'Write figures in square brackets, e.g. `[50, 30]`.');
  }
  if (expected.includes('array')) {
    return error(
      'wrong-type',
      message,
      bare
        ? `Put it in square brackets: \`${last(path)}: [${bare}]\`.`
        : 'Begin each entry on a line of its own with `- `.',
    );
  }
  const isText = typeof value === 'string' && !/[,:#"'\]}]/.test(value);
  const key = keys.find((one) => leading.includes(one));
  if (expected.includes('object') && typeof path.at(-1) === 'number' && key && isText) {
    return error(
      'wrong-type',
      message,
      `Write \`{${key}: ${shorten(value)}}\`, with what else belongs to it.`,
    );
  }
  if (expected.includes('object') || expected.includes('record')) {
    return error(
      'wrong-type',
      message,
      'Write `key: value` on the lines below, two spaces further in.',
    );
  }
  if (expected.includes('boolean')) return error('wrong-type', message, 'Write `true` or `false`.');
  return error('wrong-type', message, 'Write it in figures alone, e.g. 4250: no comma, no unit.');
};

/** @param expected completes "it takes …" */
export const wrongForm = (path: Path, value: unknown, expected: string) => {
  const date = /date|calendar/.test(expected) ? asDate(value) : undefined;
  return error(
    'wrong-form',
    `${namedFirst(path)} is ${describe(value)}; it takes ${expected}.`,
    date
      ? `Write \`${date}\`.`
      : /date/.test(expected)
        ? 'Write year-month-day, e.g. `2027-09-27`.'
        : `Write ${expected}, or remove it.`,
  );
};

function last(path: Path): string {
  return String(path.at(-1));
}

// Data of charts

export const csvBroken = (detail: 'quote' | 'other') =>
  error(
    'csv-broken',
    detail === 'quote'
      ? 'A quote that opens in this row is not closed, or stands inside an unquoted cell.'
      : 'This row cannot be read as CSV.',
    'Save the table as CSV (UTF-8) from the spreadsheet, or close the quote.',
  );

export const csvEmpty = () =>
  error(
    'csv-empty',
    'The file has no rows below its line of column names.',
    'Add rows, or remove `data`.',
  );

export const csvHeader = (name: string, why: 'empty' | 'twice' | 'reserved') =>
  error(
    'csv-header',
    why === 'empty'
      ? 'A column has no name.'
      : `The column name \`${shorten(name)}\` ${why === 'twice' ? 'stands twice' : 'cannot be used'}.`,
    'Give every column a name of its own on the first line.',
  );

export const csvWidth = (found: number, expected: number) =>
  error(
    'csv-width',
    `This row has ${found} cells; the first line names ${expected} columns.`,
    'Put quotes round a cell that has a comma in it, or add the missing cells.',
  );

export const tooManyRows = (limit: number) =>
  error(
    'too-many-rows',
    `A chart takes at most ${limit} rows.`,
    'Sum the figures up into fewer rows.',
  );

/** `columns`: those that have no use yet. */
export const columnMissing = (
  chart: string,
  key: string,
  column: string,
  columns: readonly string[],
  similar: string | undefined,
) =>
  error(
    'column-missing',
    `No row of the chart \`${chart}\` has a \`${shorten(column)}\`, which is its \`${key}\`.`,
    similar
      ? `Did you mean \`${similar}\`? Write \`${shorten(column)}\` in the rows, or \`${key}: ${similar}\`.`
      : columns.length > 0
        ? `Give each row a \`${shorten(column)}\`, or set \`${key}\` to ${listed(columns)}.`
        : `Give each row a \`${shorten(column)}\`.`,
  );

export const unknownColumn = (chart: string, row: number, column: string, similar: string) =>
  error(
    'unknown-column',
    `Row ${row} of the chart \`${chart}\` has \`${shorten(column)}\` and no \`${similar}\`.`,
    `Did you mean \`${similar}\`?`,
  );

export const unusedColumn = (chart: string, column: string, used: readonly string[]) =>
  warning(
    'unused-column',
    `Nothing of the chart \`${chart}\` is drawn from \`${shorten(column)}\`.`,
    `Use ${listed(used)}, name it in \`series\` if it groups the rows, or remove it.`,
  );

export const noFigure = (chart: string, row: number, column: string) =>
  warning(
    'no-figure',
    `Row ${row} of the chart \`${chart}\` has no \`${shorten(column)}\`, so a gap is drawn.`,
    `Give the row its \`${shorten(column)}\`, or write \`${shorten(column)}: null\` where there is no figure.`,
  );

export const notAFigure = (column: string, value: unknown) => {
  const number = asNumber(value);
  return error(
    'not-a-figure',
    `The column \`${column}\` takes figures; here is ${describe(value)}.`,
    number === undefined ? 'Write a number, or leave the cell empty.' : `Write ${number}.`,
  );
};

export const notAKind = (column: string, value: unknown, similar: string | undefined) =>
  error(
    'not-a-kind',
    `The column \`${column}\` takes \`actual\`, \`estimate\` or \`projection\`; here is ${describe(value)}.`,
    `Write ${similar ? `\`${similar}\`` : '`actual`, `estimate` or `projection`'}.`,
  );

export const rowsAndData = (chart: string) =>
  error(
    'rows-and-data',
    `The chart \`${chart}\` has both \`rows\` and \`data\`.`,
    'Keep one of the two.',
  );
