import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PdfStream } from '../../scripts/pdf/objects.ts';
import { readPdf } from '../../scripts/pdf/read.ts';

export interface Needle {
  name: string;
  bytes: Buffer;
}

/** Where below a folder something is found, as `file: name`; streams of PDFs, texts of PNGs and files within HTML are unpacked. */
export function searchFiles(folder: string, needles: readonly Needle[]): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .flatMap((file) =>
      searchBytes(readFileSync(file), needles).map((name) => `${relative(folder, file)}: ${name}`),
    );
}

export function searchBytes(bytes: Buffer, needles: readonly Needle[]): string[] {
  const layers = [...unpacked(bytes)];
  return needles
    .filter((needle) =>
      layers.some((layer) => formsOf(needle.bytes).some((f) => layer.includes(f))),
    )
    .map(({ name }) => name);
}

/** As it is, as two bytes a character, and as the hexadecimal of PDF strings. */
function formsOf(bytes: Buffer): Buffer[] {
  const wide = Buffer.from(bytes.toString('latin1'), 'utf16le');
  const hex = bytes.toString('hex');
  return [
    bytes,
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
  ];
}

function* unpacked(bytes: Buffer, depth = 0): Generator<Buffer> {
  yield bytes;
  if (depth > 3) return;
  const inner = bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? streamsOf(bytes) : [];
  for (const one of [...inner, ...textsOf(bytes), ...embeddedIn(bytes)]) {
    yield* unpacked(one, depth + 1);
  }
}

function streamsOf(pdf: Buffer): Buffer[] {
  const file = readPdf(pdf);
  const streams: Buffer[] = [];
  for (let number = 1; number < file.size; number++) {
    const value = file.object(number);
    if (!(value instanceof PdfStream)) continue;
    const filters = [file.resolve(value.dict.get('Filter'))].flat().map((one) => file.name(one));
    // A picture's own bytes are in the file as they are.
    const isPicture = filters.some((filter) => filter && filter !== 'FlateDecode');
    streams.push(isPicture ? Buffer.from(value.data) : Buffer.from(file.decode(value)));
  }
  return streams;
}

/** The data of compressed texts of a PNG. */
function textsOf(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 4).toString('latin1') !== '\x89PNG') return [];
  const texts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    // Keyword, null, method.
    if (type === 'zTXt') texts.push(inflateSync(data.subarray(data.indexOf(0) + 2)));
  }
  return texts;
}

/** Files within a page of the web. */
function embeddedIn(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/;base64,([A-Za-z0-9+/=]+)/g)].map((match) =>
    Buffer.from(match[1] ?? '', 'base64'),
  );
}
