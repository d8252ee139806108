import type { Report } from '../finding.ts';
import { PdfFault } from '../pdf/fault.ts';
import { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, type PdfRef, PdfStream, type PdfValue } from '../pdf/objects.ts';
import type { PdfPage } from '../pdf/pages.ts';
import { flateStream } from '../pdf/stream.ts';
import { Copier, Store } from './copier.ts';
import { mergeFonts } from './fonts.ts';
import { copyAnnotations, joinDestinations, type Linking } from './links.ts';
import { type Bookmark, bookmarksOf, writeOutline } from './outline.ts';
import { type OpenPart, openPart, type Part, readPart } from './part.ts';
import { Structure } from './structure.ts';

const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];

/**
 * Joins printed parts to one tagged document: pages in order, structure under one Document,
 * destinations and bookmarks, links from part to part. Subsets of one font become one, equal
 * objects are stored once. What depends on the browser's run, not on the pages (dates,
 * identifiers, producer), is left out: `finish/` sets its own. One part alone is cleaned the same
 * way.
 * @param report gets what a writer can mend: a link whose target is in no part
 */
export function join(parts: readonly Part[], report: Report): PdfFile {
  if (parts.length === 0) throw new PdfFault('structure', 'there is nothing to join');
  const target = new PdfFile();
  const catalog = new PdfDict();
  target.trailer.set('Root', target.add(catalog));
  const isAlone = parts.length === 1;
  const open = parts.map((part) =>
    openPart('source' in part ? part : readPart(part, isAlone), target),
  );
  const destinations = joinDestinations(target, open);
  mergeFonts(target, open);

  const store = new Store(target);
  const structure = new Structure(target);
  const linking: Linking = {
    target,
    names: firstNames(open),
    nextKey: () => structure.nextKey(),
    missing: new Set(),
    report,
  };
  const tree = target.reserve();
  const kids: PdfRef[] = [];
  const bookmarks: Bookmark[] = [];
  for (const part of open) {
    const copier = new Copier(part.source, target, store, part.replaced);
    const keys = new Map<number, number>();
    for (const page of part.pages) {
      const ref = part.pageRefs.get(page.ref.number)!;
      target.set(ref, copyPage(part, page, tree, copier, linking, keys));
      kids.push(ref);
    }
    for (const form of copier.taggedForms) {
      const key = structure.nextKey();
      form.dict.set('StructParents', key);
      keys.set(key, form.key);
    }
    bookmarks.push(...bookmarksOf(part, structure.add(part, copier, keys)));
  }
  target.set(tree, PdfDict.of({ Type: PdfName.of('Pages'), Count: kids.length, Kids: kids }));
  fillCatalog(catalog, target, {
    Pages: tree,
    Dests: destinations.size > 0 ? target.add(destinations) : undefined,
    StructTreeRoot: structure.end(),
    Outlines: writeOutline(target, bookmarks),
    Lang: open[0]!.source.string(open[0]!.source.catalog.get('Lang')),
  });
  return target;
}

function firstNames(parts: readonly OpenPart[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const part of parts) {
    for (const [name, joined] of part.names) if (!names.has(name)) names.set(name, joined);
  }
  return names;
}

function copyPage(
  part: OpenPart,
  page: PdfPage,
  tree: PdfRef,
  copier: Copier,
  linking: Linking,
  keys: Map<number, number>,
): PdfDict {
  const { source } = part;
  const copy = PdfDict.of({
    Type: PdfName.of('Page'),
    Parent: tree,
    Resources: copier.copy(page.resources),
  });
  for (const box of BOXES) {
    const numbers = source.numbers(page.dict.get(box), 4);
    if (numbers) copy.set(box, numbers);
  }
  copy.set('MediaBox', page.mediaBox);
  if (page.rotate !== 0) copy.set('Rotate', page.rotate);
  const contents = contentsOf(source, page.dict.get('Contents'), linking.target);
  if (contents) copy.set('Contents', contents);
  const { annotations, keys: annotationKeys } = copyAnnotations(part, page, copier, linking);
  if (annotations.length > 0) copy.set('Annots', annotations);
  for (const [key, old] of annotationKeys) keys.set(key, old);
  const key = source.number(page.dict.get('StructParents'));
  if (key !== undefined) {
    const own = linking.nextKey();
    keys.set(own, key);
    copy.set('StructParents', own);
  }
  copy.set('Tabs', PdfName.of('S'));
  return copy;
}

/** Page content is copied as it is: two pages share none, their marked content is their own. */
function contentsOf(
  source: PdfFile,
  contents: PdfValue | undefined,
  target: PdfFile,
): PdfValue | undefined {
  const streams = (source.array(contents) ?? [contents ?? null])
    .map((entry) => source.stream(entry))
    .filter((stream) => stream !== undefined)
    .map((stream) => {
      if (stream.dict.has('DecodeParms')) return target.add(flateStream(source.decode(stream)));
      const filter = source.resolve(stream.dict.get('Filter'));
      return target.add(new PdfStream(PdfDict.of({ Filter: filter }), stream.data));
    });
  return streams.length === 1 ? streams[0] : streams.length > 0 ? streams : undefined;
}

function fillCatalog(
  catalog: PdfDict,
  target: PdfFile,
  entries: Record<string, PdfValue | undefined>,
): void {
  catalog.set('Type', PdfName.of('Catalog'));
  for (const [key, value] of Object.entries(entries)) {
    if (value !== undefined) catalog.set(key, value);
  }
  if (target.dict(catalog.get('StructTreeRoot'))) {
    catalog.set('MarkInfo', PdfDict.of({ Marked: true }));
  }
}
