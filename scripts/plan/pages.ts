import type { Browser } from '../browser/browser.ts';
import type { Report } from '../finding.ts';
import { composePages } from '../layout/compose/in-page.ts';
import type { Document } from '../layout/document.ts';
import { type PlacedPart, paginate } from '../layout/pagination.ts';
import type { Part } from '../layout/part.ts';
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

/**
 * Lays out the parts whose length is not sure, all at once; each count is kept by what the part
 * prints, so that one course that was changed is counted alone.
 */
export async function countPages(press: Press): Promise<Map<string, number> | undefined> {
  const { document, store } = press;
  const counts = new Map(document.parts.map((part) => [part.id, part.pages]));
  // A document of one chunk counts its pages while it is printed.
  const unsure = document.paginated ? document.parts.filter((part) => !part.sure) : [];
  const uncounted: { part: Part; html: string; key: string }[] = [];
  for (const part of unsure) {
    const html = document.render([part]);
    const key = `${keyOf('count', press.identity, html)}.json`;
    const kept = store.get(key);
    if (kept) counts.set(part.id, JSON.parse(Buffer.from(kept).toString()) as number);
    else uncounted.push({ part, html, key });
  }
  if (uncounted.length === 0) return counts;
  const html = uncounted.map((one) => one.html).join('');
  const seen = await lookAtLengths(press, html, uncounted.length);
  if (!seen) return undefined;
  for (const { part, key } of uncounted) {
    const count = seen.get(part.id);
    if (count === undefined) continue;
    counts.set(part.id, count);
    store.put(key, Buffer.from(JSON.stringify(count)));
  }
  return counts;
}

async function lookAtLengths(
  { browser, document, report }: Press,
  html: string,
  pages: number,
): Promise<Map<string, number> | undefined> {
  const composed = await browser.run(
    { name: document.name, shell: document.shell, pages: pages * 2, report },
    async (sheet) => {
      await sheet.fill(html, { lang: document.lang, title: document.title });
      return await sheet.evaluate(composePages, document.measures);
    },
  );
  return composed && new Map(composed.survey.parts.map(({ id, count }) => [id, count]));
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
