import type { MarkdownIt, StateBlock } from 'markdown-it';
import type { Place } from '../../finding.ts';
import type { Env } from './env.ts';
import * as say from './messages.ts';

const separator = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
/** Longer lines are no separator, and further lines of a paragraph no head: bounds for time. */
const mostLetters = 500;
const mostLines = 50;
/** What ends a table without an empty line. */
const otherBlock = /^(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|:{3}|`{3}|~{3}|\{\{>)/;

/**
 * Looks at tables as they are typed: the parser fills rows up and cuts them off without a word, and
 * takes a table whose second line does not fit its head for words.
 */
export function tables(md: MarkdownIt): void {
  md.block.ruler.before('table', 'table-rows', (state, start, end) => {
    checkRows(state, start, end);
    return false;
  });
  md.block.ruler.before('paragraph', 'table-separator', (state, start, end) => {
    checkSeparators(state, start, end);
    return false;
  });
}

function checkRows(state: StateBlock, start: number, end: number): void {
  if (start + 2 >= end || state.sCount[start]! - state.blkIndent >= 4) return;
  const head = lineAt(state, start);
  const columns = cellsOf(head);
  const below = lineAt(state, start + 1);
  if (!head.includes('|') || !isSeparator(below) || cellsOf(below) !== columns) return;
  for (let row = start + 2; row < end; row++) {
    const text = lineAt(state, row);
    if (text === '' || state.sCount[row]! < state.blkIndent || otherBlock.test(text)) return;
    const cells = cellsOf(text);
    if (cells !== columns) reportAt(state, row, say.tableCells(cells, columns));
  }
}

/** A paragraph with a line that would make a table of it, if it had as many columns as the one above. */
function checkSeparators(state: StateBlock, start: number, end: number): void {
  for (let row = start + 1; row < Math.min(end, start + mostLines); row++) {
    const text = lineAt(state, row);
    if (text === '' || state.sCount[row]! < state.blkIndent) return;
    const head = lineAt(state, row - 1);
    if (!text.includes('|') || !head.includes('|') || !isSeparator(text)) continue;
    if (isSeparator(head) || cellsOf(text) === cellsOf(head)) continue;
    reportAt(state, row, say.tableSeparator(cellsOf(text), cellsOf(head)));
  }
}

function lineAt(state: StateBlock, row: number): string {
  return state.src.slice(state.bMarks[row]! + state.tShift[row]!, state.eMarks[row]).trim();
}

function isSeparator(line: string): boolean {
  return line.length <= mostLetters && separator.test(line);
}

/** Cells of a row: bars with a backslash are words, those at both ends close the row. */
function cellsOf(row: string): number {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}

function reportAt(
  state: StateBlock,
  row: number,
  message: ReturnType<typeof say.tableCells>,
): void {
  const { context, within } = state.env as Env;
  const around = within.at(-1);
  const place: Place = around
    ? { file: around.file, line: row + 1 }
    : { file: context.file, line: context.firstLine + row };
  context.report(message, place);
}
