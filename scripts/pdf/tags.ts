import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import { PdfDict, PdfRef, type PdfValue } from './objects.ts';

/** An element of the structure tree (ISO 32000-1, 14.7.2) with its kids read. */
export interface Tag {
  /** As the file has it: `P`, `H1`, `NonStruct`, or a name of somebody's own. */
  type: string;
  /** All other entries of the element: `Lang`, `Alt`, `A` and so on. */
  dict: PdfDict;
  /** The element's own number; undefined where it is written inside its parent. */
  ref: PdfRef | undefined;
  kids: TagKid[];
}

/** A piece of a page's or form's content. */
export interface TaggedContent {
  mcid: number;
  /** Object number of the page; undefined where the file does not say. */
  page: number | undefined;
  /** Object number of the form whose content it is; undefined for the page's own. */
  form: number | undefined;
}

/** An annotation or XObject as a whole (14.7.4.3). */
export interface TaggedObject {
  object: PdfRef;
  page: number | undefined;
}

export type TagKid = Tag | TaggedContent | TaggedObject;

const MOST_NESTED = 400;
const MOST_TAGS = 2_000_000;

export function isTag(kid: TagKid): kid is Tag {
  return 'kids' in kid;
}

export function isContent(kid: TagKid): kid is TaggedContent {
  return 'mcid' in kid;
}

/**
 * Reads the structure tree: the kids of its root, in order; none if the file has no tree.
 * An element with two parents, a loop, or a tree beyond any honest file is a PdfFault.
 */
export function readTags(file: PdfFile): Tag[] {
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  if (!root) return [];
  const reader = new Reader(file);
  return reader.kids(root.get('K'), undefined, 0).filter(isTag);
}

class Reader {
  readonly #file: PdfFile;
  readonly #seen = new Set<number>();
  #count = 0;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  kids(value: PdfValue | undefined, page: number | undefined, depth: number): TagKid[] {
    const kids: TagKid[] = [];
    for (const entry of this.#file.array(value) ?? [value]) {
      const kid = entry === undefined ? undefined : this.#kid(entry, page, depth);
      if (kid) kids.push(kid);
    }
    return kids;
  }

  #kid(value: PdfValue, page: number | undefined, depth: number): TagKid | undefined {
    if (++this.#count > MOST_TAGS) {
      throw new PdfFault('too-large', 'the structure has more elements than any honest file');
    }
    if (depth > MOST_NESTED) throw new PdfFault('too-deep', 'structure is nested too deeply');
    const file = this.#file;
    const entry = file.resolve(value);
    if (typeof entry === 'number') return { mcid: entry, page, form: undefined };
    if (!(entry instanceof PdfDict)) return undefined;
    const type = file.name(entry.get('Type'));
    const own = numberOf(entry.get('Pg')) ?? page;
    if (type === 'MCR') {
      const mcid = file.number(entry.get('MCID'));
      return mcid === undefined ? undefined : { mcid, page: own, form: numberOf(entry.get('Stm')) };
    }
    if (type === 'OBJR') {
      const object = entry.get('Obj');
      return object instanceof PdfRef ? { object, page: own } : undefined;
    }
    const ref = value instanceof PdfRef ? value : undefined;
    if (ref) {
      if (this.#seen.has(ref.number)) {
        throw new PdfFault('loop', 'a structure element has two parents');
      }
      this.#seen.add(ref.number);
    }
    const kids = this.kids(entry.get('K'), own, depth + 1);
    return { type: file.name(entry.get('S')) ?? '', dict: entry, ref, kids };
  }
}

function numberOf(value: PdfValue | undefined): number | undefined {
  return value instanceof PdfRef ? value.number : undefined;
}
