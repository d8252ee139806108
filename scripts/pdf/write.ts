import { createHash } from 'node:crypto';
import { fromLatin1, latin1 } from './bytes.ts';
import type { PdfFile } from './file.ts';
import { deflate } from './flate.ts';
import { PdfDict, PdfName, type PdfRef, PdfStream, PdfString, type PdfValue } from './objects.ts';
import { eachRefBackwards, serialise } from './serialise.ts';

export interface WriteOptions {
  /** `1.7` unless said otherwise. */
  version?: string;
  /**
   * Pack what is no stream into object streams with a cross-reference stream (7.5.7, 7.5.8): the
   * default. Without it, a plain table: larger, and every object can be read with the eye.
   */
  objectStreams?: boolean;
}

const OBJECTS_PER_STREAM = 200;

/**
 * Writes what can be reached from the trailer's Root and Info, renumbered in the order it is
 * reached. The file identifier is a hash of what is written: the same document gives the same bytes.
 */
export function writePdf(file: PdfFile, options: WriteOptions = {}): Uint8Array {
  const root = file.trailer.get('Root');
  const info = file.trailer.get('Info');
  const { order, numbers } = reachable(file, [root ?? null, info ?? null]);
  const renumber = (ref: PdfRef) => numbers.get(ref.number);

  const body = new Body(options.version ?? '1.7');
  if (options.objectStreams ?? true) writePacked(order, renumber, body);
  else {
    order.forEach((value, index) => {
      body.object(index + 1, value, renumber);
    });
  }
  const trailer = new PdfDict();
  if (root) trailer.set('Root', root);
  if (info) trailer.set('Info', info);
  trailer.set('ID', [body.identifier(), body.identifier()]);
  if (options.objectStreams ?? true) body.endWithStream(trailer, renumber);
  else body.endWithTable(trailer, renumber);
  return body.bytes();
}

/**
 * Objects in the order a walk from `roots` meets them, children before neighbours, and old number
 * -> place in that order, from 1; undefined for what is nothing.
 */
function reachable(file: PdfFile, roots: PdfValue[]) {
  const order: PdfValue[] = [];
  const numbers = new Map<number, number | undefined>();
  const stack: number[] = [];
  const push = (ref: PdfRef) => {
    if (!numbers.has(ref.number)) stack.push(ref.number);
  };
  eachRefBackwards(roots, push);
  while (stack.length > 0) {
    const number = stack.pop()!;
    if (numbers.has(number)) continue;
    const value = file.object(number);
    // A reference to nothing is null (7.3.10) and is written so.
    numbers.set(number, value === null ? undefined : order.push(value));
    eachRefBackwards(value, push);
  }
  return { order, numbers };
}

type Renumber = (ref: PdfRef) => number | undefined;

function writePacked(order: readonly PdfValue[], renumber: Renumber, body: Body): void {
  let next = order.length + 1;
  let batch: { number: number; text: string }[] = [];
  const flush = () => {
    if (batch.length > 0) body.container(next++, batch);
    batch = [];
  };
  order.forEach((value, index) => {
    if (value instanceof PdfStream) body.object(index + 1, value, renumber);
    else batch.push({ number: index + 1, text: serialise(value, renumber) });
    if (batch.length === OBJECTS_PER_STREAM) flush();
  });
  flush();
}

/** The file as it grows: chunks, and where each object went. */
class Body {
  readonly #chunks: Buffer[] = [];
  readonly #places: ([1, number] | [2, number, number])[] = [];
  readonly #hash = createHash('sha256');
  #length = 0;
  #identifier: PdfString | undefined;

  constructor(version: string) {
    // Four bytes above 127 tell transport programs that the file is binary (7.5.2).
    this.#push(fromLatin1(`%PDF-${version}\n%\xE2\xE3\xCF\xD3\n`));
  }

  object(number: number, value: PdfValue, renumber: Renumber): void {
    this.#places[number] = [1, this.#length];
    if (value instanceof PdfStream) {
      const dict = PdfDict.copy(value.dict);
      dict.set('Length', value.data.length);
      this.#push(fromLatin1(`${number} 0 obj\n${serialise(dict, renumber)}stream\n`));
      this.#push(Buffer.from(value.data.buffer, value.data.byteOffset, value.data.byteLength));
      this.#push(fromLatin1('\nendstream\nendobj\n'));
    } else this.#push(fromLatin1(`${number} 0 obj\n${serialise(value, renumber)}\nendobj\n`));
  }

  container(number: number, batch: { number: number; text: string }[]): void {
    let head = '';
    let offset = 0;
    batch.forEach((entry, index) => {
      this.#places[entry.number] = [2, number, index];
      head += `${entry.number} ${offset} `;
      offset += entry.text.length + 1;
    });
    const content = fromLatin1(`${head}${batch.map((entry) => entry.text).join('\n')}\n`);
    const dict = PdfDict.of({
      Type: PdfName.of('ObjStm'),
      N: batch.length,
      First: head.length,
      Filter: PdfName.of('FlateDecode'),
    });
    this.object(number, new PdfStream(dict, deflate(content)), () => undefined);
  }

  /** 16 bytes that stand for what has been written so far. */
  identifier(): PdfString {
    this.#identifier ??= new PdfString(latin1(this.#hash.digest(), 0, 16));
    return this.#identifier;
  }

  endWithTable(trailer: PdfDict, renumber: Renumber): void {
    const start = this.#length;
    const size = Math.max(1, this.#places.length);
    let text = `xref\n0 ${size}\n0000000000 65535 f \n`;
    for (let number = 1; number < size; number++) {
      text += `${String(this.#places[number]![1]).padStart(10, '0')} 00000 n \n`;
    }
    const full = PdfDict.of({ Size: size });
    for (const [key, value] of trailer) full.set(key, value);
    this.#push(
      fromLatin1(`${text}trailer\n${serialise(full, renumber)}\nstartxref\n${start}\n%%EOF\n`),
    );
  }

  endWithStream(trailer: PdfDict, renumber: Renumber): void {
    const start = this.#length;
    const number = Math.max(1, this.#places.length);
    this.#places[number] = [1, start];
    const rows = Buffer.alloc((number + 1) * 7);
    rows.writeUInt16BE(0xffff, 5);
    for (let row = 1; row <= number; row++) {
      const [kind, first, second] = this.#places[row]!;
      rows[row * 7] = kind;
      rows.writeUInt32BE(first, row * 7 + 1);
      rows.writeUInt16BE(second ?? 0, row * 7 + 5);
    }
    const dict = PdfDict.of({
      Type: PdfName.of('XRef'),
      Size: number + 1,
      W: [1, 4, 2],
      Filter: PdfName.of('FlateDecode'),
    });
    for (const [key, value] of trailer) dict.set(key, value);
    const data = deflate(rows);
    dict.set('Length', data.length);
    this.#push(fromLatin1(`${number} 0 obj\n${serialise(dict, renumber)}stream\n`));
    this.#push(data);
    this.#push(fromLatin1(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`));
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks, this.#length);
  }

  #push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (!this.#identifier) this.#hash.update(chunk);
  }
}
