import type { Env as MarkdownEnv, Token } from 'markdown-it';
import type { Place, Report } from '../../finding.ts';

/** How deep lists, quotations, boxes and emphasis may nest. */
export const nestingLimit = 24;

/** A snippet that was found: its words, and whether they are in the language asked for. */
export interface Snippet {
  file: string;
  text: string;
  inLanguage: boolean;
}

/** What the prose is part of, and what it may ask for. */
export interface Context {
  file: string;
  /** The line of the file on which the prose begins. */
  firstLine: number;
  lang: string;
  /** The id of the file's outermost element, `course-x`: all ids within begin with it. */
  anchor: string;
  /** Keys of the file's charts; undefined where its facts could not be read. */
  charts: readonly string[] | undefined;
  snippet(name: string): Snippet | undefined;
  snippetNames(): string[];
  report: Report;
}

/** Something the prose refers to, for whoever can tell whether it exists. */
export interface Use {
  to: string;
  place: Place;
}

/** What the rules share while one text is read. */
export interface Env extends MarkdownEnv {
  context: Context;
  links: Use[];
  images: Use[];
  snippets: Set<string>;
  /** Ids given so far, without the anchor. */
  ids: Set<string>;
  /** The last number that an id was given, so that a thousand equal headings take no long search. */
  idCounts: Map<string, number>;
  /** The snippets that are being read, outermost first. */
  within: { name: string; file: string }[];
  snippetCount: number;
  languageCount: number;
  /** The text, line by line, for columns. */
  lines: readonly string[];
  footnotes?: { refs?: Record<string, number>; list?: unknown[] };
}

export function newEnv(context: Context, text = ''): Env {
  return {
    lines: text.split('\n'),
    context,
    links: [],
    images: [],
    snippets: new Set(),
    ids: new Set(),
    idCounts: new Map(),
    within: [],
    snippetCount: 0,
    languageCount: 0,
  };
}

/** Where a token stands. `inside` counts the line ends before a piece of a paragraph. */
export function placeOf(token: Token, env: Env, inside = 0): Place {
  const meta = token.meta as { file?: string; line?: number } | null;
  return {
    file: meta?.file ?? env.context.file,
    line: (meta?.line ?? env.context.firstLine) + inside,
  };
}

/** Where a piece of a token is written: the first of `needles` that its line has. */
export function placeAt(token: Token, env: Env, inside: number, ...needles: string[]): Place {
  const place = placeOf(token, env, inside);
  const found = needles.map((needle) => columnsOf(place, needle, env));
  return found.find(({ column }) => column !== undefined) ?? place;
}

/** A place with the columns of some words on its line, where the line is of the file's own text. */
export function columnsOf(place: Place, words: string, env: Env): Place {
  if (place.file !== env.context.file || words === '') return place;
  const line = env.lines[(place.line ?? 1) - env.context.firstLine] ?? '';
  const at = line.indexOf(words);
  return at < 0 ? place : { ...place, column: at + 1, length: words.length };
}

/** An id that is new in this file: the one wanted, or that with the next free number. */
export function newId(wanted: string, env: Env): string {
  let id = wanted;
  let n = env.idCounts.get(wanted) ?? 1;
  while (env.ids.has(id)) id = `${wanted}-${++n}`;
  env.idCounts.set(wanted, n);
  env.ids.add(id);
  return `${env.context.anchor}--${id}`;
}

/** The id that every inline element with a language needs: without one the tag in the PDF is lost. */
export function languageId(env: Env): string {
  env.languageCount++;
  return `${env.context.anchor}--lang-${env.languageCount}`;
}
