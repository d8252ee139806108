/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { sourceOf } from './excess.ts';

/** A word that had to be broken, as no line is wide enough for it. */
export interface BrokenWord {
  part: string;
  word: string;
  isInTable: boolean;
  /** `data-src` or `data-fact` of the words. */
  source: string;
}

/**
 * Keeps words in tables whole where that can be: a table whose words are wider than its column is
 * set smaller; one that is too wide even then breaks them (class `squeezed`).
 */
export function fitTables(frame: Element): void {
  const { width } = frame.getBoundingClientRect();
  for (const table of frame.querySelectorAll(':scope > table')) {
    const isOver = () => table.getBoundingClientRect().width > width + 1;
    table.classList.remove('squeezed');
    if (isOver()) table.classList.add('wide');
    if (isOver()) table.classList.add('squeezed');
  }
}

/** The first broken word of every title and table that has one. */
export function brokenWords(root: Element): BrokenWord[] {
  const titles = [...root.querySelectorAll('.page :is(h1, h2, h3, .promise)')];
  const tables = [...root.querySelectorAll('.page table.squeezed')];
  return [...titles, ...tables].flatMap((element) => {
    const found = firstBroken(element);
    if (!found) return [];
    const part = element.closest<HTMLElement>('[data-part]')?.dataset.part ?? '';
    const isInTable = element.localName === 'table';
    return [{ part, word: found.word, isInTable, source: sourceOf(found.holder, element) }];
  });
}

/** The first word that stands on two lines without a hyphen or stroke where it is broken. */
export function firstBroken(element: Element): { word: string; holder: Element } | undefined {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const holder = node.parentElement;
    if (!holder || holder.closest('svg,template')) continue;
    for (const { index, 0: word } of node.data.matchAll(/[^\s\u00ad\u200b\u2010–—/-]{5,}/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const seen = [...range.getClientRects()].filter(({ width }) => width > 1);
      const tops = new Set(seen.map(({ top }) => Math.round(top)));
      if (tops.size > 1) return { word, holder };
    }
  }
  return undefined;
}
