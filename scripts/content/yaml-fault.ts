import type { Message } from '../finding.ts';
import * as say from './yaml-messages.ts';

/** What is the matter with a text that is no YAML, and where: offsets count from 0. */
export interface Fault {
  message: Message;
  start: number;
  end: number;
}

/** What the library says: `pos` is where it noticed, seldom where the mistake was made. */
export interface Problem {
  code: string;
  message: string;
  pos: readonly [number, number];
}

/** A line of the text with the offset at which it begins. */
interface Line {
  text: string;
  start: number;
}

const key = /^( *)((?:- +)?["']?[\w-]+["']?:(?=\s|$)|- )/;

/** The library's codes in words; where its message names one of several causes, by that. */
export function faultOf(text: string, { code, message, pos }: Problem): Fault {
  const [start, end] = [Math.min(pos[0], text.length), pos[1]];
  const here = { start, end };
  const lines = linesOf(text);
  const row = lines.findLastIndex((line) => line.start <= start);
  if (/quote/.test(message)) {
    return openQuote(lines.slice(0, row + 1)) ?? { ...here, message: say.yamlOpen() };
  }
  const isStructure = /IMPLICIT_KEY|UNEXPECTED|MISSING/.test(code);
  const colon = /^\s*(?:- )?([\w-]+):\s+([^"'\s][^"]*:(?:\s.*|))$/.exec(lines[row]!.text);
  if (colon && isStructure) return { ...here, message: say.yamlColon(colon[1]!, colon[2]!) };
  if (code === 'TAB_AS_INDENT') return { ...here, message: say.yamlTab() };
  if (code === 'BAD_SCALAR_START') return { ...here, message: say.yamlStart() };
  if (code === 'BAD_INDENT' && !/Flow/.test(message)) return oddIndent(lines[row]!);
  const odd = isStructure && oddLine(lines, row, message);
  if (odd) return oddIndent(odd);
  if (/Flow|end with a/.test(message)) return { ...here, message: say.yamlOpen() };
  if (code === 'TAG_RESOLVE_FAILED') return { ...here, message: say.yamlTag() };
  return { ...here, message: say.yamlBroken() };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line, start };
    start += line.length + 1;
    return found;
  });
}

/** The line that is indented differently, if that is what the library stumbled on. */
function oddLine(lines: readonly Line[], row: number, message: string): Line | undefined {
  const line = lines[row]!;
  if (/Sequence item without|block sequence may not/.test(message)) {
    return key.test(line.text) ? line : undefined;
  }
  const indentOf = ({ text }: Line) => text.search(/[^ ]|$/);
  if (/at node end/.test(message)) {
    const first = lines.find(({ text }) => /^ *[^ #]/.test(text));
    const isDeeper = first && key.test(first.text) && indentOf(first) > indentOf(line);
    return isDeeper && key.test(line.text) ? first : undefined;
  }
  if (!/Nested mappings/.test(message)) return undefined;
  // A key that stands deeper than the one above, which has a value already.
  const below = lines.slice(row + 1).find(({ text }) => text.trim() !== '');
  return below && key.test(below.text) && indentOf(below) > indentOf(line) ? below : undefined;
}

function oddIndent(line: Line): Fault {
  const [, indent = '', name = ''] = key.exec(line.text) ?? [];
  const start = line.start + (indent.length || line.text.search(/\S|$/));
  return { message: say.yamlIndent(), start, end: start + Math.max(1, name.trimEnd().length) };
}

/** Where a quote opens that its line does not close: the last such line is the one that was meant. */
function openQuote(lines: readonly Line[]): Fault | undefined {
  for (const { text, start } of lines.toReversed()) {
    const found = /(?:^|[:\-,[{]) *(?:"[^"]*|'[^']*)$/.exec(text);
    if (!found) continue;
    const at = start + found.index + found[0].search(/["']/);
    const curly = /[“”‘’](?=[\s,\]}]*$)/.exec(text)?.[0] ?? /[“”](?=\s*[,\]}])/.exec(text)?.[0];
    return { message: say.yamlQuoteOpen(curly), start: at, end: at + 1 };
  }
  return undefined;
}
