import type { Browser } from '../browser/browser.ts';
import type { Report } from '../finding.ts';
import { composePages } from '../layout/compose/in-page.ts';
import type { Document } from '../layout/document.ts';
import { type PlacedPart, paginate } from '../layout/pagination.ts';
import { keyOf, type Store } from './store.ts';

/** What it takes to lay a document out in the browser. */
export interface Press {
  document: Document;
  browser: Browser;
  store: Store;
  /** What all chunks of the document depend on: style sheet, browser, the tool's own code. */
  identity: string;
  /** Gets what the browser has to say. */
  report: Report;
}

/** Lays out the parts whose length is not sure, all at once; what was counted before is remembered. */
export async function countPages(press: Press): Promise<Map<string, number> | undefined> {
  const { document, store } = press;
  const counts = new Map(document.parts.map((part) => [part.id, part.pages]));
  const unsure = document.parts.filter((part) => !part.sure);
  // A document of one chunk counts its pages while it is printed.
  if (!document.paginated || unsure.length === 0) return counts;
  const html = document.render(unsure);
  const key = `${keyOf('count', press.identity, html)}.json`;
  const kept = store.get(key);
  const seen = kept
    ? (JSON.parse(Buffer.from(kept).toString()) as [string, number][])
    : await lookAtLengths(press, html, unsure.length);
  if (!seen) return undefined;
  store.put(key, Buffer.from(JSON.stringify(seen)));
  for (const [id, count] of seen) counts.set(id, count);
  return counts;
}

async function lookAtLengths(
  { browser, document, report }: Press,
  html: string,
  pages: number,
): Promise<[string, number][] | undefined> {
  const composed = await browser.run(
    { name: document.name, shell: document.shell, pages: pages * 2, report },
    async (sheet) => {
      await sheet.fill(html, { lang: document.lang, title: document.title });
      return await sheet.evaluate(composePages, document.measures);
    },
  );
  return composed?.survey.parts.map(({ id, count }) => [id, count]);
}

/** @param tool identity of the tool's code */
export function openPress(
  document: Document,
  browser: Browser,
  store: Store,
  tool: string,
  report: Report,
): Press {
  return {
    document,
    browser,
    store,
    identity: keyOf(document.css, browser.identity, tool),
    report,
  };
}

/** Every part with its pages, plates added where a spread asks for one. */
export function placeParts(document: Document, counts: Map<string, number>): PlacedPart[] {
  const parts = document.parts.map((part) => ({ part, count: counts.get(part.id) ?? part.pages }));
  if (document.paginated) return paginate(parts, document.plate);
  let next = 1;
  return parts.map(({ part, count }) => {
    const first = next;
    next += count;
    return { part, first, count };
  });
}
