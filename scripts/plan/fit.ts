import type { Browser } from '../browser/browser.ts';
import type { Report } from '../finding.ts';
import { type Fitted, fitPages } from '../layout/compose/in-page.ts';
import type { Room } from '../layout/compose/room.ts';
import type { Document } from '../layout/document.ts';
import type { Part } from '../layout/part.ts';
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

/** Measures documents while others are still being laid out. */
export interface Gauge {
  /** Settles when the document is measured, which may be after `flush` only. */
  measure(document: Document, report: Report): Promise<DocumentFit>;
  /** No more documents are coming. */
  flush(): void;
  /** Keeps what was measured for the next time; to be called once, at the end. */
  keep(): void;
}

/** A part that has yet to be measured. */
interface Item {
  document: Document;
  part: Part;
  html: string;
  report: Report;
  settle(fit: DocumentFit): void;
}

/** All that is kept, in one file: six hundred files opened for three hundred courses took a sixth of the time. */
const keptName = 'fits.json';

/** More than this many parts are kept only if the last run measured them. */
const mostKept = 5000;

/** Parts that are laid out in one go: with more, each change has more to lay out again (16 took twice as long). */
const atOnce = 4;

/**
 * Lays documents out, without printing them, and says of each how full its panels are. Parts of
 * many documents share a page of the browser; what was measured before is taken from the cache.
 */
export function openGauge({ browser, store, tool }: FitMeans): Gauge {
  const before = readKept(store);
  const now = new Map<string, DocumentFit>();
  let open: Item[][] = [];
  const run = async (batch: readonly Item[]) => {
    const found = await measureBatch(batch, browser);
    for (const { part, settle } of batch) settle(fitOf(part.id, found));
  };
  const add = (item: Item) => {
    const fitting = open.find((batch) => goTogether(item, batch));
    const batch = fitting ?? [];
    batch.push(item);
    if (!fitting) open.push(batch);
    if (batch.length < atOnce) return;
    open = open.filter((one) => one !== batch);
    void run(batch);
  };
  return {
    async measure(document, report) {
      const { identity } = openPress(document, browser, store, tool, report);
      const fits = document.parts.map((part) => {
        const html = document.render([part]);
        const key = keyOf('fit', identity, document.lang, html);
        const kept = before.get(key);
        if (kept) {
          now.set(key, kept);
          return kept;
        }
        return new Promise<DocumentFit>((resolve) => {
          const settle = (fit: DocumentFit) => {
            if (fit.rooms.length > 0) now.set(key, fit);
            resolve(fit);
          };
          add({ document, part, html, report, settle });
        });
      });
      return joined(await Promise.all(fits));
    },
    flush() {
      const last = open;
      open = [];
      for (const batch of last) void run(batch);
    },
    keep() {
      if ([...now.keys()].every((key) => before.has(key))) return;
      const all = before.size + now.size > mostKept ? now : new Map([...before, ...now]);
      store.put(keptName, Buffer.from(JSON.stringify([...all])));
    },
  };
}

function readKept(store: Store): Map<string, DocumentFit> {
  try {
    return new Map(JSON.parse(Buffer.from(store.get(keptName) ?? []).toString() || '[]'));
  } catch {
    return new Map();
  }
}

/** Of one look and language; no two parts of one name, whose boxes could not be told apart. */
function goTogether({ document, part }: Item, batch: readonly Item[]): boolean {
  const [first] = batch;
  return (
    first?.document.shell === document.shell &&
    first.document.lang === document.lang &&
    batch.every((one) => one.part.id !== part.id)
  );
}

async function measureBatch(batch: readonly Item[], browser: Browser): Promise<Fitted | undefined> {
  const [first] = batch;
  if (!first) return undefined;
  const { shell, lang, title, measures } = first.document;
  const name = [...new Set(batch.map(({ document }) => document.name))].join(', ');
  const job = { name, shell, pages: 2 * batch.length, report: first.report };
  return browser.run(job, async (sheet) => {
    await sheet.fill(batch.map(({ html }) => html).join(''), { lang, title });
    const leftFirst = batch.flatMap(({ part }) => (part.start === 'left' ? [part.id] : []));
    return sheet.evaluate(fitPages, { ...measures, leftFirst });
  });
}

/** Of one part; empty after a fault of the browser, which a finding has said. */
function fitOf(part: string, found: Fitted | undefined): DocumentFit {
  const { rooms = [], overflows = [], choices = [], broken = [] } = found ?? {};
  const isOwn = (one: { part: string }) => one.part === part;
  return {
    rooms: rooms.filter(isOwn),
    overflows: overflows.filter(isOwn),
    choices: choices.filter(isOwn),
    broken: broken.filter(isOwn),
  };
}

function joined(parts: readonly DocumentFit[]): DocumentFit {
  return {
    rooms: parts.flatMap(({ rooms }) => rooms),
    overflows: parts.flatMap(({ overflows }) => overflows),
    choices: parts.flatMap(({ choices }) => choices),
    broken: parts.flatMap(({ broken }) => broken),
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
