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

/** Parts that are laid out in one go to be counted: as many as a printed chunk has. */
const countedAtOnce = 12;

/**
 * Lays out the parts whose length is not sure, some at a time on every page there is; each count is
 * kept by what the part prints, so that one course that was changed is counted alone.
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
  const batches = Array.from({ length: Math.ceil(uncounted.length / countedAtOnce) }, (_, i) =>
    uncounted.slice(i * countedAtOnce, (i + 1) * countedAtOnce),
  );
  const seen = await Promise.all(
    batches.map((batch) => lookAtLengths(press, batch.map(({ html }) => html).join(''))),
  );
  if (seen.includes(undefined)) return undefined;
  const all = new Map(seen.flatMap((lengths) => [...(lengths ?? [])]));
  for (const { part, key } of uncounted) {
    const count = all.get(part.id);
    if (count === undefined) continue;
    counts.set(part.id, count);
    store.put(key, Buffer.from(JSON.stringify(count)));
  }
  return counts;
}

async function lookAtLengths(
  { browser, document, report }: Press,
  html: string,
): Promise<Map<string, number> | undefined> {
  const { name, shell, lang, title, measures } = document;
  const composed = await browser.run(
    { name, shell, pages: 2 * countedAtOnce, report },
    async (sheet) => {
      await sheet.fill(html, { lang, title });
      return await sheet.evaluate(composePages, measures);
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
