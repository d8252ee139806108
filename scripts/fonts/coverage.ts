import type { Reader } from './tables.ts';

/** Code points that a font has glyphs for, as ascending ranges, both ends included. */
export type Coverage = readonly (readonly [first: number, last: number])[];

const lastCodePoint = 0x10ffff;

/** Platform and encoding of the subtables we read, best first: full Unicode, then its first plane. */
const wanted = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];

/** What the best Unicode subtable of `cmap` maps to a glyph (ISO/IEC 14496-22:2019, 5.2.1). */
export function readCoverage(cmap: Reader): Coverage {
  const found = new Map<string, number>();
  for (let i = 0; i < cmap.u16(2); i++) {
    const at = 4 + 8 * i;
    found.set(`${cmap.u16(at)}.${cmap.u16(at + 2)}`, cmap.u32(at + 4));
  }
  for (const key of wanted) {
    const at = found.get(key);
    const table = at === undefined ? undefined : cmap.from(at);
    const read = table && formats[table.u16(0)];
    if (table && read) return join(read(table));
  }
  return [];
}

/** Whether the font has a glyph for a code point. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first = 0, last = 0] = coverage[middle] ?? [];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

type Range = [first: number, last: number];

const formats: Readonly<Record<number, (table: Reader) => Range[]>> = {
  4: segments,
  6: trimmed,
  12: groups,
};

/**
 * Format 4: segments with a delta, or with an offset into an array of glyph numbers. They ascend;
 * one that does not is passed over, so that a spoilt table cannot ask for the same codes for ever.
 */
function segments(table: Reader): Range[] {
  const count = table.u16(6) / 2;
  const [ends, starts] = [14, 16 + 2 * count];
  const [deltas, offsets] = [starts + 2 * count, starts + 4 * count];
  const ranges: Range[] = [];
  let next = 0;
  for (let i = 0; i < count; i++) {
    const [start, end] = [table.u16(starts + 2 * i), table.u16(ends + 2 * i)];
    if (start < next) continue;
    next = end + 1;
    const offset = table.u16(offsets + 2 * i);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const at = offsets + 2 * i + offset + 2 * (code - start);
      const glyph = offset === 0 ? code : at + 2 <= table.length ? table.u16(at) : 0;
      const mapped = offset !== 0 && glyph === 0 ? 0 : (glyph + table.u16(deltas + 2 * i)) & 0xffff;
      if (mapped !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

/** Format 6: one run of the first plane. */
function trimmed(table: Reader): Range[] {
  const [first, count] = [table.u16(6), table.u16(8)];
  const ranges: Range[] = [];
  for (let i = 0; i < count; i++) {
    if (table.u16(10 + 2 * i) !== 0) ranges.push([first + i, first + i]);
  }
  return ranges;
}

/** Format 12: groups of any code points. */
function groups(table: Reader): Range[] {
  const count = Math.min(table.u32(12), lastCodePoint);
  const ranges: Range[] = [];
  for (let i = 0; i < count; i++) {
    const at = 16 + 12 * i;
    const [first, last] = [table.u32(at), Math.min(table.u32(at + 4), lastCodePoint)];
    const startsEmpty = table.u32(at + 8) === 0;
    if (first + (startsEmpty ? 1 : 0) <= last) ranges.push([first + (startsEmpty ? 1 : 0), last]);
  }
  return ranges;
}

/** Sorted, neighbours joined. */
function join(ranges: Range[]): Coverage {
  const joined: Range[] = [];
  for (const [first, last] of ranges.sort((a, b) => a[0] - b[0])) {
    const previous = joined.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}
