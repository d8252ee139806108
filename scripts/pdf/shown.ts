import { CLASS, HEX, REGULAR, WHITE } from './bytes.ts';
import { PdfString } from './objects.ts';
import { Parser } from './parser.ts';
import { readNumber } from './scalars.ts';

/** What an array of shown text (ISO 32000-1, 9.4.3) is told to, entry by entry. */
export interface ShownVisitor {
  code(code: number): void;
  /** A step back, in thousandths of the font size. */
  back(number: number): void;
}

/**
 * Walks the operand of `TJ` between two offsets without making objects of it: a page has thousands
 * of entries. What is neither string nor number is passed over.
 */
export function eachShown(
  bytes: Buffer,
  from: number,
  to: number,
  codeBytes: 1 | 2,
  visitor: ShownVisitor,
): void {
  if (bytes[from] !== 0x5b) return;
  for (let pos = from + 1; pos < to - 1; ) {
    const byte = bytes[pos]!;
    if (CLASS[byte] === WHITE) pos++;
    else if (byte === 0x3c && bytes[pos + 1] !== 0x3c) {
      pos = hexCodes(bytes, pos + 1, to, codeBytes, visitor);
    } else if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b) {
      const start = pos;
      while (pos < to && CLASS[bytes[pos]!] === REGULAR) pos++;
      const number = readNumber(bytes, start, pos);
      if (!Number.isNaN(number)) visitor.back(number);
    } else {
      const parser = new Parser(bytes, pos, to - 1);
      const value = parser.value();
      if (value instanceof PdfString) eachCode(value.bytes, codeBytes, visitor);
      pos = parser.pos;
    }
  }
}

/** The codes of a string, one character a byte. */
export function eachCode(text: string, codeBytes: 1 | 2, visitor: ShownVisitor): void {
  for (let at = 0; at + codeBytes <= text.length; at += codeBytes) {
    const first = text.charCodeAt(at);
    visitor.code(codeBytes === 1 ? first : first * 256 + text.charCodeAt(at + 1));
  }
}

/** @returns the offset behind the `>` */
function hexCodes(
  bytes: Buffer,
  from: number,
  to: number,
  codeBytes: 1 | 2,
  visitor: ShownVisitor,
): number {
  const digits = codeBytes * 2;
  let code = 0;
  let read = 0;
  let pos = from;
  for (; pos < to && bytes[pos] !== 0x3e; pos++) {
    const digit = HEX[bytes[pos]!]!;
    if (digit === 255) continue;
    code = code * 16 + digit;
    if (++read === digits) {
      visitor.code(code);
      code = 0;
      read = 0;
    }
  }
  // A digit that is missing at the end is 0 (7.3.4.3).
  if (read === digits - 1) visitor.code(code * 16);
  return pos + 1;
}
