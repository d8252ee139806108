import type { PdfFile } from '../pdf/file.ts';
import { PdfName, PdfRef, PdfString, type PdfValue } from '../pdf/objects.ts';
import type { PdfPage } from '../pdf/pages.ts';
import { nameTree } from '../pdf/trees.ts';

/** A place in the file: page from 0, and the height on it if the destination gives one, in points. */
export interface Place {
  page: number;
  topPt: number | undefined;
}

/** Finds where destinations lead (ISO 32000-1, 12.3.2). */
export class Destinations {
  readonly #file: PdfFile;
  readonly #pages = new Map<number, number>();
  readonly #named = new Map<string, PdfValue>();

  constructor(file: PdfFile, pages: readonly PdfPage[]) {
    this.#file = file;
    pages.forEach((page, index) => {
      this.#pages.set(page.ref.number, index);
    });
    for (const [name, value] of file.dict(file.catalog.get('Dests')) ?? []) {
      this.#named.set(name, value);
    }
    const tree = file.dict(file.catalog.get('Names'))?.get('Dests');
    for (const [name, value] of nameTree(file, tree)) this.#named.set(name, value);
  }

  /** Where a `Dest` or `D` entry leads; undefined if it leads nowhere in this file. */
  place(value: PdfValue | undefined): Place | undefined {
    const found = this.#file.resolve(value);
    if (found instanceof PdfName) return this.#explicit(this.#named.get(found.name));
    if (found instanceof PdfString) return this.#explicit(this.#named.get(found.bytes));
    return this.#explicit(found);
  }

  /** Where the destination of an `id` lies. */
  ofId(id: string): Place | undefined {
    return this.#explicit(this.#named.get(Buffer.from(id).toString('latin1')));
  }

  #explicit(value: PdfValue | undefined): Place | undefined {
    const place = this.#file.array(this.#file.dict(value)?.get('D') ?? value);
    const ref = place?.[0];
    const page = ref instanceof PdfRef ? this.#pages.get(ref.number) : undefined;
    if (page === undefined) return undefined;
    return { page, topPt: this.#file.number(place![3]) };
  }
}

/** The characters of a destination's name as they are written in content. */
export function destinationLabel(file: PdfFile, value: PdfValue | undefined): string {
  const found = file.resolve(value);
  const name =
    found instanceof PdfName ? found.name : found instanceof PdfString ? found.bytes : '';
  return Buffer.from(name, 'latin1').toString('utf8');
}

/** Whether there is such a place, and in the page. */
export function isOnPage(place: Place | undefined, pages: readonly PdfPage[]): boolean {
  if (!place) return false;
  const [, bottom, , top] = pages[place.page]!.mediaBox;
  // A target at the very edge may be a hair over it.
  return place.topPt === undefined || (place.topPt >= bottom - 1 && place.topPt <= top + 1);
}
