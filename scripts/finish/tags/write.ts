import type { PdfFile } from '../../pdf/file.ts';
import { PdfDict, PdfName, PdfRef, type PdfValue } from '../../pdf/objects.ts';
import { isContent, isTag, type Tag, type TagKid } from '../../pdf/tags.ts';
import { nameTreeOf, numberTreeOf } from '../../pdf/trees.ts';

/** What an element keeps besides its type, place and kids (ISO 32000-1, table 323). */
const KEPT = ['Lang', 'Alt', 'ActualText', 'E', 'T', 'A', 'ID'];

/** Writes a structure in the place of the file's own: tree, parent tree and identifiers (14.7.4.4). */
export function writeTags(file: PdfFile, tops: readonly Tag[]): void {
  if (tops.length === 0) return;
  const root = file.reserve();
  const writer = new Writer(file);
  const kids = tops.map((top) => writer.element(top, root));
  file.set(
    root,
    PdfDict.of({
      Type: PdfName.of('StructTreeRoot'),
      K: kids.length === 1 ? kids[0] : kids,
      ParentTree: file.add(numberTreeOf(writer.parents())),
      ParentTreeNextKey: writer.nextKey,
      IDTree: writer.ids.length > 0 ? file.add(nameTreeOf(writer.ids)) : undefined,
    }),
  );
  file.catalog.set('StructTreeRoot', root);
}

class Writer {
  readonly ids: [string, PdfRef][] = [];
  readonly #file: PdfFile;
  /** By key in the parent tree: what holds each piece of a page's or form's content. */
  readonly #contents = new Map<number, PdfValue[]>();
  readonly #objects = new Map<number, PdfRef>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  get nextKey(): number {
    return 1 + Math.max(-1, ...this.#contents.keys(), ...this.#objects.keys());
  }

  element(tag: Tag, parent: PdfRef): PdfRef {
    const own = tag.ref ?? this.#file.reserve();
    const page = pageOf(tag.kids);
    const dict = PdfDict.of({
      Type: PdfName.of('StructElem'),
      S: PdfName.of(tag.type),
      P: parent,
      Pg: page === undefined ? undefined : new PdfRef(page),
    });
    for (const key of KEPT) {
      const value = tag.dict.get(key);
      if (value !== undefined) dict.set(key, value);
    }
    const id = this.#file.string(tag.dict.get('ID'));
    if (id) this.ids.push([id.bytes, own]);
    const kids = tag.kids.map((kid) => this.#kid(kid, own, page));
    if (kids.length > 0) dict.set('K', kids.length === 1 ? kids[0]! : kids);
    this.#file.set(own, dict);
    return own;
  }

  /** The entries of the parent tree; content that has no element any more is null. */
  parents(): [number, PdfValue][] {
    const lists = [...this.#contents].map(([key, owners]): [number, PdfValue] => [
      key,
      this.#file.add(Array.from(owners, (owner) => owner ?? null)),
    ]);
    return [...lists, ...this.#objects];
  }

  #kid(kid: TagKid, own: PdfRef, page: number | undefined): PdfValue {
    if (isTag(kid)) return this.element(kid, own);
    if (isContent(kid)) {
      const holder = kid.form ?? kid.page;
      const key =
        holder === undefined ? undefined : this.#keyOf(new PdfRef(holder), 'StructParents');
      if (key !== undefined) {
        const owners = this.#contents.get(key) ?? [];
        owners[kid.mcid] = own;
        this.#contents.set(key, owners);
      }
      if (kid.form === undefined && kid.page === page) return kid.mcid;
      return PdfDict.of({
        Type: PdfName.of('MCR'),
        Pg: kid.page === undefined ? undefined : new PdfRef(kid.page),
        Stm: kid.form === undefined ? undefined : new PdfRef(kid.form),
        MCID: kid.mcid,
      });
    }
    const key = this.#keyOf(kid.object, 'StructParent');
    if (key !== undefined) this.#objects.set(key, own);
    return PdfDict.of({
      Type: PdfName.of('OBJR'),
      Obj: kid.object,
      Pg: kid.page === undefined ? undefined : new PdfRef(kid.page),
    });
  }

  #keyOf(ref: PdfRef, name: string): number | undefined {
    const object = this.#file.resolve(ref);
    const dict = object instanceof PdfDict ? object : this.#file.stream(ref)?.dict;
    return this.#file.number(dict?.get(name));
  }
}

/** The page of the first content that stands in an element itself. */
function pageOf(kids: readonly TagKid[]): number | undefined {
  const first = kids.find((kid) => isContent(kid) && kid.form === undefined);
  return first && isContent(first) ? first.page : undefined;
}
