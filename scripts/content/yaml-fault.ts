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
  const odd = oddSpace(lines[row]!) ?? noBreakSpace(lines.slice(0, row + 1));
  if (odd) return odd;
  if (/quote/.test(message)) {
    return openQuote(lines.slice(0, row + 1)) ?? { ...here, message: say.yamlOpen() };
  }
  const isStructure = /IMPLICIT_KEY|UNEXPECTED|MISSING/.test(code);
  const colon = /^\s*(?:- )?([\w-]+):\s+([^"'\s][^"]*:(?:\s.*|))$/.exec(lines[row]!.text);
  if (colon && isStructure) return { ...here, message: say.yamlColon(colon[1]!, colon[2]!) };
  if (code === 'TAB_AS_INDENT') return { ...here, message: say.yamlTab() };
  if (code === 'BAD_SCALAR_START') return { ...here, message: say.yamlStart() };
  if (code === 'BAD_INDENT' && !/Flow/.test(message)) return oddIndent(lines[row]!);
  if (isStructure && /["']/.test(text[start - 1] ?? '')) {
    return { ...here, message: say.yamlQuoteEnds(text[start - 1] === "'") };
  }
  const other = isStructure && oddLine(lines, row, message);
  if (other) return oddIndent(other);
  if (/Flow|end with a/.test(message)) {
    return hashInBraces(lines.slice(0, row + 1)) ?? { ...here, message: say.yamlOpen() };
  }
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

/** `level:7` and `-2028`: to YAML these are words. */
function oddSpace({ text, start }: Line): Fault | undefined {
  const [, indent = '', before, rest] = /^(\s*)((?:- +)?[\w-]+:|-)([^\s:/-].*)$/.exec(text) ?? [];
  if (!before || !rest) return undefined;
  const from = start + indent.length;
  const message = say.yamlSpace(before === '-' ? 'hyphen' : 'colon', `${before} ${rest}`);
  return { message, start: from, end: start + text.length };
}

function noBreakSpace(lines: readonly Line[]): Fault | undefined {
  const line = lines.findLast(({ text }) => /^ *\u00A0/.test(text));
  if (!line) return undefined;
  const end = line.start + line.text.search(/[^ \u00A0]|$/);
  return { message: say.yamlNoBreakSpace(), start: line.start, end };
}

/** `{srgb: #630041}`: the rest of the line is a comment, the closing brace with it. */
function hashInBraces(lines: readonly Line[]): Fault | undefined {
  for (const { text, start } of lines.toReversed()) {
    const found = /[[{][^#"']{0,200}:\s+(#[^\s,\]}]*)/.exec(text.slice(0, 1000));
    if (!found) continue;
    const at = start + found.index + found[0].length - found[1]!.length;
    return { message: say.yamlHashInBraces(found[1]!), start: at, end: at + found[1]!.length };
  }
  return undefined;
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
