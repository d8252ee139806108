import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, PdfRef, type PdfString, type PdfValue } from '../pdf/objects.ts';
import { nameTreeOf, numberTree, numberTreeOf } from '../pdf/trees.ts';
import type { Copier } from './copier.ts';
import { element, type Ids, kidsOf, Walk } from './elements.ts';
import type { OpenPart } from './part.ts';

/** The structure of all parts under one Document. */
export class Structure {
  readonly #target: PdfFile;
  readonly #root: PdfRef;
  readonly #document: PdfRef;
  readonly #kids: PdfValue[] = [];
  readonly #parents: [number, PdfValue][] = [];
  readonly #ids: Ids = { given: 0, elements: [] };
  #language: PdfString | undefined;
  #any = false;

  constructor(target: PdfFile) {
    this.#target = target;
    this.#root = target.reserve();
    this.#document = target.reserve();
  }

  /** A key for content's entry in the parent tree, given once. */
  nextKey(): number {
    this.#parents.push([this.#parents.length, null]);
    return this.#parents.length - 1;
  }

  /**
   * Adds a part's elements that have content on its pages, and fills the parent tree.
   * @param keys new key -> the key the same content had in the part
   * @returns old object number of an element -> the element in the joined file
   */
  add(part: OpenPart, copier: Copier, keys: ReadonlyMap<number, number>): Map<number, PdfRef> {
    const { source } = part;
    const tree = source.dict(source.catalog.get('StructTreeRoot'));
    if (!tree) return new Map();
    const walk = new Walk(this.#target, part, copier, this.#ids);
    for (const top of kidsOf(source, tree)) {
      const dict = source.dict(top);
      if (!dict || source.name(dict.get('S')) !== 'Document') this.#addTop(walk, top);
      else this.#addDocument(walk, source, dict);
    }
    const parents = numberTree(source, tree.get('ParentTree'));
    for (const [key, old] of keys) {
      this.#parents[key] = [key, this.#parentEntry(walk, source, parents.get(old))];
    }
    return walk.elements;
  }

  /** A part's Document is dissolved in ours; one in another language becomes a Part of it. */
  #addDocument(walk: Walk, source: PdfFile, document: PdfDict): void {
    const language =
      source.string(document.get('Lang')) ?? source.string(source.catalog.get('Lang'));
    if (!this.#any) this.#language = language;
    this.#any = true;
    const differs = language && language.bytes !== this.#language?.bytes;
    const parent = differs ? this.#target.reserve() : this.#document;
    const kids = kidsOf(source, document)
      .map((kid) => walk.kid(kid, parent, undefined, 0))
      .filter((kid) => kid !== undefined);
    if (!differs) this.#kids.push(...kids);
    else {
      const part = element('Part', this.#document, kids);
      part.set('Lang', language);
      this.#target.set(parent, part);
      this.#kids.push(parent);
    }
  }

  #addTop(walk: Walk, top: PdfValue): void {
    const kid = walk.kid(top, this.#document, undefined, 0);
    if (kid !== undefined) this.#kids.push(kid);
  }

  #parentEntry(walk: Walk, source: PdfFile, value: PdfValue | undefined): PdfValue {
    const mapped = (entry: PdfValue) =>
      (entry instanceof PdfRef ? walk.elements.get(entry.number) : undefined) ?? null;
    const list = source.array(value);
    return list ? this.#target.add(list.map(mapped)) : mapped(value ?? null);
  }

  /** Writes the tree; undefined if no part had one. */
  end(): PdfRef | undefined {
    if (this.#kids.length === 0) return undefined;
    const target = this.#target;
    const document = element('Document', this.#root, this.#kids);
    if (this.#language) document.set('Lang', this.#language);
    target.set(this.#document, document);
    const sound = this.#parents.filter(([, value]) => value !== null);
    target.set(
      this.#root,
      PdfDict.of({
        Type: PdfName.of('StructTreeRoot'),
        K: this.#document,
        ParentTree: target.add(numberTreeOf(sound)),
        ParentTreeNextKey: this.#parents.length,
        IDTree:
          this.#ids.elements.length > 0 ? target.add(nameTreeOf(this.#ids.elements)) : undefined,
      }),
    );
    return this.#root;
  }
}
