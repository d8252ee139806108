import type { Browser } from '../browser/browser.ts';
import { collector, type Report } from '../finding.ts';
import type { Composed } from '../layout/compose/in-page.ts';
import { composePages, numberPages } from '../layout/compose/in-page.ts';
import type { Document } from '../layout/document.ts';
import type { PlacedPart } from '../layout/pagination.ts';
import { numbersHold, type Offsets, offsetsOf, pageOf } from './offsets.ts';
import { countPages, openPress, type Press, placeParts } from './pages.ts';
import { keyOf, type Store } from './store.ts';

/** What Chromium made of a document: PDFs in order, and where all came to stand. */
export interface Printed {
  chunks: { pdf: Uint8Array; composed: Composed; firstPage: number }[];
  placed: PlacedPart[];
}

/** Pages that are printed in one go, and kept as one: small enough that a change costs little. */
const chunkPages = 24;

/**
 * Prints a document: counts the pages of parts whose length is not sure, gives every part its
 * pages, then prints chunk by chunk with all numbers already in place. Every page is a box of its
 * own, so numbers are known before printing; the finished file is checked against them.
 *
 * @returns undefined after a fault of the browser, or 'unsettled' when lengths keep changing
 */
export async function printDocument(
  document: Document,
  browser: Browser,
  store: Store,
  tool: string,
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
      chunks.map((chunk) => printChunk(press, chunk, placed, offsets)),
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
        chunks: whole.map(({ composed, pdf }, i) => ({
          composed,
          pdf: pdf ?? new Uint8Array(),
          firstPage: chunks[i]?.[0]?.first ?? 1,
        })),
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

async function printChunk(
  press: Press,
  chunk: readonly PlacedPart[],
  placed: readonly PlacedPart[],
  offsets: Offsets,
): Promise<{ composed: Composed; pdf: Uint8Array | undefined } | undefined> {
  const { document, store, browser } = press;
  const html = document.render(chunk.map(({ part }) => part));
  const numbering = document.paginated
    ? numberingOf(chunk, placed, offsets, html, document)
    : { folios: [], sides: [], refs: {} };
  const key = keyOf('chunk', press.identity, document.title, document.lang, html, numbering);
  const kept = { pdf: store.get(`${key}.pdf`), composed: store.get(`${key}.json`) };
  if (kept.pdf && kept.composed) {
    return {
      pdf: kept.pdf,
      composed: JSON.parse(Buffer.from(kept.composed).toString()) as Composed,
    };
  }
  const pages = chunk.reduce((sum, { count }) => sum + count, 0);
  const { findings, report } = collector();
  const job = { name: document.name, shell: document.shell, pages, report };
  const made = await browser.run(job, async (sheet) => {
    await sheet.fill(html, { lang: document.lang, title: document.title });
    const composed = await sheet.evaluate(composePages, document.measures);
    const asPlanned = composed.survey.parts.every(({ id, count }) =>
      chunk.some(({ part, count: planned }) => part.id === id && planned === count),
    );
    if (!asPlanned && document.paginated) return { composed, pdf: undefined };
    const numbers = document.paginated ? numbering : ownNumbering(composed);
    const late = await sheet.evaluate(numberPages, { ...document.measures, ...numbers });
    composed.overflows.push(
      ...late.filter((one) => !composed.overflows.some(({ panel }) => panel === one.panel)),
    );
    return { composed, pdf: await sheet.print(document.printed) };
  });
  for (const finding of findings) press.report(finding);
  // What was printed with something to say is printed again, so that it is said again.
  if (made?.pdf && findings.length === 0) {
    store.put(`${key}.pdf`, made.pdf);
    store.put(`${key}.json`, Buffer.from(JSON.stringify(made.composed)));
  }
  return made;
}

/** Folios, sides and the references that this chunk prints: no others, or every chunk would change with every number. */
function numberingOf(
  chunk: readonly PlacedPart[],
  placed: readonly PlacedPart[],
  offsets: Offsets,
  html: string,
  { folio }: Document,
) {
  const pages = chunk.flatMap(({ part, first, count }) =>
    Array.from({ length: count }, (_, i) => ({ part, page: first + i })),
  );
  const printed = new Set([...html.matchAll(/data-ref="([^"]*)"/g)].map((match) => match[1]));
  const refs = [...printed].flatMap((id = '') => {
    const page = pageOf(id, placed, offsets);
    return page === undefined ? [] : [[id, folio(page)] as const];
  });
  return {
    folios: pages.map(({ part, page }) => (part.numbered ? folio(page) : '')),
    sides: pages.map(({ page }) => (page % 2 === 0 ? ('verso' as const) : ('recto' as const))),
    refs: Object.fromEntries(refs),
  };
}

/** A sheet numbers its own pages, however many there came to be. */
function ownNumbering({ survey }: Composed) {
  const pages = Array.from({ length: survey.pages }, (_, i) => i + 1);
  return {
    folios: pages.map(String),
    sides: pages.map((page) => (page % 2 === 0 ? ('verso' as const) : ('recto' as const))),
    refs: {},
  };
}
