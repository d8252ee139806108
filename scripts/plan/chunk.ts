import { collector } from '../finding.ts';
import type { Overflow } from '../layout/compose/fill.ts';
import type { Composed } from '../layout/compose/in-page.ts';
import { composePages, numberPages } from '../layout/compose/in-page.ts';
import type { Document } from '../layout/document.ts';
import type { PlacedPart } from '../layout/pagination.ts';
import { type Offsets, pageOf } from './offsets.ts';
import type { Press } from './pages.ts';
import { keyOf } from './store.ts';

/** A chunk as printed; without a PDF when it came to other pages than were planned. */
export interface Chunk {
  composed: Composed;
  pdf: Uint8Array | undefined;
  /** Whether it was printed just now, or lay in the cache. */
  isNew: boolean;
}

/**
 * Prints a run of parts in one go, with all its numbers in place, or takes it from the cache.
 *
 * @returns undefined after a fault of the browser
 */
export async function printChunk(
  press: Press,
  chunk: readonly PlacedPart[],
  placed: readonly PlacedPart[],
  offsets: Offsets,
): Promise<Chunk | undefined> {
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
      isNew: false,
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
    const numbers = document.paginated ? numbering : ownNumbering(composed, document);
    const late = await sheet.evaluate(numberPages, { ...document.measures, ...numbers });
    composed.overflows.push(
      ...late.filter((one) => !composed.overflows.some((known) => isSame(known, one))),
    );
    return { composed, pdf: await sheet.print(document.printed) };
  });
  for (const finding of findings) press.report(finding);
  // What was printed with something to say is printed again, so that it is said again.
  if (made?.pdf && findings.length === 0) {
    store.put(`${key}.pdf`, made.pdf);
    store.put(`${key}.json`, Buffer.from(JSON.stringify(made.composed)));
  }
  return made && { ...made, isNew: true };
}

/** A frame that was too full before the numbers came is so still. */
function isSame(known: Overflow, late: Overflow): boolean {
  return known.part === late.part && (known.panel === late.panel || known.text === late.text);
}

/** Folios, sides and the references that this chunk prints: no others, or every chunk would change with every number. */
function numberingOf(
  chunk: readonly PlacedPart[],
  placed: readonly PlacedPart[],
  offsets: Offsets,
  html: string,
  { folio, folioText }: Document,
) {
  const last = placed.at(-1);
  const count = last ? last.first + last.count - 1 : 0;
  const pages = chunk.flatMap(({ part, first, count }) =>
    Array.from({ length: count }, (_, i) => ({ part, page: first + i })),
  );
  const printed = new Set([...html.matchAll(/data-ref="([^"]*)"/g)].map((match) => match[1]));
  const refs = [...printed].flatMap((id = '') => {
    const page = pageOf(id, placed, offsets);
    return page === undefined ? [] : [[id, folio(page)] as const];
  });
  return {
    folios: pages.map(({ part, page }) => (part.numbered ? folioText(folio(page), count) : '')),
    sides: pages.map(({ page }) => (page % 2 === 0 ? ('verso' as const) : ('recto' as const))),
    refs: Object.fromEntries(refs),
  };
}

/** A sheet numbers its own pages, however many there came to be. */
function ownNumbering({ survey }: Composed, { folioText }: Document) {
  const pages = Array.from({ length: survey.pages }, (_, i) => i + 1);
  return {
    folios: pages.map((page) => folioText(String(page), survey.pages)),
    sides: pages.map((page) => (page % 2 === 0 ? ('verso' as const) : ('recto' as const))),
    refs: {},
  };
}
