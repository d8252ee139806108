import { PdfFault } from '../pdf/fault.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from '../pdf/objects.ts';
import type { Copier } from './copier.ts';
import type { OpenPart } from './part.ts';

const MOST_NESTED = 500;
const TYPE = PdfName.of('StructElem');
/** What every element has: most have nothing else. */
const PLAIN = new Set(['Type', 'S', 'P', 'Pg', 'K']);
/** What a structure element keeps besides its type, place and kids (ISO 32000-1, table 323). */
const KEPT = ['Lang', 'Alt', 'ActualText', 'E', 'T'];

/** Identifiers of elements, new ones in the order they are met. */
export interface Ids {
  given: number;
  elements: [string, PdfRef][];
}

/** Copies one part's elements, from the top down; what has no content on the part's pages falls. */
export class Walk {
  readonly elements = new Map<number, PdfRef>();
  readonly #target: PdfFile;
  readonly #part: OpenPart;
  readonly #copier: Copier;
  readonly #ids: Ids;
  /** Old identifier -> new: Chromium's count whatever the browser has shown before. */
  readonly #newIds = new Map<string, PdfString>();

  constructor(target: PdfFile, part: OpenPart, copier: Copier, ids: Ids) {
    this.#target = target;
    this.#part = part;
    this.#copier = copier;
    this.#ids = ids;
  }

  /** A kid of an element: an element, a piece of marked content, or an object. */
  kid(
    kid: PdfValue,
    parent: PdfRef,
    page: PdfRef | undefined,
    depth: number,
  ): PdfValue | undefined {
    if (depth > MOST_NESTED) throw new PdfFault('too-deep', 'structure is nested too deeply');
    if (typeof kid === 'number') return page && this.#newPage(page) ? kid : undefined;
    const { source } = this.#part;
    const dict = source.dict(kid);
    if (!dict) return undefined;
    const type = source.name(dict.get('Type'));
    if (type === 'MCR') return this.#markedContent(dict, page);
    if (type === 'OBJR') return this.#object(dict);
    return kid instanceof PdfRef ? this.#element(kid, dict, parent, depth) : undefined;
  }

  #element(old: PdfRef, dict: PdfDict, parent: PdfRef, depth: number): PdfRef | undefined {
    if (this.elements.has(old.number)) {
      throw new PdfFault('loop', 'a structure element has two parents');
    }
    const { source, whole } = this.#part;
    const own = this.#target.reserve();
    this.elements.set(old.number, own);
    const page = dict.get('Pg');
    const pageRef = page instanceof PdfRef ? page : undefined;
    const oldKids = kidsOf(source, dict);
    const kids: PdfValue[] = [];
    for (const oldKid of oldKids) {
      const kid = this.kid(oldKid, own, pageRef, depth + 1);
      if (kid !== undefined) kids.push(kid);
    }
    if (kids.length === 0 && (oldKids.length > 0 || !whole)) {
      this.elements.delete(old.number);
      return undefined;
    }
    const type = source.name(dict.get('S')) ?? 'NonStruct';
    const made = element(type, parent, kids, pageRef && this.#newPage(pageRef));
    if (!dict.keys().every((key) => PLAIN.has(key))) this.#keep(dict, made, own);
    this.#target.set(own, made);
    return own;
  }

  #keep(dict: PdfDict, made: PdfDict, own: PdfRef): void {
    const { source } = this.#part;
    for (const key of KEPT) {
      const value = dict.get(key);
      if (value !== undefined) made.set(key, this.#copier.copy(value));
    }
    const attributes = dict.get('A');
    if (attributes !== undefined) made.set('A', this.#attributes(attributes));
    const id = source.string(dict.get('ID'));
    if (id) {
      const renamed = this.#newId(id.bytes);
      made.set('ID', renamed);
      this.#ids.elements.push([renamed.bytes, own]);
    }
  }

  #markedContent(dict: PdfDict, page: PdfRef | undefined): PdfDict | undefined {
    const own = dict.get('Pg');
    const pageRef = own instanceof PdfRef ? own : page;
    const form = dict.get('Stm');
    const newForm = form instanceof PdfRef ? this.#part.replaced.get(form.number) : undefined;
    // Content of a form need not say its page; content of the page must.
    if (form !== undefined ? !newForm : !(pageRef && this.#newPage(pageRef))) return undefined;
    return PdfDict.of({
      Type: PdfName.of('MCR'),
      Pg: pageRef && this.#newPage(pageRef),
      Stm: newForm,
      MCID: this.#part.source.number(dict.get('MCID')) ?? 0,
    });
  }

  #object(dict: PdfDict): PdfDict | undefined {
    const object = dict.get('Obj');
    const made = object instanceof PdfRef ? this.#part.replaced.get(object.number) : undefined;
    const page = dict.get('Pg');
    if (!made) return undefined;
    return PdfDict.of({
      Type: PdfName.of('OBJR'),
      Obj: made,
      Pg: page instanceof PdfRef ? this.#newPage(page) : undefined,
    });
  }

  #newPage(page: PdfRef): PdfRef | undefined {
    return this.#part.pageRefs.get(page.number);
  }

  /** Attributes with the identifiers in `Headers` (14.8.5.7) renamed as the cells are. */
  #attributes(value: PdfValue): PdfValue {
    const { source } = this.#part;
    const list = source.array(value) ?? [value];
    return list.flatMap((entry) => {
      const attributes = source.dict(entry);
      if (!attributes) return [];
      const copy = new PdfDict();
      for (const [key, own] of attributes) {
        const headers = key === 'Headers' ? source.array(own) : undefined;
        copy.set(key, headers ? this.#newHeaders(headers) : this.#copier.copy(own));
      }
      return [copy];
    });
  }

  #newHeaders(headers: PdfValue[]): PdfValue[] {
    return headers.flatMap((id) => (id instanceof PdfString ? [this.#newId(id.bytes)] : []));
  }

  #newId(old: string): PdfString {
    let renamed = this.#newIds.get(old);
    if (!renamed) {
      renamed = new PdfString(`e${++this.#ids.given}`);
      this.#newIds.set(old, renamed);
    }
    return renamed;
  }
}

/** A structure element. */
export function element(type: string, parent: PdfRef, kids: PdfValue[], page?: PdfRef): PdfDict {
  // There are tens of thousands: built without an object in between.
  const keys = ['Type', 'S', 'P'];
  const values: PdfValue[] = [TYPE, PdfName.of(type), parent];
  if (page) {
    keys.push('Pg');
    values.push(page);
  }
  if (kids.length > 0) {
    keys.push('K');
    values.push(kids.length === 1 ? kids[0]! : kids);
  }
  return new PdfDict(keys, values);
}

/** The kids of an element or the tree's root: `K` may be one or an array. */
export function kidsOf(source: PdfFile, dict: PdfDict): PdfValue[] {
  const kids = dict.get('K');
  if (kids === undefined) return [];
  return source.array(kids) ?? [kids];
}
