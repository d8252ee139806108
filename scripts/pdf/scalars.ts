import { CLASS, HEX, REGULAR, WHITE } from './bytes.ts';
import { PdfFault } from './fault.ts';
import { PdfName } from './objects.ts';

const ESCAPES: Record<number, string> = {
  110: '\n',
  114: '\r',
  116: '\t',
  98: '\b',
  102: '\f',
};

/** The number that starts at `from` (7.3.3: no exponents); NaN if none does. */
export function readNumber(bytes: Uint8Array, from: number, end: number): number {
  let pos = from;
  let sign = 1;
  if (bytes[pos] === 0x2d) {
    sign = -1;
    pos++;
  } else if (bytes[pos] === 0x2b) pos++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let point = false;
  for (; pos < end; pos++) {
    const byte = bytes[pos]!;
    if (byte >= 0x30 && byte <= 0x39) {
      mantissa = mantissa * 10 + (byte - 0x30);
      digits++;
      if (point) decimals++;
    } else if (byte === 0x2e && !point) point = true;
    else if (CLASS[byte] === REGULAR) return Number.NaN;
    else break;
  }
  if (digits === 0) return Number.NaN;
  if (decimals === 0) return sign * mantissa;
  // Dividing two exact numbers rounds once, so the text comes out again as it went in.
  if (digits <= 15 && decimals <= 22) return (sign * mantissa) / 10 ** decimals;
  return Number(Buffer.from(bytes.subarray(from, pos)).toString('latin1'));
}

/** Hexadecimal digits between two offsets as one character a byte; white space does not count. */
export function readHex(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let high = -1;
  for (let pos = from; pos < to; pos++) {
    const digit = HEX[bytes[pos]!]!;
    if (digit === 255) {
      if (CLASS[bytes[pos]!] === WHITE) continue;
      throw new PdfFault('syntax', 'a hexadecimal string has other characters', pos);
    }
    if (high < 0) high = digit;
    else {
      text += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  return high < 0 ? text : text + String.fromCharCode(high * 16);
}

/** A literal string's escapes and line ends (7.3.4.2) taken out. */
export function unescaped(raw: string): string {
  return raw.replace(
    /\\([0-7]{1,3})|\\(\r\n|[\s\S])|\r\n?/g,
    (_, octal: string | undefined, other: string | undefined) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (other === undefined) return '\n';
      if (other === '\n' || other === '\r' || other === '\r\n') return '';
      return ESCAPES[other.charCodeAt(0)] ?? other;
    },
  );
}

const CACHED = 4096;
const LONGEST_CACHED = 40;
const cachedNames: (PdfName | undefined)[] = new Array(CACHED).fill(undefined);

/**
 * The name whose characters lie between two offsets, the slash not among them, `#xx` decoded.
 * A file repeats a few dozen names tens of thousands of times: they are found by their bytes,
 * without making a string first.
 */
export function nameBetween(bytes: Buffer, from: number, to: number): PdfName {
  let hash = to - from;
  for (let pos = from; pos < to; pos++) hash = (hash * 31 + bytes[pos]!) | 0;
  const slot = (hash ^ (hash >>> 12)) & (CACHED - 1);
  const cached = cachedNames[slot];
  if (cached && spells(cached.name, bytes, from, to)) return cached;
  const raw = bytes.toString('latin1', from, to);
  if (raw.includes('#')) return PdfName.of(raw.replace(/#([0-9A-Fa-f]{2})/g, decodedHex));
  const name = PdfName.of(raw);
  if (to - from <= LONGEST_CACHED) cachedNames[slot] = name;
  return name;
}

function spells(name: string, bytes: Buffer, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let at = 0; at < name.length; at++) {
    if (name.charCodeAt(at) !== bytes[from + at]) return false;
  }
  return true;
}

function decodedHex(_: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
