import { createHash } from 'node:crypto';
import { PdfFault } from '../pdf/fault.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfRef, PdfStream, type PdfValue } from '../pdf/objects.ts';
import { serialise } from '../pdf/serialise.ts';

const MOST_NESTED = 400;

/** What has been stored in the joined file, by content: equal objects are stored once. */
export class Store {
  readonly #target: PdfFile;
  readonly #known = new Map<string, PdfRef>();

  constructor(target: PdfFile) {
    this.#target = target;
  }

  /** Adds an object whose references already point into the target, or finds its equal. */
  put(value: PdfValue): PdfRef {
    const key = contentKey(value);
    let ref = this.#known.get(key);
    if (!ref) {
      ref = this.#target.add(value);
      this.#known.set(key, ref);
    }
    return ref;
  }
}

function contentKey(value: PdfValue): string {
  if (!(value instanceof PdfStream)) return serialise(value);
  const hash = createHash('sha256').update(value.data).digest('base64');
  return `${serialise(value.dict)}${hash}`;
}

/**
 * Copies objects of one part into the joined file, what they refer to with them. Objects that
 * `replaced` knows are not copied: their replacement stands in for them.
 */
export class Copier {
  /** Form XObjects with tagged content: each needs an entry of its own in the parent tree. */
  readonly taggedForms: { dict: PdfDict; key: number }[] = [];
  readonly #source: PdfFile;
  readonly #target: PdfFile;
  readonly #store: Store;
  readonly #replaced: Map<number, PdfRef>;
  readonly #underway = new Set<number>();
  #depth = 0;

  constructor(source: PdfFile, target: PdfFile, store: Store, replaced: Map<number, PdfRef>) {
    this.#source = source;
    this.#target = target;
    this.#store = store;
    this.#replaced = replaced;
  }

  /** A copy of a value. Whatever contains itself is a PdfFault. */
  copy(value: PdfValue): PdfValue {
    if (typeof value !== 'object' || value === null) return value;
    if (++this.#depth > MOST_NESTED) {
      throw new PdfFault('too-deep', 'objects are nested too deeply');
    }
    let copy: PdfValue = value;
    if (value instanceof PdfRef) copy = this.#copyRef(value);
    else if (Array.isArray(value)) copy = value.map((entry) => this.copy(entry));
    else if (value instanceof PdfDict) copy = this.#copyDict(value);
    this.#depth--;
    return copy;
  }

  #copyRef(ref: PdfRef): PdfValue {
    const { number } = ref;
    const known = this.#replaced.get(number);
    if (known) return known;
    if (this.#underway.has(number)) throw new PdfFault('loop', `object ${number} contains itself`);
    this.#underway.add(number);
    const made = this.#place(this.#source.object(number));
    this.#underway.delete(number);
    if (made instanceof PdfRef) this.#replaced.set(number, made);
    return made;
  }

  /** Puts a copy where it belongs: shared, of its own, or, if it is small, where it stands. */
  #place(value: PdfValue): PdfValue {
    if (value instanceof PdfStream) {
      const dict = this.#copyDict(value.dict);
      dict.delete('Length');
      const copy = new PdfStream(dict, value.data);
      const key = this.#source.number(value.dict.get('StructParents'));
      if (key === undefined) return this.#store.put(copy);
      this.taggedForms.push({ dict, key });
      return this.#target.add(copy);
    }
    const copy = this.copy(value);
    return copy instanceof PdfDict || Array.isArray(copy) ? this.#store.put(copy) : copy;
  }

  #copyDict(dict: PdfDict): PdfDict {
    const copy = new PdfDict();
    const keys = dict.keys();
    const values = dict.values();
    for (let at = 0; at < keys.length; at++) {
      // Procedure sets are obsolete (ISO 32000-1, 14.2) and stand on every page.
      if (keys[at] !== 'ProcSet') copy.set(keys[at]!, this.copy(values[at]!));
    }
    return copy;
  }
}
