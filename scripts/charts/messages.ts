import type { Message } from '../finding.ts';

/** Everything the chart stage says to the person who runs the tool. */

export function noRows(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/no-rows',
    message: `The chart ${id} has no rows.`,
    hint: 'Give its figures in `rows`, or in a CSV that `data` names, or remove the chart.',
  };
}

export function noColumn(
  id: string,
  key: 'x' | 'y' | 'series',
  column: string,
  columns: readonly string[],
): Message {
  return {
    severity: 'error',
    code: 'charts/no-column',
    message: `No row of the chart ${id} has the column \`${cut(column)}\`.`,
    hint: `Say in \`${key}\` which column ${columnFor[key]}: ${listed(columns)}.`,
  };
}

const columnFor = {
  x: 'stands along the base',
  y: 'has the figures',
  series: 'tells the series apart',
} as const;

export function noLabel(id: string, row: number, column: string): Message {
  return {
    severity: 'error',
    code: 'charts/no-label',
    message: `Row ${row} of the chart ${id} has nothing in the column \`${column}\`.`,
    hint: `Give the row a \`${column}\`, or remove the row.`,
  };
}

export function duplicateRow(id: string, name: string): Message {
  return {
    severity: 'error',
    code: 'charts/duplicate-row',
    message: `The chart ${id} has two rows for ${name}.`,
    hint: 'Remove one, or name in `series` the column that tells them apart.',
  };
}

export function notANumber(id: string, name: string, written: string): Message {
  return {
    severity: 'error',
    code: 'charts/not-a-number',
    message: `The chart ${id} has "${cut(written)}" where the figure for ${name} should be.`,
    hint: 'Write figures alone, e.g. 1250 or 12.5, and the unit in `unit`; leave a gap empty.',
  };
}

export function numberTooLarge(id: string, name: string): Message {
  return {
    severity: 'error',
    code: 'charts/number-too-large',
    message: `The figure for ${name} in the chart ${id} is too large to be kept exactly.`,
    hint: 'Give the figures in millions or billions, and say so in `unit`.',
  };
}

export function unknownKind(id: string, written: string): Message {
  return {
    severity: 'error',
    code: 'charts/unknown-kind',
    message: `The chart ${id} has a row of the kind "${cut(written)}".`,
    hint: 'Write `actual`, `estimate` or `projection`.',
  };
}

export function allGaps(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/no-figures',
    message: `The rows of the chart ${id} have no figures.`,
    hint: 'Give the figures, or remove the chart.',
  };
}

export function tooManySeries(id: string, count: number): Message {
  return {
    severity: 'error',
    code: 'charts/too-many-series',
    message: `The chart ${id} has ${count} series; more than four cannot be told apart.`,
    hint: 'Leave out the smaller ones, or add them up under one name.',
  };
}

export function tooManyRows(id: string, count: number, most: number, instead: string): Message {
  return {
    severity: 'error',
    code: 'charts/too-many-rows',
    message: `The chart ${id} has ${count} rows; at its width ${most} can be drawn.`,
    hint: `Use fewer rows${instead}.`,
  };
}

export function namesTooLong(id: string): Message {
  return {
    severity: 'note',
    code: 'charts/names-too-long',
    message: `The names in the chart ${id} do not fit along its base, so it is drawn as dots.`,
    hint: 'Write `template: dot` to say so yourself, or shorten the names.',
  };
}

export function valuesThinned(id: string): Message {
  return {
    severity: 'warning',
    code: 'charts/values-thinned',
    message: `The figures in the chart ${id} do not all fit, so some are left out.`,
    hint: 'Give them in thousands or millions and say so in `unit`, or use fewer rows.',
  };
}

export function templateBroken(file: string, detail: string): Message {
  return {
    severity: 'error',
    code: 'charts/template-broken',
    message: `${file} cannot be used: ${detail}.`,
    hint: "Mend it, or remove it so that the tool's own is used.",
  };
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `\`${cut(column)}\``).join(', ');
}

/** A stranger's text in a message: short. */
export function cut(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
