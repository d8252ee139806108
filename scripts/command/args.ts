/**
 * Every command and option, once: parsing, `--help` and the reference in the README are made from
 * these tables.
 */

export interface Option {
  /** What stands for its value in help; an option without one is a switch. */
  takes?: string;
  summary: string;
  /** The values it may have; without them any text. */
  choices?: readonly string[];
  /** What its value must be, if not any text. */
  kind?: 'count' | 'counts' | 'port' | 'date';
}

export const OPTIONS = {
  project: { takes: 'DIR', summary: 'the folder that has content/; without it, this one' },
  edition: {
    takes: 'EDITION',
    summary: 'screen (for reading, linked); print (for the print shop) is not there yet',
    choices: ['screen', 'print'],
  },
  format: {
    takes: 'FORMAT',
    summary: 'only this one, of all pieces, whether they ask for it or not',
    choices: ['standard', 'clear', 'large', 'html'],
  },
  out: { takes: 'DIR', summary: 'where the files go; without it, output/ of the project' },
  jobs: { takes: 'N', summary: 'how many pieces to print at once', kind: 'count' },
  draft: { summary: 'build all as drafts, whatever their status' },
  force: { summary: 'make everything again, changed or not' },
  timings: { summary: 'say where the time went, stage by stage' },
  json: { summary: 'print JSON only, for programs' },
  strict: { summary: 'let warnings fail, too' },
  'as-of': {
    takes: 'DATE',
    summary: 'judge what is out of date as on this day (YYYY-MM-DD); without it, today',
    kind: 'date',
  },
  'contact-sheet': { summary: 'one picture of all pages of each publication, in output/contact/' },
  port: {
    takes: 'N',
    summary: 'where the local page is served; without it, a free one',
    kind: 'port',
  },
  fit: { summary: 'lay all out and say how full every panel is' },
  flatplan: { summary: 'the pagination of each book, page by page' },
  name: { takes: 'NAME', summary: 'the institution’s name; without it, you are asked' },
  sample: { summary: 'lay down the complete sample: twelve courses, pages, pictures' },
  courses: {
    takes: 'N,…',
    summary: 'how many courses the projects have; without it, 1,10,100,300',
    kind: 'counts',
  },
  runs: { takes: 'N', summary: 'how often each is measured; without it, 5', kind: 'count' },
  peers: {
    summary: 'measure other tools, too: installs them into the user’s cache (and as root by apt)',
  },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;

export interface CommandAbout {
  summary: string;
  /** What it takes besides options, as help writes it. */
  takes?: string;
  /** How many of them: at least, at most. */
  count?: readonly [number, number];
  options: readonly OptionName[];
  examples: readonly { line: string; does: string }[];
}

export const COMMANDS = {
  build: {
    summary: 'make every publication, or those named, into output/',
    takes: '[publication…]',
    count: [0, Number.POSITIVE_INFINITY],
    options: [
      'project',
      'format',
      'edition',
      'out',
      'jobs',
      'draft',
      'force',
      'timings',
      'json',
      'strict',
      'as-of',
      'contact-sheet',
    ],
    examples: [
      { line: 'press build', does: 'makes all that has changed' },
      {
        line: 'press build prospectus --timings',
        does: 'makes one publication, says what took long',
      },
      { line: 'press build --strict --as-of 2027-09-01', does: 'what would fail next September?' },
    ],
  },
  watch: {
    summary: 'make again what a save touches, and show it on a local page',
    options: ['project', 'port'],
    examples: [{ line: 'press watch', does: 'prints an address to open; Ctrl-C ends it' }],
  },
  lint: {
    summary: 'say what is wrong or missing, without printing',
    takes: '[publication…]',
    count: [0, Number.POSITIVE_INFINITY],
    options: ['project', 'out', 'jobs', 'fit', 'json', 'strict'],
    examples: [
      {
        line: 'press lint --fit',
        does: 'how full every panel is: a table, and output/report/fit.svg',
      },
      { line: 'press lint --strict', does: 'fails on warnings, too: for a check before merging' },
    ],
  },
  list: {
    summary: 'list publications, courses and pages',
    options: ['project', 'json', 'flatplan'],
    examples: [
      { line: 'press list', does: 'what there is, and what would be made' },
      { line: 'press list --flatplan', does: 'which page of a book holds what' },
    ],
  },
  init: {
    summary: 'lay down a small project that builds',
    takes: 'DIR',
    count: [1, 1],
    options: ['name', 'sample'],
    examples: [
      { line: 'press init courses', does: 'asks for a name, then writes courses/' },
      { line: 'press init demo --sample', does: 'writes the complete sample into demo/' },
    ],
  },
  doctor: {
    summary: 'say what this machine has and lacks, and what to do about it',
    options: ['json'],
    examples: [{ line: 'press doctor', does: 'Node, browser, fonts, colour profile, cache' }],
  },
  bench: {
    summary: 'measure the speed of builds on generated projects',
    takes: '[sheet] [sheets] [book] [charts] [fit]',
    count: [0, 5],
    options: ['courses', 'runs', 'peers', 'json'],
    examples: [
      {
        line: 'press bench',
        does: 'all of it, beside a bare Node start; takes a quarter of an hour',
      },
      { line: 'press bench sheet --runs 1', does: 'one course sheet, once: a first look' },
      { line: 'press bench --peers', does: 'beside Typst, WeasyPrint and bare puppeteer as well' },
    ],
  },
} as const satisfies Record<string, CommandAbout>;

export type CommandName = keyof typeof COMMANDS;

/** What a command is run with. An option that a command does not have is never set. */
export interface CommandArgs {
  command: CommandName;
  /** Everything after `press`, as it was typed. */
  typed: readonly string[];
  /** What stands beside the options: publications to build, the folder to lay down. */
  named: readonly string[];
  project?: string;
  format?: 'standard' | 'clear' | 'large' | 'html';
  edition?: 'screen' | 'print';
  out?: string;
  jobs?: number;
  draft: boolean;
  force: boolean;
  timings: boolean;
  json: boolean;
  strict: boolean;
  /** `YYYY-MM-DD`. */
  asOf?: string;
  contactSheet: boolean;
  port?: number;
  fit: boolean;
  flatplan: boolean;
  name?: string;
  sample: boolean;
  courses?: readonly number[];
  runs?: number;
  peers: boolean;
  /** Aborted by Ctrl-C: the command tidies up and returns. */
  signal: AbortSignal;
}
