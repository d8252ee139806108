import { PdfFault } from '../pdf/fault.ts';
import { PdfFile } from '../pdf/file.ts';
import { PdfName, PdfRef, PdfString, type PdfValue } from '../pdf/objects.ts';
import { type PdfPage, pagesOf } from '../pdf/pages.ts';
import { readPdf } from '../pdf/read.ts';
import { nameTree } from '../pdf/trees.ts';
import { readFonts, type Subset } from './subsets.ts';

/** Pages `from` up to but without `to` of a printed file, counted from 0. */
export interface Slice {
  file: PdfFile | Uint8Array;
  from: number;
  to: number;
}

/** One piece of a document: a printed file, or some of its pages, read already or not. */
export type Part = PdfFile | Uint8Array | Slice | ReadPart;

/** A part as far as it can be read without the others. It may be joined more than once. */
export interface ReadPart {
  source: PdfFile;
  /** Whether all pages of the file are taken. */
  whole: boolean;
  pages: readonly PdfPage[];
  /** The fonts its pages name, by object number; undefined as long as nobody has looked. */
  fonts: ReadonlyMap<number, Subset> | undefined;
}

/** A part with its pages' and destinations' places in the joined file. */
export interface OpenPart extends ReadPart {
  /** Old object number of a page -> the page in the joined file. */
  pageRefs: Map<number, PdfRef>;
  /** Decoded name of a destination -> its name in the joined file. */
  names: Map<string, string>;
  /** Old object number -> the object that takes its place, whatever it was. */
  replaced: Map<number, PdfRef>;
}

/**
 * Reads a part while the others are still being made.
 * @param isAlone whether it is the whole document: its fonts are then left as they are
 */
export function readPart(part: Exclude<Part, ReadPart>, isAlone = false): ReadPart {
  const isWhole = part instanceof PdfFile || part instanceof Uint8Array;
  const from = isWhole ? part : part.file;
  const source = from instanceof PdfFile ? from : readPdf(from);
  const all = pagesOf(source);
  const pages = isWhole ? all : all.slice(part.from, part.to);
  if (pages.length === 0) throw new PdfFault('structure', 'a part has no pages');
  const whole = pages.length === all.length;
  const fonts = isAlone && whole ? undefined : readFonts(source, pages, whole);
  return { source, whole, pages, fonts };
}

/** Gives the pages of a part their places. */
export function openPart(part: ReadPart, target: PdfFile): OpenPart {
  const pageRefs = new Map<number, PdfRef>();
  for (const page of part.pages) {
    if (pageRefs.has(page.ref.number)) throw new PdfFault('structure', 'a page comes twice');
    pageRefs.set(page.ref.number, target.reserve());
  }
  return {
    ...part,
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
      here.set(decodedName(name), place);
    }
  }
  return here;
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
