import type { Place } from '../finding.ts';

const widthCharacters = 96;

/**
 * The line of a place with the one above it, numbered, and carets under what is meant; empty if the
 * text has no such line. Control characters are shown as `·`: content does not steer terminals.
 */
export function codeFrame(text: string, place: Pick<Place, 'line' | 'column' | 'length'>): string {
  const { line, column, length = 1 } = place;
  if (line === undefined) return '';
  const lines = text.split('\n', line);
  const marked = lines[line - 1];
  if (marked === undefined) return '';
  const gutter = String(line).length;
  const shift = shiftFor(column ?? 1);
  const shown: string[] = [];
  const above = lines[line - 2];
  if (above?.trim()) shown.push(`${String(line - 1).padStart(gutter)} | ${slice(above, shift)}`);
  shown.push(`${line} | ${slice(marked, shift)}`);
  if (column !== undefined && column <= marked.length + 1) {
    const start = widthOf(marked.slice(shift, column - 1)) + (shift > 0 ? 1 : 0);
    const meant = widthOf(marked.slice(column - 1, column - 1 + length));
    const carets = Math.min(Math.max(1, meant), Math.max(1, widthCharacters - start));
    shown.push(`${' '.repeat(gutter)} | ${' '.repeat(start)}${'^'.repeat(carets)}`);
  }
  return shown.join('\n');
}

/** What comes from outside, made harmless for a terminal: no control and no direction marks. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (mark) =>
    mark === '\t' ? '  ' : '·',
  );
}

/** How many characters of a long line are left out at its start, so that the column is seen. */
function shiftFor(column: number): number {
  return column > widthCharacters - 16 ? column - Math.floor(widthCharacters / 2) : 0;
}

function slice(line: string, shift: number): string {
  const rest = line.slice(shift, shift + widthCharacters);
  const isCut = line.length > shift + widthCharacters;
  return `${shift > 0 ? '…' : ''}${harmless(rest)}${isCut ? '…' : ''}`;
}

/** Columns on a terminal: none for combining marks, two for the wide letters of East Asia and emoji. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of harmless(text)) {
    if (/\p{M}|\u200D/u.test(letter)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}
