import { asBuffer, CLASS, HEX, REGULAR, WHITE } from './bytes.ts';
import { PdfFault } from './fault.ts';
import { PdfName, PdfString, type PdfValue } from './objects.ts';
import { Parser } from './parser.ts';
import { readHex, readNumber, unescaped } from './scalars.ts';

const MOST_OPERANDS = 4096;

/** Operators by their bytes, so that the same operator is always the same string. */
const operators = new Map<number, string>();

/**
 * Walks a content stream (ISO 32000-1, 7.8.2) operator by operator. Operands are only bounded
 * while walking, and read when asked for: most are never looked at.
 *
 * ```ts
 * const content = new ContentReader(bytes);
 * while (content.next()) if (content.operator === 'Do') content.name(0);
 * ```
 */
export class ContentReader {
  readonly bytes: Buffer;
  /** `Tj`, `re`, …; an inline image, from `BI` to `EI`, is the one operator `BI`. */
  operator = '';
  /** Where the first operand begins; the operator if there are none. */
  start = 0;
  /** Where the operator begins. */
  operatorStart = 0;
  /** Behind the operator's last byte. */
  end = 0;
  /** How many operands there are. */
  operands = 0;
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = asBuffer(bytes);
  }

  /** Moves to the next operator; false at the end. Bytes that are no content are a PdfFault. */
  next(): boolean {
    const { bytes } = this;
    const length = bytes.length;
    let pos = this.end;
    let operands = 0;
    for (;;) {
      while (pos < length && CLASS[bytes[pos]!] === WHITE) pos++;
      if (pos >= length) {
        if (operands > 0) throw new PdfFault('syntax', 'content ends without an operator', pos);
        return false;
      }
      const byte = bytes[pos]!;
      if (byte === 0x25) {
        while (pos < length && bytes[pos] !== 10 && bytes[pos] !== 13) pos++;
        continue;
      }
      const from = pos;
      // Numbers: digits, sign, point.
      if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b) {
        do pos++;
        while (pos < length && CLASS[bytes[pos]!] === REGULAR);
      } else if (byte === 0x2f) {
        do pos++;
        while (pos < length && CLASS[bytes[pos]!] === REGULAR);
      } else if (byte === 0x28) pos = literalEnd(bytes, pos);
      else if (byte === 0x3c && bytes[pos + 1] !== 0x3c) pos = hexEnd(bytes, pos);
      else if (byte === 0x3c || byte === 0x5b) pos = nestedEnd(bytes, pos);
      else if (CLASS[byte] === REGULAR) {
        do pos++;
        while (pos < length && CLASS[bytes[pos]!] === REGULAR);
        const word = operatorAt(bytes, from, pos);
        if (word !== 'true' && word !== 'false' && word !== 'null') {
          this.operator = word;
          this.start = operands > 0 ? this.#from[0]! : from;
          this.operatorStart = from;
          this.end = word === 'BI' ? inlineImageEnd(bytes, pos) : pos;
          this.operands = operands;
          return true;
        }
      } else throw new PdfFault('syntax', 'this is no page content', pos);
      if (operands >= MOST_OPERANDS) {
        throw new PdfFault('syntax', 'an operator has too many operands', pos);
      }
      this.#from[operands] = from;
      this.#to[operands++] = pos;
    }
  }

  /** An operand that is a number; NaN if it is none. */
  number(index: number): number {
    if (index >= this.operands) return Number.NaN;
    return readNumber(this.bytes, this.#from[index]!, this.#to[index]!);
  }

  /** An operand that is a name, without its slash; undefined if it is none. */
  name(index: number): string | undefined {
    if (index >= this.operands || this.bytes[this.#from[index]!] !== 0x2f) return undefined;
    const raw = this.bytes.toString('latin1', this.#from[index]! + 1, this.#to[index]!);
    if (!raw.includes('#')) return raw;
    const value = this.value(index);
    return value instanceof PdfName ? value.name : undefined;
  }

  /** An operand that is a string, one character a byte; undefined if it is none. */
  string(index: number): string | undefined {
    if (index >= this.operands) return undefined;
    const from = this.#from[index]!;
    const to = this.#to[index]!;
    if (this.bytes[from] === 0x28)
      return unescaped(this.bytes.toString('latin1', from + 1, to - 1));
    if (this.bytes[from] !== 0x3c || this.bytes[from + 1] === 0x3c) return undefined;
    return readHex(this.bytes, from + 1, to - 1);
  }

  /** The code in an operand that is a string of four hexadecimal digits; -1 if it is no such. */
  twoByteCode(index: number): number {
    if (index >= this.operands) return -1;
    const { bytes } = this;
    const from = this.#from[index]!;
    if (this.#to[index]! - from !== 6 || bytes[from] !== 0x3c) return -1;
    const first = HEX[bytes[from + 1]!]!;
    const second = HEX[bytes[from + 2]!]!;
    const third = HEX[bytes[from + 3]!]!;
    const fourth = HEX[bytes[from + 4]!]!;
    if ((first | second | third | fourth) > 15) return -1;
    return (first << 12) | (second << 8) | (third << 4) | fourth;
  }

  /** Any operand as an object; undefined if there are fewer. */
  value(index: number): PdfValue | undefined {
    if (index >= this.operands) return undefined;
    const text = this.string(index);
    if (text !== undefined) return new PdfString(text);
    return new Parser(this.bytes, this.#from[index]!, this.#to[index]!).value();
  }

  /** Where an operand lies: from, to. */
  range(index: number): [number, number] {
    return [this.#from[index]!, this.#to[index]!];
  }
}

function operatorAt(bytes: Buffer, from: number, to: number): string {
  const length = to - from;
  if (length > 3) return bytes.toString('latin1', from, to);
  const key =
    bytes[from]! |
    (length > 1 ? bytes[from + 1]! << 8 : 0) |
    (length > 2 ? bytes[from + 2]! << 16 : 0);
  let operator = operators.get(key);
  if (operator === undefined) {
    operator = bytes.toString('latin1', from, to);
    if (operators.size < 1000) operators.set(key, operator);
  }
  return operator;
}

/** Behind the `)` of the literal string that begins at `start`. */
function literalEnd(bytes: Buffer, start: number): number {
  let open = 0;
  for (let pos = start; pos < bytes.length; pos++) {
    const byte = bytes[pos];
    if (byte === 0x5c) pos++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return pos + 1;
  }
  throw new PdfFault('truncated', 'a string does not end', start);
}

/** Behind the `>` of the hexadecimal string that begins at `start`. */
function hexEnd(bytes: Buffer, start: number): number {
  // Most are one glyph long: a call of indexOf costs more than the loop.
  for (let pos = start + 1; pos < bytes.length; pos++) if (bytes[pos] === 0x3e) return pos + 1;
  throw new PdfFault('truncated', 'a string does not end', start);
}

/** Behind the array or dictionary that begins at `start`. */
function nestedEnd(bytes: Buffer, start: number): number {
  let open = 0;
  for (let pos = start; pos < bytes.length; ) {
    const byte = bytes[pos]!;
    if (byte === 0x28) pos = literalEnd(bytes, pos);
    else if (byte === 0x5b || (byte === 0x3c && bytes[pos + 1] === 0x3c)) {
      open++;
      pos += byte === 0x5b ? 1 : 2;
    } else if (byte === 0x3c) pos = hexEnd(bytes, pos);
    else if (byte === 0x5d || (byte === 0x3e && bytes[pos + 1] === 0x3e)) {
      pos += byte === 0x5d ? 1 : 2;
      if (--open === 0) return pos;
    } else pos++;
  }
  throw new PdfFault('truncated', 'an array or dictionary does not end', start);
}

/** Behind the `EI` of an inline image (8.9.7) whose `BI` ends at `start`. */
function inlineImageEnd(bytes: Buffer, start: number): number {
  const data = bytes.indexOf('ID', start);
  for (
    let at = bytes.indexOf('EI', data + 2);
    data >= 0 && at >= 0;
    at = bytes.indexOf('EI', at + 2)
  ) {
    const after = at + 2 >= bytes.length || CLASS[bytes[at + 2]!] === WHITE;
    if (after && CLASS[bytes[at - 1]!] === WHITE) return at + 2;
  }
  throw new PdfFault('truncated', 'an inline image does not end', start);
}

/** One change to bytes: at `at`, `remove` bytes go and `insert` comes. */
export interface Splice {
  at: number;
  remove: number;
  insert: string;
}

/** Bytes with splices applied. They are given in the order of `at` and do not overlap. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Buffer {
  const source = asBuffer(bytes);
  let length = source.length;
  for (const splice of splices) length += splice.insert.length - splice.remove;
  const out = Buffer.allocUnsafe(length);
  let from = 0;
  let to = 0;
  for (const splice of splices) {
    if (splice.at < from) throw new RangeError('splices overlap or are out of order');
    to += source.copy(out, to, from, splice.at);
    to += out.write(splice.insert, to, 'latin1');
    from = splice.at + splice.remove;
  }
  source.copy(out, to, from);
  return out;
}
