import type { Place } from '../finding.ts';

/** The place of a stretch of text; offsets count from 0. */
export type At = (start: number, end?: number) => Place;

/**
 * Offsets of a text to places in its file. `firstLine` is the line of the file on which the text
 * begins. Quick where offsets are asked for in order, as a parser does.
 */
export function placesIn(text: string, file: string, firstLine: number): At {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  let row = 0;
  return (start, end = start + 1) => {
    if (starts[row]! > start) row = 0;
    while (row + 1 < starts.length && starts[row + 1]! <= start) row++;
    const lineEnd = (starts[row + 1] ?? text.length + 1) - 1;
    return {
      file,
      line: firstLine + row,
      column: start - starts[row]! + 1,
      length: Math.max(1, Math.min(end, lineEnd) - start),
    };
  };
}
