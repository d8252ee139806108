import { PdfFault } from '../pdf/fault.ts';
import { PdfFile } from '../pdf/file.ts';
import { PdfName, PdfRef, PdfString, type PdfValue } from '../pdf/objects.ts';
import { type PdfPage, pagesOf } from '../pdf/pages.ts';
import { readPdf } from '../pdf/read.ts';
import { rounded } from '../pdf/serialise.ts';
import { nameTree } from '../pdf/trees.ts';

/** A printed file with what must be known to read it, or some of its pages. */
export interface Printed {
  file: PdfFile | Uint8Array;
  /** Pages `from` up to but without `to`, counted from 0; all if left out. */
  from?: number;
  to?: number;
  /**
   * The zoom of the layout, if the file was printed at its inverse: Chromium scales all but the
   * places of named destinations, which are this many times as far from the page's top left corner
   * as they should be. It also takes no notice of page margins there: lay out with none.
   */
  zoom?: number;
}

/** One piece of a document. */
export type Part = PdfFile | Uint8Array | Printed;

/** A part with its pages' and destinations' places in the joined file. */
export interface OpenPart {
  source: PdfFile;
  zoom: number;
  /** Whether all pages of the file are taken. */
  whole: boolean;
  pages: PdfPage[];
  /** Old object number of a page -> the page in the joined file. */
  pageRefs: Map<number, PdfRef>;
  /** Decoded name of a destination -> its name in the joined file. */
  names: Map<string, string>;
  /** Old object number -> the object that takes its place, whatever it was. */
  replaced: Map<number, PdfRef>;
}

export function openPart(part: Part, target: PdfFile): OpenPart {
  const isBare = part instanceof PdfFile || part instanceof Uint8Array;
  const { file, from, to, zoom }: Printed = isBare ? { file: part } : part;
  const source = file instanceof PdfFile ? file : readPdf(file);
  const all = pagesOf(source);
  const pages = all.slice(from ?? 0, to ?? all.length);
  if (pages.length === 0) throw new PdfFault('structure', 'a part has no pages');
  const pageRefs = new Map<number, PdfRef>();
  for (const page of pages) {
    if (pageRefs.has(page.ref.number)) throw new PdfFault('structure', 'a page comes twice');
    pageRefs.set(page.ref.number, target.reserve());
  }
  return {
    source,
    zoom: zoom ?? 1,
    whole: pages.length === all.length,
    pages,
    pageRefs,
    names: new Map(),
    replaced: new Map(pageRefs),
  };
}

/**
 * The named destinations of a part that lie on its pages: decoded name -> explicit destination.
 * Chromium names them by the fragment as the address has it, percent-encoded.
 */
export function destinationsOf(part: OpenPart): Map<string, PdfValue[]> {
  const { source } = part;
  const found = new Map<string, PdfValue>();
  for (const [name, value] of source.dict(source.catalog.get('Dests')) ?? [])
    found.set(name, value);
  const names = source.dict(source.catalog.get('Names'));
  for (const [name, value] of nameTree(source, names?.get('Dests'))) found.set(name, value);
  const here = new Map<string, PdfValue[]>();
  for (const [name, value] of found) {
    const place = source.array(source.dict(value)?.get('D') ?? value);
    const page = place?.[0];
    if (place && page instanceof PdfRef && part.pageRefs.has(page.number)) {
      here.set(decodedName(name), unzoomed(part, place));
    }
  }
  return here;
}

/** `[page /XYZ left top zoom]` where it should be: measured from the page's top left corner. */
function unzoomed(part: OpenPart, place: PdfValue[]): PdfValue[] {
  const { source, zoom } = part;
  const [page, kind, left, top, ...rest] = place;
  const [x, y] = [source.number(left), source.number(top)];
  if (zoom === 1 || source.name(kind) !== 'XYZ' || x === undefined || y === undefined) return place;
  const printed = part.pages.find(({ ref }) => ref.number === (page as PdfRef).number)!;
  const [pageLeft, , , pageTop] = printed.mediaBox;
  return [
    page!,
    kind!,
    rounded(pageLeft + (x - pageLeft) / zoom, 4),
    rounded(pageTop - (pageTop - y) / zoom, 4),
    ...rest,
  ];
}

/** The name a destination or a link to it has, as bytes: decoded once if it is percent-encoded. */
export function decodedName(name: string): string {
  try {
    return Buffer.from(decodeURIComponent(name), 'utf8').toString('latin1');
  } catch {
    return name;
  }
}

/** The name in a `Dest` or `D` entry, if it is one by name. */
export function destinationName(value: PdfValue): string | undefined {
  if (value instanceof PdfName) return decodedName(value.name);
  return value instanceof PdfString ? decodedName(value.bytes) : undefined;
}
