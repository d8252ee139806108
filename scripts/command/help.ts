import { COMMANDS, type CommandAbout, type CommandName, OPTIONS, type Option } from './args.ts';
import { EXIT_CODES } from './exit.ts';

type Row = readonly [string, string];

/** What `press --help` prints: every command with what it does. */
export function overview(): string {
  const commands = Object.entries(COMMANDS).map(([name, about]): Row => [name, about.summary]);
  const codes = EXIT_CODES.map(({ code, meaning }): Row => [String(code), meaning]);
  return paragraphs([
    'press: one Markdown file per course in, designed and tagged PDFs out.',
    section('Commands', commands),
    section('Exit codes', codes),
    'Run “press COMMAND --help” for its options and examples.',
  ]);
}

/** What `press COMMAND --help` prints: usage, options, examples. */
export function helpFor(command: CommandName): string {
  const about: CommandAbout = COMMANDS[command];
  const usage = ['press', command, about.takes, '[options]'].filter(Boolean).join(' ');
  return paragraphs([
    `${usage}\n  ${about.summary}`,
    section('Options', optionRows(about)),
    section(
      'Examples',
      about.examples.map(({ line, does }) => [line, does]),
    ),
  ]);
}

/** An option as it is typed: `--out DIR`. */
export function typedOption(name: keyof typeof OPTIONS): string {
  const option: Option = OPTIONS[name];
  return option.takes ? `--${name} ${option.takes}` : `--${name}`;
}

function optionRows(about: CommandAbout): Row[] {
  return about.options.map((name) => [typedOption(name), OPTIONS[name].summary]);
}

function section(heading: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return [`${heading}:`, ...lines].join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
