import { isUtf8 } from 'node:buffer';
import type { Report } from '../finding.ts';
import * as say from './messages.ts';

/**
 * Bytes to text, strictly: UTF-8 or nothing. A byte-order mark is taken off, control characters
 * (pasted from slides, most often) become spaces, each with a finding.
 */
export function decode(bytes: Buffer, file: string, report: Report): string | undefined {
  if (!isUtf8(bytes)) {
    report(say.notUtf8(isUtf16(bytes)), { file, ...firstBadByte(bytes) });
    return undefined;
  }
  let text = bytes.toString('utf8');
  if (text.startsWith('\uFEFF')) {
    report(say.byteOrderMark(), { file, line: 1, column: 1 });
    text = text.slice(1);
  }
  const control = text.search(controlCharacter);
  if (control < 0) return text;
  const before = text.slice(0, control);
  const line = before.split('\n').length;
  const column = control - before.lastIndexOf('\n');
  report(say.controlCharacter(text.charCodeAt(control)), { file, line, column, length: 1 });
  return text.replace(new RegExp(controlCharacter, 'g'), ' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controlCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\u0080-\u009F\uFFFE\uFFFF]/;

function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe;
}

/** Line and column of the first byte that is not UTF-8. No sequence spans the byte of a line end. */
function firstBadByte(bytes: Buffer): { line: number; column: number; length: number } {
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    const slice = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (end < 0 || !isUtf8(slice)) {
      const column = new TextDecoder('utf-8', { ignoreBOM: true }).decode(slice).indexOf('\uFFFD');
      return { line, column: column + 1, length: 1 };
    }
    start = end + 1;
  }
}
