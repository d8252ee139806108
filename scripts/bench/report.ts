/** A number that was measured, with what it is held against. */
export interface Row {
  what: string;
  value: number;
  unit: Unit;
  /** For a time: how many bare Node starts of the same run it takes. */
  toNode?: number;
  limit?: Limit;
  /** Whether the limit is met; not there where there is none. */
  met?: boolean;
  note?: string;
}

export type Unit = 'ms' | 'ms a page' | 'ms a chart' | 'MB' | 'times';

export interface Limit {
  /** What is limited: the value, or its ratio to a bare Node start. */
  of: 'value' | 'toNode';
  atMost?: number;
  atLeast?: number;
}

/** Another tool, and whether its time counts. */
export interface PeerState {
  name: string;
  version: string;
  state: 'measured' | 'skipped' | 'failed';
  reason?: string;
}

export interface Results {
  /** What it was measured on: no ratio of two machines means anything. */
  machine: Record<string, string>;
  runs: number;
  rows: Row[];
  peers: PeerState[];
}

/** A row with its verdict. */
export function judged(row: Omit<Row, 'met'>): Row {
  const { limit, value, toNode } = row;
  if (!limit) return row;
  const held = limit.of === 'value' ? value : (toNode ?? Number.NaN);
  const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = limit;
  return { ...row, met: held <= atMost && held >= atLeast };
}

const heads = ['what', 'median', 'bare Node starts', 'limit', ''];

/** For people, in columns. */
export function table({ machine, runs, rows, peers }: Results): string {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const column = (cell: string, i: number) =>
    i === 1 || i === 2 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
  return [
    ...lines.map((line) => line.map(column).join('  ').trimEnd()),
    '',
    ...peers.map(peerLine),
    `Medians of ${runs} on ${Object.values(machine).join(', ')}.`,
    '',
  ].join('\n');
}

/** For the README. */
export function markdownTable({ machine, runs, rows, peers }: Results): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [
    line(heads),
    line(['---', '---:', '---:', '---', '---']),
    ...rows.map((row) => line(cells(row))),
    '',
    ...(peers.length ? [`${peers.map(peerLine).join('; ')}.`] : []),
    `Medians of ${runs} on ${Object.values(machine).join(', ')}.`,
  ].join('\n');
}

function cells({ what, value, unit, toNode, limit, met, note }: Row): string[] {
  return [
    note ? `${what} (${note})` : what,
    unit === 'times' ? `${figure(value)} x` : `${figure(value)} ${unit}`,
    toNode === undefined ? '' : figure(toNode),
    limit ? limitText(limit, unit) : '',
    met === undefined ? '' : met ? 'met' : 'missed',
  ];
}

function limitText({ of, atMost, atLeast }: Limit, unit: Unit): string {
  const most = atMost === undefined ? `at least ${atLeast}` : `at most ${shown(atMost)}`;
  if (of === 'toNode') return `${most} starts`;
  return unit === 'times' ? `${most} x` : `${most} ${unit}`;
}

function shown(limit: number): string {
  return String(Math.round(limit * 100) / 100);
}

function peerLine({ name, version, state, reason }: PeerState): string {
  const which = `${name} (${version})`;
  return state === 'measured' ? which : `${which}: ${state}, ${reason}`;
}

/** Three figures that mean something. */
function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
