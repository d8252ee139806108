import { PdfFault } from '../pdf/fault.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, PdfRef, type PdfString, type PdfValue } from '../pdf/objects.ts';
import { outlineOf } from '../pdf/outline.ts';
import type { OpenPart } from './part.ts';

const DEEPEST = 6;

/** A bookmark: what it says, where it leads, how deep it lies. */
export interface Bookmark {
  /** 1 to 6 from the heading it came from. */
  level: number;
  title: PdfString;
  destination: PdfValue[];
  /** The heading's structure element. */
  element: PdfRef | undefined;
}

/** The bookmarks of a part that lead to its pages, in order. */
export function bookmarksOf(part: OpenPart, elements: ReadonlyMap<number, PdfRef>): Bookmark[] {
  const { source } = part;
  const { items, isLoop } = outlineOf(source);
  if (isLoop) throw new PdfFault('loop', 'the bookmarks contain themselves');
  const bookmarks: Bookmark[] = [];
  for (const { item, depth } of items) {
    const title = source.string(item.get('Title'));
    const place = source.array(item.get('Dest'));
    const page = place?.[0];
    const to = page instanceof PdfRef ? part.pageRefs.get(page.number) : undefined;
    if (!title || !place || !to) continue;
    const heading = item.get('SE');
    bookmarks.push({
      level: headingLevel(source, heading) ?? Math.min(depth, DEEPEST),
      title,
      destination: [to, ...place.slice(1).map((entry) => source.resolve(entry))],
      element: heading instanceof PdfRef ? elements.get(heading.number) : undefined,
    });
  }
  return bookmarks;
}

function headingLevel(source: PdfFile, element: PdfValue | undefined): number | undefined {
  const level = /^H([1-6])$/.exec(source.name(source.dict(element)?.get('S')) ?? '')?.[1];
  return level ? Number(level) : undefined;
}

interface Node {
  ref: PdfRef;
  bookmark: Bookmark | undefined;
  kids: Node[];
}

/** Writes an outline (ISO 32000-1, 12.3.3), each bookmark under the last one of a lower level. */
export function writeOutline(target: PdfFile, bookmarks: readonly Bookmark[]): PdfRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const root: Node = { ref: target.reserve(), bookmark: undefined, kids: [] };
  const path = [root];
  for (const bookmark of bookmarks) {
    while (path.length > 1 && path.at(-1)!.bookmark!.level >= bookmark.level) path.pop();
    const node: Node = { ref: target.reserve(), bookmark, kids: [] };
    path.at(-1)!.kids.push(node);
    path.push(node);
  }
  writeNode(target, root, undefined);
  return root.ref;
}

/** @returns how many bookmarks lie below: all are open, so all are counted */
function writeNode(
  target: PdfFile,
  node: Node,
  place: { parent: PdfRef; previous: PdfRef | undefined; next: PdfRef | undefined } | undefined,
): number {
  let count = 0;
  node.kids.forEach((kid, index) => {
    count +=
      1 +
      writeNode(target, kid, {
        parent: node.ref,
        previous: node.kids[index - 1]?.ref,
        next: node.kids[index + 1]?.ref,
      });
  });
  const { bookmark } = node;
  target.set(
    node.ref,
    PdfDict.of({
      Type: bookmark ? undefined : PdfName.of('Outlines'),
      Title: bookmark?.title,
      Dest: bookmark?.destination,
      SE: bookmark?.element,
      Parent: place?.parent,
      Prev: place?.previous,
      Next: place?.next,
      First: node.kids[0]?.ref,
      Last: node.kids.at(-1)?.ref,
      Count: count > 0 ? count : undefined,
    }),
  );
  return count;
}
