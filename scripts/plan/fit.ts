import type { Browser } from '../browser/browser.ts';
import type { Report } from '../finding.ts';
import { type Fitted, fitPages } from '../layout/compose/in-page.ts';
import type { Room } from '../layout/compose/room.ts';
import type { Document } from '../layout/document.ts';
import { openPress } from './pages.ts';
import { keyOf, type Store } from './store.ts';

/** How full the panels of one document are. */
export type DocumentFit = Fitted;

/** A panel of a publication, as a report says it. */
export interface PanelFit extends Omit<Room, 'part'> {
  publication: string;
  /** From 1. */
  page: number;
  /** The version of its text that was taken, where there are several. */
  version?: string;
}

/** The panels of one publication, page by page. */
export interface DocumentPanels {
  name: string;
  page: { widthMm: number; heightMm: number };
  panels: PanelFit[];
}

export interface FitMeans {
  browser: Browser;
  store: Store;
  /** Identity of the tool's code. */
  tool: string;
}

interface Item {
  document: Document;
  part: string;
  isLeftFirst: boolean;
  html: string;
  key: string;
}

/** Parts that are laid out in one go. */
const atOnce = 16;

/**
 * Lays documents out, without printing them, and says of each how full its panels are. Parts of
 * many documents share a page of the browser; what was measured before is taken from the cache.
 *
 * @param reports gets what the browser says of a document
 */
export async function measureFit(
  documents: readonly Document[],
  means: FitMeans,
  reports: (document: Document) => Report,
): Promise<Map<Document, DocumentFit>> {
  const { browser, store, tool } = means;
  const fits = new Map<Document, DocumentFit[]>(documents.map((document) => [document, []]));
  const waiting: Item[] = [];
  for (const document of documents) {
    const { identity } = openPress(document, browser, store, tool, reports(document));
    for (const part of document.parts) {
      const html = document.render([part]);
      const key = `${keyOf('fit', identity, document.lang, html)}.json`;
      const kept = store.get(key);
      if (kept) fits.get(document)?.push(JSON.parse(Buffer.from(kept).toString()) as DocumentFit);
      else {
        const isLeftFirst = part.start === 'left';
        waiting.push({ document, part: part.id, isLeftFirst, html, key });
      }
    }
  }
  await Promise.all(
    batches(waiting).map(async (batch) => {
      const found = await measureBatch(batch, browser, reports);
      for (const { document, part, key } of batch) {
        const fit = found && fitOf(part, found);
        if (!fit) continue;
        store.put(key, Buffer.from(JSON.stringify(fit)));
        fits.get(document)?.push(fit);
      }
    }),
  );
  return new Map([...fits].map(([document, parts]) => [document, joined(parts)]));
}

/** Of one look and language; no two parts of one name, whose boxes could not be told apart. */
function batches(items: readonly Item[]): Item[][] {
  const open: Item[][] = [];
  for (const item of items) {
    const fitting = open.findLast(
      (batch) =>
        batch.length < atOnce &&
        batch[0]?.document.shell === item.document.shell &&
        batch[0]?.document.lang === item.document.lang &&
        batch.every(({ part }) => part !== item.part),
    );
    if (fitting) fitting.push(item);
    else open.push([item]);
  }
  return open;
}

async function measureBatch(
  batch: readonly Item[],
  browser: Browser,
  reports: (document: Document) => Report,
): Promise<Fitted | undefined> {
  const first = batch[0]?.document;
  if (!first) return undefined;
  const { shell, lang, title, measures } = first;
  const name = [...new Set(batch.map(({ document }) => document.name))].join(', ');
  const job = { name, shell, pages: 2 * batch.length, report: reports(first) };
  return browser.run(job, async (sheet) => {
    await sheet.fill(batch.map(({ html }) => html).join(''), { lang, title });
    const leftFirst = batch.filter(({ isLeftFirst }) => isLeftFirst).map(({ part }) => part);
    return sheet.evaluate(fitPages, { ...measures, leftFirst });
  });
}

function fitOf(part: string, { rooms, overflows, choices }: Fitted): DocumentFit {
  const isOwn = (one: { part: string }) => one.part === part;
  return {
    rooms: rooms.filter(isOwn),
    overflows: overflows.filter(isOwn),
    choices: choices.filter(isOwn),
  };
}

function joined(parts: readonly DocumentFit[]): DocumentFit {
  return {
    rooms: parts.flatMap(({ rooms }) => rooms),
    overflows: parts.flatMap(({ overflows }) => overflows),
    choices: parts.flatMap(({ choices }) => choices),
  };
}

/** The panels in the order of the pages; a part begins where the one before it ended. */
export function panelsOf(document: Document, { rooms, choices }: DocumentFit): DocumentPanels {
  let before = 0;
  const panels = document.parts.flatMap(({ id, pages }) => {
    const own = rooms.filter(({ part }) => part === id);
    const first = before + 1;
    before += Math.max(pages, ...own.map(({ page }) => page + 1));
    return own.map(({ part, page, ...room }): PanelFit => {
      const choice = choices.find((one) => one.part === part && one.panel === room.panel);
      const version = choice && { version: choice.version };
      return { publication: document.name, ...room, page: first + page, ...version };
    });
  });
  const { widthMm, heightMm } = document.geometry.page;
  return { name: document.name, page: { widthMm, heightMm }, panels };
}
