import { PdfString } from './objects.ts';

/** PDFDocEncoding (ISO 32000-1, D.2) where it is not Latin 1. */
const DOC_HIGH =
  '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E';
const DOC_LOW = '\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC';

/** The text of a text string, 7.9.2.2: UTF-16, UTF-8 with its mark, or PDFDocEncoding. */
export function textOf(string: PdfString): string {
  const { bytes } = string;
  if (bytes.startsWith('\xFE\xFF')) return utf16(bytes.slice(2));
  if (bytes.startsWith('\xEF\xBB\xBF')) return Buffer.from(bytes.slice(3), 'latin1').toString();
  let text = '';
  for (let at = 0; at < bytes.length; at++) text += docCharacter(bytes.charCodeAt(at));
  return text;
}

function docCharacter(code: number): string {
  if (code >= 0x18 && code < 0x20) return DOC_LOW[code - 0x18]!;
  if (code >= 0x80 && code < 0x9f) return DOC_HIGH[code - 0x80]!;
  return code === 0xa0 ? '\u20AC' : String.fromCharCode(code);
}

/** Text as a text string: as it is where it is ASCII, else UTF-16 with its mark. */
export function textString(text: string): PdfString {
  if (/^[\n\r\t -~]*$/.test(text)) return new PdfString(text);
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return new PdfString(`\xFE\xFF${bytes.toString('latin1')}`);
}

/** Big-endian UTF-16, given as one character a byte. An odd last byte is dropped. */
export function utf16(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  }
  return text;
}

/**
 * A date, 7.9.4: `D:20260901120000Z`.
 * @param iso an ISO 8601 date and time, `2026-09-01T12:00:00Z`; written in UTC
 */
export function dateString(iso: string): PdfString {
  const digits = new Date(iso).toISOString().replace(/\D/g, '').slice(0, 14);
  return new PdfString(`D:${digits}Z`);
}
