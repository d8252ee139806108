/**
 * The objects of ISO 32000-1, 7.3. Booleans, numbers and null are JavaScript's own; an array is a
 * JavaScript array. Everything else has a class, so that a name is never taken for a string.
 */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | PdfArray;

export type PdfArray = PdfValue[];

const INDEXED_FROM = 24;
const INTERNED_NAMES = 20_000;
const names = new Map<string, PdfName>();

/** A name, 7.3.5. Compare `name`s: equal names are usually, not always, one object. */
export class PdfName {
  /** Without the slash, `#xx` decoded, one character a byte. */
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  static of(name: string): PdfName {
    let known = names.get(name);
    if (!known) {
      known = new PdfName(name);
      // Names come from files: a hostile one must not fill the table for good.
      if (names.size < INTERNED_NAMES) names.set(name, known);
    }
    return known;
  }
}

/** A string, 7.3.4: bytes, which `text.ts` turns into text where they are text. */
export class PdfString {
  /** One character a byte. */
  readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** A reference to an indirect object. Generations are read and forgotten: one object a number. */
export class PdfRef {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/**
 * A dictionary, 7.3.7; keys as `PdfName.name`. Keeps its order, which is the order it is written in.
 * A document has tens of thousands with three to six keys each: two arrays are built and searched
 * in half the time of a Map; a large one gets an index.
 */
export class PdfDict {
  readonly #keys: string[];
  readonly #values: PdfValue[];
  #index: Map<string, number> | undefined;

  /** @param keys no two alike, one for each of `values`; both arrays are taken over */
  constructor(keys: string[] = [], values: PdfValue[] = []) {
    this.#keys = keys;
    this.#values = values;
    if (keys.length > INDEXED_FROM) this.#buildIndex();
  }

  /** `PdfDict.of({ Type: PdfName.of('Page') })`; keys whose value is undefined are left out. */
  static of(entries: Record<string, PdfValue | undefined>): PdfDict {
    const keys = Object.keys(entries).filter((key) => entries[key] !== undefined);
    return new PdfDict(
      keys,
      keys.map((key) => entries[key]!),
    );
  }

  /** A dictionary with the same keys and values; what the values hold is not copied. */
  static copy(other: PdfDict): PdfDict {
    return new PdfDict([...other.#keys], [...other.#values]);
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): PdfValue | undefined {
    const at = this.#find(key);
    return at < 0 ? undefined : this.#values[at];
  }

  has(key: string): boolean {
    return this.#find(key) >= 0;
  }

  set(key: string, value: PdfValue): void {
    const at = this.#find(key);
    if (at >= 0) {
      this.#values[at] = value;
      return;
    }
    this.#index?.set(key, this.#keys.length);
    this.#keys.push(key);
    this.#values.push(value);
    if (!this.#index && this.#keys.length > INDEXED_FROM) this.#buildIndex();
  }

  delete(key: string): void {
    const at = this.#find(key);
    if (at < 0) return;
    this.#keys.splice(at, 1);
    this.#values.splice(at, 1);
    if (this.#index) this.#buildIndex();
  }

  keys(): readonly string[] {
    return this.#keys;
  }

  values(): readonly PdfValue[] {
    return this.#values;
  }

  *[Symbol.iterator](): Generator<[string, PdfValue]> {
    for (let at = 0; at < this.#keys.length; at++) yield [this.#keys[at]!, this.#values[at]!];
  }

  #find(key: string): number {
    return this.#index ? (this.#index.get(key) ?? -1) : this.#keys.indexOf(key);
  }

  #buildIndex(): void {
    this.#index = new Map(this.#keys.map((key, at) => [key, at]));
  }
}

/** A stream: its dictionary and its bytes as they lie in the file, encoded. */
export class PdfStream {
  readonly dict: PdfDict;
  readonly data: Uint8Array;

  constructor(dict: PdfDict, data: Uint8Array) {
    this.dict = dict;
    this.data = data;
  }
}
