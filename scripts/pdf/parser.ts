import { asBuffer, CLASS, REGULAR, WHITE } from './bytes.ts';
import { LIMITS, PdfFault } from './fault.ts';
import {
  type PdfArray,
  PdfDict,
  type PdfName,
  PdfRef,
  PdfString,
  type PdfValue,
} from './objects.ts';
import { nameBetween, readHex, readNumber, unescaped } from './scalars.ts';

const SLASH = 0x2f;
const PERCENT = 0x25;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN = 0x28;
const CLOSE = 0x29;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const BACKSLASH = 0x5c;

/** Reads objects (ISO 32000-1, 7.3) from bytes, from `pos` on. Throws PdfFault for all else. */
export class Parser {
  readonly bytes: Buffer;
  readonly end: number;
  pos: number;
  readonly #depthLimit: number;
  readonly #keys: string[] = [];
  readonly #values: PdfValue[] = [];

  constructor(bytes: Uint8Array, pos = 0, end = bytes.length, depthLimit = LIMITS.depth) {
    this.bytes = asBuffer(bytes);
    this.pos = pos;
    this.end = end;
    this.#depthLimit = depthLimit;
  }

  /** Moves over white space and comments. */
  skip(): void {
    const { bytes, end } = this;
    let pos = this.pos;
    while (pos < end) {
      const byte = bytes[pos]!;
      if (byte === PERCENT) {
        while (pos < end && bytes[pos] !== 10 && bytes[pos] !== 13) pos++;
      } else if (CLASS[byte] !== WHITE) break;
      else pos++;
    }
    this.pos = pos;
  }

  /** A whole number that is not negative. */
  integer(): number {
    this.skip();
    const { bytes, end } = this;
    const start = this.pos;
    let pos = start;
    let value = 0;
    while (pos < end && bytes[pos]! >= 0x30 && bytes[pos]! <= 0x39) {
      value = value * 10 + bytes[pos]! - 0x30;
      pos++;
    }
    const ends = pos >= end || CLASS[bytes[pos]!] !== REGULAR;
    if (pos === start || pos - start > 15 || !ends) {
      throw this.#fault('syntax', 'a whole number is missing', start);
    }
    this.pos = pos;
    return value;
  }

  /** Whether this keyword comes next; if so, it is passed over. */
  accept(word: string): boolean {
    this.skip();
    const { bytes, pos } = this;
    const behind = pos + word.length;
    if (behind > this.end) return false;
    for (let at = 0; at < word.length; at++) {
      if (bytes[pos + at] !== word.charCodeAt(at)) return false;
    }
    if (behind < this.end && CLASS[bytes[behind]!] === REGULAR) return false;
    this.pos = behind;
    return true;
  }

  /** The next object; `12 0 R` is a reference. */
  value(depth = 0): PdfValue {
    this.skip();
    if (this.pos >= this.end)
      throw this.#fault('truncated', 'the data ends where an object begins');
    const byte = this.bytes[this.pos]!;
    if (byte === SLASH) return this.#name();
    if (byte === OPEN) return this.#literal();
    if (byte === OPEN_ARRAY) return this.#array(depth);
    if (byte === LESS) {
      return this.bytes[this.pos + 1] === LESS ? this.#dict(depth) : this.#hex();
    }
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e) {
      return this.#numberOrRef();
    }
    if (this.accept('true')) return true;
    if (this.accept('false')) return false;
    if (this.accept('null')) return null;
    throw this.#fault('syntax', 'this is no object');
  }

  #numberOrRef(): number | PdfRef {
    const start = this.pos;
    const number = readNumber(this.bytes, start, this.end);
    if (Number.isNaN(number)) throw this.#fault('syntax', 'this is no number', start);
    while (this.pos < this.end && CLASS[this.bytes[this.pos]!] === REGULAR) this.pos++;
    const after = this.pos;
    const first = this.bytes[start]!;
    if (first < 0x30 || first > 0x39 || !Number.isInteger(number)) return number;
    // `number generation R`, else the number alone.
    let pos = this.#white(after);
    const generation = pos;
    while (pos < this.end && this.bytes[pos]! >= 0x30 && this.bytes[pos]! <= 0x39) pos++;
    if (pos === after || pos === generation || pos - generation > 5) return number;
    const letter = this.#white(pos);
    if (letter === pos || this.bytes[letter] !== 0x52) return number;
    if (letter + 1 < this.end && CLASS[this.bytes[letter + 1]!] === REGULAR) return number;
    this.pos = letter + 1;
    return new PdfRef(number);
  }

  #white(from: number): number {
    let pos = from;
    while (pos < this.end && CLASS[this.bytes[pos]!] === WHITE) pos++;
    return pos;
  }

  #name(): PdfName {
    const { bytes, end } = this;
    const start = this.pos + 1;
    let pos = start;
    while (pos < end && CLASS[bytes[pos]!] === REGULAR) pos++;
    this.pos = pos;
    return nameBetween(bytes, start, pos);
  }

  #array(depth: number): PdfArray {
    if (depth >= this.#depthLimit) throw this.#fault('too-deep', 'objects are nested too deeply');
    const start = this.pos++;
    const array: PdfArray = [];
    for (;;) {
      this.skip();
      if (this.pos >= this.end) throw this.#fault('truncated', 'an array does not end', start);
      if (this.bytes[this.pos] === CLOSE_ARRAY) {
        this.pos++;
        return array;
      }
      array.push(this.value(depth + 1));
    }
  }

  #dict(depth: number): PdfDict {
    if (depth >= this.#depthLimit) throw this.#fault('too-deep', 'objects are nested too deeply');
    const start = this.pos;
    this.pos += 2;
    // Gathered on one stack and cut off it, so that each dictionary has arrays of its exact size.
    const keys = this.#keys;
    const values = this.#values;
    const base = keys.length;
    for (;;) {
      this.skip();
      if (this.pos >= this.end) throw this.#fault('truncated', 'a dictionary does not end', start);
      const byte = this.bytes[this.pos];
      if (byte === GREATER && this.bytes[this.pos + 1] === GREATER) break;
      if (byte !== SLASH) throw this.#fault('syntax', 'a dictionary key is missing');
      const key = this.#name().name;
      const value = this.value(depth + 1);
      if (value === null) continue;
      keys.push(key);
      values.push(value);
    }
    this.pos += 2;
    return uniqueDict(keys.splice(base), values.splice(base));
  }

  #literal(): PdfString {
    const { bytes, end } = this;
    const start = ++this.pos;
    let pos = start;
    let open = 1;
    let plain = true;
    for (; ; pos++) {
      if (pos >= end) throw this.#fault('truncated', 'a string does not end', start);
      const byte = bytes[pos]!;
      if (byte === BACKSLASH) {
        plain = false;
        pos++;
      } else if (byte === 13) plain = false;
      else if (byte === OPEN) open++;
      else if (byte === CLOSE && --open === 0) break;
    }
    this.pos = pos + 1;
    const raw = bytes.toString('latin1', start, pos);
    return new PdfString(plain ? raw : unescaped(raw));
  }

  #hex(): PdfString {
    const start = ++this.pos;
    const close = this.bytes.indexOf(GREATER, start);
    if (close < 0 || close >= this.end) {
      throw this.#fault('truncated', 'a string does not end', start);
    }
    this.pos = close + 1;
    return new PdfString(readHex(this.bytes, start, close));
  }

  #fault(code: 'truncated' | 'syntax' | 'too-deep', message: string, at = this.pos): PdfFault {
    return new PdfFault(code, message, at);
  }
}

/** A dictionary in which the last of several equal keys holds. */
function uniqueDict(keys: string[], values: PdfValue[]): PdfDict {
  if (areUnique(keys)) return new PdfDict(keys, values);
  const dict = new PdfDict();
  keys.forEach((key, at) => {
    dict.set(key, values[at]!);
  });
  return dict;
}

function areUnique(keys: string[]): boolean {
  if (keys.length > 24) return new Set(keys).size === keys.length;
  for (let at = 1; at < keys.length; at++) if (keys.indexOf(keys[at]!) < at) return false;
  return true;
}
