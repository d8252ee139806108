import type { ReadPart } from '../assemble/part.ts';
import type { Browser } from '../browser/browser.ts';
import type { Report } from '../finding.ts';
import type { Composed } from '../layout/compose/in-page.ts';
import type { Document } from '../layout/document.ts';
import type { PlacedPart } from '../layout/pagination.ts';
import { once } from '../once.ts';
import { turn } from '../turn.ts';
import { printChunk } from './chunk.ts';
import { numbersHold, type Offsets, offsetsOf } from './offsets.ts';
import { countPages, openPress, placeParts } from './pages.ts';
import type { Store } from './store.ts';

/** What Chromium made of a document: PDFs in order, and where all came to stand. */
export interface Printed {
  chunks: PrintedChunk[];
  placed: PlacedPart[];
}

export interface PrintedChunk {
  pdf: Uint8Array;
  composed: Composed;
  firstPage: number;
  /** The chunk dressed and read, ready to be joined: done already where it was printed just now. */
  ready(): ReadPart;
}

/** What printing is done with. */
export interface PrintMeans {
  browser: Browser;
  store: Store;
  /** Identity of the tool's code. */
  tool: string;
  /** Makes a chunk of so many pages ready to be joined. */
  dress(pdf: Uint8Array, pages: number, isAlone: boolean): ReadPart;
}

/** Pages that are printed in one go, and kept as one: small enough that a change costs little. */
const chunkPages = 24;

/**
 * Prints a document: counts the pages of parts whose length is not sure, gives every part its
 * pages, then prints chunk by chunk with all numbers already in place. Every page is a box of its
 * own, so numbers are known before printing; the finished file is checked against them. A chunk is
 * dressed while the browser prints the next ones.
 *
 * @returns undefined after a fault of the browser, or 'unsettled' when lengths keep changing
 */
export async function printDocument(
  document: Document,
  { browser, store, tool, dress }: PrintMeans,
  report: Report,
): Promise<Printed | 'unsettled' | undefined> {
  const press = openPress(document, browser, store, tool, report);
  let counts = await countPages(press);
  if (!counts) return undefined;
  let offsets: Offsets = new Map();
  // Lengths that were taken as sure and were not, and pages of headings, are corrected by what was
  // seen: printed again are the chunks that print a number which has changed.
  for (let attempt = 0; attempt < 4; attempt++) {
    const known = counts;
    const placed = placeParts(document, known);
    const chunks = chunked(placed);
    const printed = await Promise.all(
      chunks.map(async (chunk) => {
        const made = await printChunk(press, chunk, placed, offsets);
        if (!made) return undefined;
        const { pdf = new Uint8Array(), composed, isNew } = made;
        const ready = once(() => dress(pdf, composed.survey.pages, chunks.length === 1));
        if (made.pdf && isNew) {
          // First the browser gets the next chunk.
          await turn();
          ready();
        }
        return { pdf, composed, ready };
      }),
    );
    const whole = printed.filter((chunk) => chunk !== undefined);
    if (whole.length < printed.length) return undefined;
    const laidOut = whole.map(({ composed }) => composed);
    const used = offsets;
    offsets = offsetsOf(laidOut);
    const seen = new Map(
      whole.flatMap(({ composed }) => composed.survey.parts.map((part) => [part.id, part.count])),
    );
    // A sheet numbers its own pages: however many there came to be, they are printed as they are.
    const settled = document.paginated ? placed : placeParts(document, seen);
    if (
      settled.every(({ part, count }) => seen.get(part.id) === count) &&
      numbersHold(laidOut, used, offsets)
    ) {
      return {
        placed: settled,
        chunks: whole.map((chunk, i) => ({ ...chunk, firstPage: chunks[i]?.[0]?.first ?? 1 })),
      };
    }
    counts = new Map(document.parts.map((part) => [part.id, seen.get(part.id) ?? part.pages]));
  }
  return 'unsettled';
}

/** Runs of parts of about `chunkPages` pages. */
function chunked(placed: readonly PlacedPart[]): PlacedPart[][] {
  const chunks: PlacedPart[][] = [];
  let pages = Number.POSITIVE_INFINITY;
  for (const part of placed) {
    if (pages + part.count > chunkPages) {
      chunks.push([]);
      pages = 0;
    }
    chunks.at(-1)?.push(part);
    pages += part.count;
  }
  return chunks;
}
