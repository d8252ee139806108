import { readFileSync } from 'node:fs';
import { Destinations } from '../../scripts/check/destinations.ts';
import type { TextRun } from '../../scripts/check/runs.ts';
import { TextReader } from '../../scripts/check/text.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';

/** A finished file as a reader sees it. */
export interface Finished {
  /** The runs of each page. */
  pages: TextRun[][];
  /** The page, from 0, on which an id stands. */
  pageOf(id: string): number;
}

export function openFinished(path: string): Finished {
  const file = readPdf(readFileSync(path));
  const pages = pagesOf(file);
  const reader = new TextReader(file);
  const destinations = new Destinations(file, pages);
  return {
    pages: pages.map((page) => reader.page(page)),
    pageOf: (id) => {
      const place = destinations.ofId(id);
      if (!place) throw new Error(`Nothing in ${path} has the id ${id}`);
      return place.page;
    },
  };
}

/** The words of a page in one line, spaces of any width being one. */
export function wordsOf(page: readonly TextRun[] = []): string {
  return page
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** The first run that begins with these words. */
export function runOf(page: readonly TextRun[] = [], words: string): TextRun {
  const run = page.find(({ text }) => text.replace(/\s+/g, ' ').startsWith(words));
  if (!run) throw new Error(`No run begins with "${words}": ${wordsOf(page).slice(0, 400)}`);
  return run;
}
