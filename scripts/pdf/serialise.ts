import { PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './objects.ts';

/**
 * An object as it is written in a file, one character a byte (ISO 32000-1, 7.3). The same object
 * always gives the same characters; dictionaries keep their order.
 * @param number the number a reference is written with; undefined: what it names is null
 */
export function serialise(
  value: PdfValue,
  number: (ref: PdfRef) => number | undefined = (ref) => ref.number,
): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof PdfRef) {
    const target = number(value);
    return target === undefined ? 'null' : `${target} 0 R`;
  }
  if (value instanceof PdfName) return nameText(value.name);
  if (value instanceof PdfString) return stringText(value.bytes);
  if (Array.isArray(value)) {
    let text = '[';
    for (const entry of value) {
      if (text.length > 1) text += ' ';
      text += serialise(entry, number);
    }
    return `${text}]`;
  }
  if (value instanceof PdfStream) {
    throw new TypeError('a stream cannot stand inside another object');
  }
  let text = '<<';
  const keys = value.keys();
  const values = value.values();
  for (let at = 0; at < keys.length; at++) {
    const written = serialise(values[at]!, number);
    if (written === 'null') continue;
    text += nameText(keys[at]!);
    const first = written.charCodeAt(0);
    // Names, strings, arrays and dictionaries begin with a delimiter; numbers and words do not.
    if (first !== 0x2f && first !== 0x28 && first !== 0x5b && first !== 0x3c) text += ' ';
    text += written;
  }
  return `${text}>>`;
}

/** A number without exponent, as short as keeps its value. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) {
    if (Math.abs(value) < 1e21) return Object.is(value, -0) ? '0' : String(value);
  } else if (Number.isFinite(value)) {
    const text = String(value);
    return text.includes('e') ? trimZeros(value.toFixed(12)) : text;
  }
  throw new RangeError(`${value} cannot be written as a number`);
}

function trimZeros(text: string): string {
  const short = text.replace(/\.?0+$/, '');
  return short === '-0' ? '0' : short;
}

/** A number with at most `decimals` places, trailing zeros off: for what we measure ourselves. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}

const nameTexts = new Map<string, string>();

function nameText(name: string): string {
  const known = nameTexts.get(name);
  if (known) return known;
  const text = `/${name.replace(/[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g, hexEscape)}`;
  if (nameTexts.size < 20_000) nameTexts.set(name, text);
  return text;
}

function hexEscape(character: string): string {
  return `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function stringText(bytes: string): string {
  if (/^[ -~]*$/.test(bytes)) return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`;
}

/** Calls `visit` for each reference inside a value, the one that is written last first. */
export function eachRefBackwards(value: PdfValue, visit: (ref: PdfRef) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof PdfRef) visit(value);
  else if (value instanceof PdfStream) eachRefBackwards(value.dict, visit);
  else if (Array.isArray(value) || value instanceof PdfDict) {
    const entries = Array.isArray(value) ? value : value.values();
    for (let at = entries.length - 1; at >= 0; at--) eachRefBackwards(entries[at]!, visit);
  }
}
