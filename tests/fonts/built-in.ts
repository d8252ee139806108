import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../templates/fonts');

/** The bytes of a built-in font, to read or to spoil. */
export function builtIn(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, `${name}.ttf`)));
}

/** A copy with one table renamed: a table that a reader looks for disappears, or one appears. */
export function renameTable(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = bytes.slice();
  const at = tableEntry(copy, from);
  copy.set(
    [...to].map((letter) => letter.charCodeAt(0)),
    at,
  );
  return copy;
}

/** Where a table's data begins. */
export function tableOffset(bytes: Uint8Array, tag: string): number {
  return new DataView(bytes.buffer).getUint32(tableEntry(bytes, tag) + 8);
}

function tableEntry(bytes: Uint8Array, tag: string): number {
  const count = new DataView(bytes.buffer).getUint16(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return at;
  }
  throw new Error(`no table ${tag}`);
}
