/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { pageScale } from './split.ts';

/** How much too much stands in a box: what a writer has to cut. */
export interface Excess {
  /** Lines of the box's text; 0 if only a word is too long. */
  lines: number;
  /** Characters to cut from the end of its text, spaces counted, after which the rest fits. */
  characters: number;
  /** The words from which on to cut. */
  text: string;
  /** `data-src` or `data-fact` of those words. */
  source: string;
  /** The heading above them. */
  section: string;
}

/** A word in the page: where it stands in its text node. */
export interface Word {
  node: Text;
  start: number;
  end: number;
}

/**
 * Finds out by trying: words are taken away from the end until the box holds what is left, as it
 * would be set if it were written like that. All is put back. Where one element of the box is marked
 * `data-cut` it is that one's words: a title too long is not mended by its award.
 *
 * @param isOver whether the box holds more than it can
 */
export function excessOf(box: Element, overPx: number, isOver: () => boolean): Excess {
  const words = wordsIn(box.querySelector('[data-cut]') ?? box);
  let [low, high] = [0, words.length];
  // As many words as fit: `low` do, `high` and one more do not.
  while (low < high) {
    const kept = Math.ceil((low + high) / 2);
    const restore = keepWords(box, words, kept);
    if (isOver()) high = kept - 1;
    else low = kept;
    restore();
  }
  const cut = words.slice(low);
  const first = cut[0];
  const holder = first?.node.parentElement ?? box;
  const source = sourceOf(holder, box);
  return {
    // By however little it is too tall: without a line it would be too wide.
    lines:
      overPx > 1
        ? Math.max(1, Math.ceil(overPx / leadingPx(words.at(-1)?.node.parentElement ?? box) - 0.1))
        : 0,
    characters: cut.reduce((sum, { start, end }) => sum + end - start + 1, 0),
    text: cut
      .slice(0, 8)
      .map(({ node, start, end }) => node.data.slice(start, end))
      .join(' ')
      .slice(0, 60),
    source,
    section: headingBefore(holder, box),
  };
}

/**
 * `data-src` or `data-fact` of an element. What has none was made by the layout: then that of what
 * stands before it in its box or part, or else behind it.
 */
export function sourceOf(element: Element, box: Element): string {
  const marked = '[data-src],[data-fact]';
  const before = (one: Element) =>
    (one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const near = [box, box.closest('[data-part]') ?? box].map((root) => {
    const all = [...root.querySelectorAll(marked)];
    return all.findLast(before) ?? all[0];
  });
  const found = element.closest(marked) ?? near[0] ?? near[1];
  return found?.getAttribute('data-src') ?? found?.getAttribute('data-fact') ?? '';
}

/** Words that are read, in their order. */
export function wordsIn(box: Element): Word[] {
  const words: Word[] = [];
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.data.trim() || node.parentElement?.closest('svg,template,style,[hidden]')) continue;
    for (const { index, 0: word } of node.data.matchAll(/[^ \n\t]+/g)) {
      words.push({ node, start: index, end: index + word.length });
    }
  }
  return words;
}

/** Shows the first words alone; returns what puts the others back. */
export function keepWords(box: Element, words: readonly Word[], kept: number): () => void {
  const nodes = [...new Set(words.map(({ node }) => node))];
  const before = nodes.map((node) => node.data);
  const last = words[kept - 1];
  const lastIndex = last ? nodes.indexOf(last.node) : -1;
  nodes.forEach((node, i) => {
    if (i > lastIndex) node.data = '';
    else if (last && i === lastIndex) node.data = boundEnd(node.data.slice(0, last.end));
  });
  // What has no words left, and headings and drawings after the last one, go with them.
  const hidden: [HTMLElement, string][] = [];
  const elements = [...box.querySelectorAll<HTMLElement>('*')].filter(
    (element) => !element.closest('template') && !element.parentElement?.closest('svg'),
  );
  for (const element of elements.reverse()) {
    const isBare = (element.textContent ?? '').trim() === '' && !element.querySelector('svg,img');
    const isDrawing = /^(svg|img)$/.test(element.localName);
    const isAfter =
      !last ||
      (last.node.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const isLastHeading =
      /^h[1-6]$/.test(element.localName) && !!last && element.contains(last.node);
    if (
      !(isBare && !isDrawing) &&
      !(isAfter && isDrawing) &&
      !(isLastHeading && kept < words.length)
    )
      continue;
    hidden.push([element, element.style.display]);
    element.style.display = 'none';
  }
  return () => {
    nodes.forEach((node, i) => {
      node.data = before[i] ?? '';
    });
    for (const [element, display] of hidden) element.style.display = display;
  };
}

/** The last two words of a paragraph stay on one line, as they are set when it is written (html.ts). */
export function boundEnd(text: string): string {
  return text.replace(/(\S{1,16}) (\S{1,12})$/, '$1\u00a0$2');
}

/** The leading of the text in an element, in page px: for a box, ask its last words' own. */
export function leadingPx(holder: Element): number {
  const leading = Number.parseFloat(getComputedStyle(holder).lineHeight) * pageScale();
  return leading > 0 ? leading : holder.getBoundingClientRect().height;
}

/** The words of the last heading before an element, within the box or, if the box is of running text, its part. */
export function headingBefore(element: Element, box: Element): string {
  const within = (root: Element) =>
    [...root.querySelectorAll('h2,h3,h4,h5,h6')].filter(
      (heading) =>
        heading.contains(element) ||
        (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
  const part = box.matches('.prose') ? box.closest('[data-part]') : undefined;
  const heading = within(box).at(-1) ?? (part ? within(part).at(-1) : undefined);
  return (heading?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
