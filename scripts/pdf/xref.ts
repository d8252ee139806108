import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import { objectAt } from './indirect.ts';
import { PdfDict, PdfStream } from './objects.ts';
import { Parser } from './parser.ts';

/** Where an object lies: at an offset of the file, or in an object stream. */
export type Location = { offset: number } | { container: number; index: number };

const TAIL_BYTES = 2048;
const TRAILER_KEYS = ['Root', 'Info', 'ID', 'Encrypt'];

/**
 * Reads every cross-reference section (ISO 32000-1, 7.5.4 and 7.5.8), newest first, into
 * `locations` (null: deleted) and the newest trailer's entries into `file.trailer`.
 */
export function readCrossReferences(
  buffer: Buffer,
  file: PdfFile,
  locations: Map<number, Location | null>,
): void {
  const seen = new Set<number>();
  let offset: number | undefined = startOffset(buffer);
  while (offset !== undefined) {
    if (seen.has(offset)) throw new PdfFault('loop', 'cross-references lead to themselves', offset);
    seen.add(offset);
    if (!(offset >= 0 && offset < buffer.length)) {
      throw new PdfFault('xref', 'the cross-references lie outside the file');
    }
    offset = readSection(buffer, offset, file, locations);
  }
}

/** The number after the last `startxref`. */
function startOffset(buffer: Buffer): number {
  const tail = Math.max(0, buffer.length - TAIL_BYTES);
  const found = buffer.subarray(tail).lastIndexOf('startxref');
  if (found < 0) throw new PdfFault('truncated', 'the file has no end');
  return new Parser(buffer, tail + found + 'startxref'.length).integer();
}

/** One section; gives the offset of the one before it, if there is one. */
function readSection(
  buffer: Buffer,
  offset: number,
  file: PdfFile,
  locations: Map<number, Location | null>,
): number | undefined {
  const parser = new Parser(buffer, offset, buffer.length, file.limits.depth);
  const note = (number: number, location: Location | null) => {
    if (locations.has(number)) return;
    if (locations.size >= file.limits.objects) {
      throw new PdfFault('too-large', 'the file has too many objects');
    }
    locations.set(number, location);
  };
  const entries = parser.accept('xref')
    ? readTable(parser, note)
    : readStream(buffer, offset, file, note);
  for (const key of TRAILER_KEYS) {
    const value = entries.get(key);
    if (value !== undefined && !file.trailer.has(key)) file.trailer.set(key, value);
  }
  const previous = entries.get('Prev');
  return typeof previous === 'number' ? previous : undefined;
}

type Note = (number: number, location: Location | null) => void;

function readTable(parser: Parser, note: Note) {
  for (;;) {
    if (parser.accept('trailer')) break;
    const first = parser.integer();
    const count = parser.integer();
    for (let index = 0; index < count; index++) {
      const offset = parser.integer();
      parser.integer();
      if (parser.accept('n')) note(first + index, { offset });
      else if (parser.accept('f')) note(first + index, null);
      else throw new PdfFault('xref', 'the cross-references are damaged', parser.pos);
    }
  }
  const trailer = parser.value();
  if (!(trailer instanceof PdfDict))
    throw new PdfFault('xref', 'the file has no trailer', parser.pos);
  return trailer;
}

function readStream(buffer: Buffer, offset: number, file: PdfFile, note: Note) {
  const number = new Parser(buffer, offset).integer();
  const stream = objectAt(buffer, offset, number, file);
  if (!(stream instanceof PdfStream) || file.name(stream.dict.get('Type')) !== 'XRef') {
    throw new PdfFault('xref', 'the cross-references are not where the file says', offset);
  }
  const widths = file.numbers(stream.dict.get('W'), 3);
  if (!widths?.every((width) => Number.isInteger(width) && width >= 0 && width <= 7)) {
    throw new PdfFault('xref', 'the cross-references are damaged', offset);
  }
  const [kindBytes, firstBytes, secondBytes] = widths as [number, number, number];
  const row = kindBytes + firstBytes + secondBytes;
  const data = file.decode(stream);
  const size = file.number(stream.dict.get('Size')) ?? 0;
  const ranges = file.numbers(stream.dict.get('Index')) ?? [0, size];
  let pos = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < ranges[range + 1]!; index++, pos += row) {
      if (row === 0 || pos + row > data.length) {
        throw new PdfFault('xref', 'the cross-references are damaged', offset);
      }
      const kind = kindBytes === 0 ? 1 : field(data, pos, kindBytes);
      const first = field(data, pos + kindBytes, firstBytes);
      const second = field(data, pos + kindBytes + firstBytes, secondBytes);
      if (kind === 0) note(ranges[range]! + index, null);
      if (kind === 1) note(ranges[range]! + index, { offset: first });
      if (kind === 2) note(ranges[range]! + index, { container: first, index: second });
    }
  }
  return stream.dict;
}

function field(data: Buffer, pos: number, bytes: number): number {
  let value = 0;
  for (let index = 0; index < bytes; index++) value = value * 256 + data[pos + index]!;
  return value;
}
