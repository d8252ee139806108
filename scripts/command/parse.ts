import { parseArgs } from 'node:util';
import { nearest } from '../content/suggest.ts';
import type { Message } from '../finding.ts';
import {
  COMMANDS,
  type CommandAbout,
  type CommandArgs,
  type CommandName,
  OPTIONS,
  type Option,
  type OptionName,
} from './args.ts';
import * as messages from './messages.ts';

/** What was typed, understood: a command to run, help or a version to print, or what is wrong. */
export type Parsed =
  | { kind: 'run'; args: Omit<CommandArgs, 'signal'> }
  | { kind: 'help'; command?: CommandName }
  | { kind: 'version' }
  | { kind: 'wrong'; messages: Message[] };

type Value = string | number | readonly number[] | true;

/**
 * Understands what stands after `press`. All mistakes are told at once.
 *
 * @param typed without Node and the script
 */
export function parse(typed: readonly string[]): Parsed {
  const [first, ...rest] = typed;
  if (first === '--version') return { kind: 'version' };
  if (first === undefined || first === '--help' || first === '-h') return { kind: 'help' };
  const name = first === 'help' ? rest[0] : first;
  if (name === undefined) return { kind: 'help' };
  if (!isCommand(name)) {
    const near = nearest(name, Object.keys(COMMANDS));
    return { kind: 'wrong', messages: [messages.unknownCommand(name, near)] };
  }
  if (first === 'help') return { kind: 'help', command: name };
  return parseCommand(name, typed, rest);
}

function parseCommand(command: CommandName, typed: readonly string[], rest: string[]): Parsed {
  const about: CommandAbout = COMMANDS[command];
  const { tokens } = parseArgs({
    args: rest,
    options: Object.fromEntries([
      ...about.options.map((name) => [name, { type: hasValue(name) ? 'string' : 'boolean' }]),
      ['help', { type: 'boolean', short: 'h' }],
    ]),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const wrong: Message[] = [];
  const values = new Map<OptionName, Value>();
  const named: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') named.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { kind: 'help', command };
    const known = about.options.find((name) => name === token.name);
    const value = known
      ? readValue(known, token.rawName, token.value)
      : messages.unknownOption(command, token.rawName, nearOption(token.name, about));
    if (isMessage(value)) wrong.push(value);
    else if (known) values.set(known, value);
  }
  wrong.push(...miscounted(command, about, named));
  if (wrong.length > 0) return { kind: 'wrong', messages: wrong };
  return { kind: 'run', args: asArgs(command, typed, named, values) };
}

function readValue(name: OptionName, raw: string, value: string | undefined): Value | Message {
  const option: Option = OPTIONS[name];
  if (!option.takes) return value === undefined ? true : messages.valueNotTaken(raw);
  if (!value || value.startsWith('--')) return messages.valueMissing(raw, option.takes);
  const wrong = (wanted: string) => messages.valueWrong(raw, value, wanted);
  if (option.choices && !option.choices.includes(value)) {
    return wrong(option.choices.map((choice) => `“${choice}”`).join(' or '));
  }
  if (option.kind === 'date') {
    return isDay(value) ? value : wrong('a day that exists, as YYYY-MM-DD');
  }
  if (option.kind === 'count') {
    return isWhole(value, 1, 64) ? Number(value) : wrong('a whole number from 1 to 64');
  }
  if (option.kind === 'counts') {
    const counts = value.split(',');
    return counts.every((one) => isWhole(one, 1, 1000))
      ? counts.map(Number)
      : wrong('whole numbers from 1 to 1000 with commas between');
  }
  if (option.kind === 'port') {
    return isWhole(value, 0, 65535) ? Number(value) : wrong('a port from 0 to 65535');
  }
  return value;
}

function isMessage(value: Value | Message): value is Message {
  return typeof value === 'object' && 'severity' in value;
}

function miscounted(command: CommandName, about: CommandAbout, named: string[]): Message[] {
  const [least, most] = about.count ?? [0, 0];
  const extra = named[most];
  if (extra !== undefined) return [messages.tooMany(command, extra)];
  return named.length < least ? [messages.tooFew(command, about.takes ?? '')] : [];
}

function asArgs(
  command: CommandName,
  typed: readonly string[],
  named: readonly string[],
  values: ReadonlyMap<OptionName, Value>,
): Omit<CommandArgs, 'signal'> {
  const text = (name: OptionName) => values.get(name) as string | undefined;
  const number = (name: OptionName) => values.get(name) as number | undefined;
  const said = (name: OptionName) => values.has(name);
  return {
    command,
    typed,
    named,
    project: text('project'),
    format: text('format') as CommandArgs['format'],
    edition: text('edition') as CommandArgs['edition'],
    out: text('out'),
    jobs: number('jobs'),
    draft: said('draft'),
    force: said('force'),
    timings: said('timings'),
    json: said('json'),
    strict: said('strict'),
    asOf: text('as-of'),
    contactSheet: said('contact-sheet'),
    port: number('port'),
    fit: said('fit'),
    flatplan: said('flatplan'),
    name: text('name'),
    sample: said('sample'),
    courses: values.get('courses') as CommandArgs['courses'],
    runs: number('runs'),
    peers: said('peers'),
  };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function hasValue(name: OptionName): boolean {
  return 'takes' in OPTIONS[name];
}

function nearOption(name: string, about: CommandAbout): string | undefined {
  const near = nearest(name, about.options);
  return near && `--${near}`;
}

function isWhole(value: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
