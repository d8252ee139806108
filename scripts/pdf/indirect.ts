import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import { PdfDict, PdfStream, type PdfValue } from './objects.ts';
import { Parser } from './parser.ts';

/** Reads `12 0 obj … endobj` at an offset. */
export function objectAt(buffer: Buffer, offset: number, number: number, file: PdfFile): PdfValue {
  const parser = new Parser(buffer, offset, buffer.length, file.limits.depth);
  if (parser.integer() !== number) {
    throw new PdfFault('xref', `object ${number} is not where the file says`, offset);
  }
  parser.integer();
  if (!parser.accept('obj')) {
    throw new PdfFault('xref', `object ${number} is not where the file says`, offset);
  }
  const value = parser.value();
  if (!(value instanceof PdfDict)) return value;
  return parser.accept('stream') ? streamAt(buffer, parser.pos, value, file) : value;
}

/** The stream whose keyword ends at `pos` (7.3.8): the length in its dictionary must be true. */
function streamAt(buffer: Buffer, pos: number, dict: PdfDict, file: PdfFile): PdfStream {
  let start = pos;
  if (buffer[start] === 13) start++;
  if (buffer[start] === 10) start++;
  const length = file.number(dict.get('Length'));
  if (length === undefined || !Number.isInteger(length) || length < 0) {
    throw new PdfFault('syntax', 'a stream has no length', pos);
  }
  const end = start + length;
  if (end > buffer.length) throw new PdfFault('truncated', 'a stream does not end', pos);
  if (!new Parser(buffer, end).accept('endstream')) {
    throw new PdfFault('syntax', 'a stream is not as long as it says', pos);
  }
  return new PdfStream(dict, buffer.subarray(start, end));
}
