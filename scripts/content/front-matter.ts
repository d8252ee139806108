import matter from 'gray-matter';
import type { Place, Report } from '../finding.ts';
import * as say from './messages.ts';

/** A file cut in two. Lines count from 1 in the file. */
export interface CutFile {
  /** What stands between the two lines of hyphens; undefined after a finding. */
  yaml: string | undefined;
  /** The line of the file on which `yaml` begins. */
  yamlLine: number;
  body: string;
  bodyLine: number;
}

/** Front matter holds facts: a chart of 500 rows, the most there may be, takes a third of this. */
export const frontMatterLimit = 128 * 1024;

/**
 * Cuts a file into front matter and body with gray-matter. gray-matter would run `---js`, so every
 * engine but YAML is refused twice: before it is called, and by engines that do nothing but throw.
 */
export function cut(text: string, file: string, report: Report): CutFile {
  const refuse = (message: Parameters<Report>[0], place: Omit<Place, 'file'>): CutFile => {
    report(message, { file, ...place });
    return { yaml: undefined, yamlLine: 1, body: '', bodyLine: 1 };
  };
  if (!/^---(?!-)/.test(text)) {
    if (lacksStart(text)) return refuse(say.frontMatterStart(), { line: 1, column: 1 });
    const late = /^\s+---[ \t]*\n\s*\w+:/.exec(text);
    if (!late) return { yaml: '', yamlLine: 1, body: text, bodyLine: 1 };
    return refuse(say.frontMatterLate(), { line: late[0].split('\n').length - 1, column: 1 });
  }
  const opening = text.slice(3, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  const language = opening.trim();
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    const place = { line: 1, column: 4, length: opening.length };
    return refuse(say.frontMatterLanguage(language, isExecutable(language)), place);
  }
  const end = text.indexOf('\n---', 3);
  if (end < 0) return refuse(say.frontMatterOpen(), { line: 1, column: 1, length: 3 });
  const yamlLines = text.slice(0, end).split('\n').length;
  const closing = /^[^\n]*/.exec(text.slice(end + 1))?.[0] ?? '';
  if (closing.trim() !== '---') {
    const place = { line: yamlLines + 1, column: 1, length: closing.length };
    return refuse(say.frontMatterClosing(), place);
  }
  if (end > frontMatterLimit) return refuse(say.frontMatterLarge(frontMatterLimit), { line: 1 });
  const { raw, content } = split(text);
  return {
    yaml: raw.replace(/^[^\n]*\n?/, ''),
    yamlLine: 2,
    // gray-matter leaves the spaces after the closing hyphens, and their line end, in the content.
    body: closing === '---' ? content : content.replace(/^[ \t]*\n?/, ''),
    bodyLine: yamlLines + 2,
  };
}

/** Two keys, and the line that ends front matter somewhere below. */
function lacksStart(text: string): boolean {
  if (!/^[a-z]\w*:(?: [^\n]*)?\n[a-z]\w*:[ \n]/.test(text)) return false;
  return /\n---[ \t]*(?:\n|$)/.test(text.slice(0, frontMatterLimit));
}

/** Passing options keeps gray-matter's cache off. The data is ours to read: it gets none. */
function split(text: string): { raw: string; content: string } {
  let raw = '';
  const yaml = (yamlText: string) => {
    raw = yamlText;
    return {};
  };
  const { content } = matter(text, {
    language: 'yaml',
    engines: { ...noEngines, yaml, yml: yaml },
  });
  return { raw, content };
}

const refuseToRun = () => {
  throw new Error('front matter other than YAML is never read');
};

/** Every name gray-matter or a plug-in of it gives an engine. */
export const noEngines = Object.fromEntries(
  ['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((name) => [
    name,
    refuseToRun,
  ]),
);

function isExecutable(language: string): boolean {
  return /^(js|javascript|node|ts|typescript|coffee|coffeescript|cson|lisp|eval)\b/i.test(language);
}
