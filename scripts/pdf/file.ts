import { LIMITS, PdfFault, type PdfLimits } from './fault.ts';
import { inflate, unpredict } from './flate.ts';
import {
  type PdfArray,
  PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from './objects.ts';

const REFERENCE_CHAIN = 32;

/** Finds an object that is not in memory yet; undefined if the file has none of that number. */
export type Loader = (number: number) => PdfValue | undefined;

/**
 * A document: numbered objects and a trailer. Objects of a file that was read are parsed when
 * first asked for. The typed getters follow references and give undefined for another type, so
 * that a reader of a damaged file takes the same path as for a missing entry.
 */
export class PdfFile {
  readonly trailer: PdfDict;
  readonly limits: PdfLimits;
  readonly #objects = new Map<number, PdfValue>();
  readonly #load: Loader | undefined;
  readonly #loading: number[] = [];
  #next: number;
  #inflated = 0;

  /** @param next the first object number that is free */
  constructor(trailer = new PdfDict(), load?: Loader, next = 1, limits: PdfLimits = LIMITS) {
    this.trailer = trailer;
    this.#load = load;
    this.#next = next;
    this.limits = limits;
  }

  /** One above the highest object number. */
  get size(): number {
    return this.#next;
  }

  /** The catalog, 7.7.2. Throws PdfFault when the file has none. */
  get catalog(): PdfDict {
    const root = this.dict(this.trailer.get('Root'));
    if (!root) throw new PdfFault('structure', 'the file has no catalog');
    return root;
  }

  /** The object of a number; null if there is none, as 7.3.10 wants it. */
  object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    if (!this.#load) return null;
    if (this.#loading.includes(number)) throw new PdfFault('loop', `object ${number} needs itself`);
    if (this.#loading.length >= REFERENCE_CHAIN) {
      throw new PdfFault('too-deep', 'objects need each other too deeply');
    }
    this.#loading.push(number);
    try {
      const loaded = this.#load(number) ?? null;
      this.#objects.set(number, loaded);
      return loaded;
    } finally {
      this.#loading.pop();
    }
  }

  /** The value behind a reference; any other value as it is; null for undefined. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let steps = 0; found instanceof PdfRef; steps++) {
      if (steps > REFERENCE_CHAIN) throw new PdfFault('loop', 'a reference leads to itself');
      found = this.object(found.number);
    }
    return found;
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value);
    return found instanceof PdfDict ? found : undefined;
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    const found = this.resolve(value);
    return found instanceof PdfStream ? found : undefined;
  }

  array(value: PdfValue | undefined): PdfArray | undefined {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : undefined;
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.resolve(value);
    return typeof found === 'number' ? found : undefined;
  }

  /** The name's characters: `file.name(dict.get('Type')) === 'Page'`. */
  name(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value);
    return found instanceof PdfName ? found.name : undefined;
  }

  string(value: PdfValue | undefined): PdfString | undefined {
    const found = this.resolve(value);
    return found instanceof PdfString ? found : undefined;
  }

  /** An array of exactly `length` numbers (any length if left out), else undefined. */
  numbers(value: PdfValue | undefined, length?: number): number[] | undefined {
    const array = this.array(value);
    if (!array || (length !== undefined && array.length !== length)) return undefined;
    const numbers = array.map((entry) => this.number(entry));
    return numbers.every((entry) => entry !== undefined) ? (numbers as number[]) : undefined;
  }

  /** Adds an object under the next free number. */
  add(value: PdfValue): PdfRef {
    const ref = new PdfRef(this.#next++);
    this.#objects.set(ref.number, value);
    return ref;
  }

  /** A number for an object that is `set` later. Until then it is null. */
  reserve(): PdfRef {
    return this.add(null);
  }

  /** Makes numbers below `size` taken: the reader's, once it knows what the file holds. */
  raiseSize(size: number): void {
    if (size > this.#next) this.#next = size;
  }

  set(ref: PdfRef, value: PdfValue): void {
    this.#objects.set(ref.number, value);
    if (ref.number >= this.#next) this.#next = ref.number + 1;
  }

  /**
   * The bytes of a stream without its filters: none, or Flate with or without a PNG predictor.
   * Anything else (pictures have filters of their own), damage, or too much is a PdfFault.
   */
  decode(stream: PdfStream, maxBytes = this.limits.streamBytes): Buffer {
    const filters = this.#filters(stream.dict);
    let data = Buffer.from(stream.data.buffer, stream.data.byteOffset, stream.data.byteLength);
    for (const [filter, parameters] of filters) {
      if (filter !== 'FlateDecode') {
        throw new PdfFault('filter', `a stream is encoded as ${filter}, which is not read here`);
      }
      data = inflate(data, Math.min(maxBytes, this.limits.totalBytes - this.#inflated));
      this.#inflated += data.length;
      const predictor = this.number(parameters?.get('Predictor')) ?? 1;
      if (parameters && predictor >= 10) data = this.#unpredict(data, parameters);
      else if (predictor !== 1) {
        throw new PdfFault('filter', 'a stream has a predictor that is not read here');
      }
    }
    if (data.length > maxBytes) {
      throw new PdfFault('too-large', `a stream holds more than ${maxBytes} bytes`);
    }
    return data;
  }

  #filters(dict: PdfDict): [string | undefined, PdfDict | undefined][] {
    const filter = this.resolve(dict.get('Filter'));
    const parameters = this.resolve(dict.get('DecodeParms'));
    if (filter === null) return [];
    if (!Array.isArray(filter)) return [[this.name(filter), this.dict(parameters)]];
    if (filter.length > 8) throw new PdfFault('filter', 'a stream has too many filters');
    const each = Array.isArray(parameters) ? parameters : [];
    return filter.map((entry, index) => [this.name(entry), this.dict(each[index])]);
  }

  #unpredict(data: Buffer, parameters: PdfDict): Buffer {
    const colours = this.number(parameters.get('Colors')) ?? 1;
    const bits = this.number(parameters.get('BitsPerComponent')) ?? 8;
    const columns = this.number(parameters.get('Columns')) ?? 1;
    const rowBits = colours * bits * columns;
    if (!(rowBits > 0 && rowBits < 2 ** 31)) {
      throw new PdfFault('filter', 'a predictor has impossible parameters');
    }
    return unpredict(data, Math.ceil(rowBits / 8), Math.max(1, (colours * bits) >> 3));
  }
}
