/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { pageScale } from './split.ts';

/** Whether anything runs past the foot or the right side of a box. */
export function isOverfull(box: Element): boolean {
  const { top, bottom, right } = box.getBoundingClientRect();
  if (contentHead(box, bottom) < top - 1) return true;
  const isFree = box.hasAttribute('data-columns');
  if (!isFree && (textFoot(box) > bottom + 1 || hasWideWord(box, right))) return true;
  return contentOf(box).some((child) => {
    const seen = child.getBoundingClientRect();
    if (seen.height === 0) return false;
    // What ends within the box needs no second look.
    return (
      (seen.right > right + 1 && isWider(child, right)) ||
      (!isFree && seen.bottom > bottom + 1 && footOf(child) > bottom + 1)
    );
  });
}

/** Whether an element that reaches past the side does so with more than the space that ends a line. */
export function isWider(element: Element, right: number): boolean {
  const isInline = getComputedStyle(element).display === 'inline';
  return !isInline || /^(img|svg)$/.test(element.localName) || hasWordBeyond(element, right);
}

/** Whether a word that cannot break runs past the side; words have boxes of their own only within elements. */
export function hasWideWord(box: Element, right: number): boolean {
  return box.scrollWidth > box.clientWidth && hasWordBeyond(box, right);
}

/** Whether a word ends past the side. The space that ends a line hangs there and is nothing. */
export function hasWordBeyond(element: Element, right: number): boolean {
  const range = document.createRange();
  const isBeyond = () => [...range.getClientRects()].some((rect) => rect.right > right + 1);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.parentElement?.closest('svg,template')) continue;
    range.selectNodeContents(text);
    if (!isBeyond()) continue;
    for (const { index, 0: word } of text.data.matchAll(/[^ \n]+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (isBeyond()) return true;
    }
  }
  return false;
}

/** The y where the content begins of a box that is filled from its foot upward; of others, its own foot. */
export function contentHead(box: Element, bottom: number): number {
  const { display, alignItems } = getComputedStyle(box);
  if (display !== 'flex' || alignItems !== 'flex-end') return bottom;
  const range = document.createRange();
  range.selectNodeContents(box);
  const holder = box.firstElementChild ?? box;
  const leading = Number.parseFloat(getComputedStyle(holder).lineHeight) * pageScale();
  // Letters reach above their line: lines count.
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  return Math.min(bottom, ...lines.map((rect) => (rect.top + rect.bottom - leading) / 2));
}

/** The y of the end of what stands in a box, in page px; its own top if nothing does. */
export function contentFoot(box: Element): number {
  const { top } = box.getBoundingClientRect();
  return Math.max(top, textFoot(box), ...contentOf(box).map(footOf));
}

/** The same of a box whose blocks hold all that stands in them. */
export function blocksFoot(box: Element): number {
  const { top } = box.getBoundingClientRect();
  return Math.max(top, textFoot(box), ...[...box.children].map(footOf));
}

/** All elements in a box but what is in a drawing, which counts as a whole. */
export function contentOf(box: Element): Element[] {
  const found: Element[] = [];
  for (const child of box.children) {
    if (child.localName === 'template') continue;
    found.push(child);
    if (child.localName !== 'svg') found.push(...contentOf(child));
  }
  return found;
}

/** Where an element ends: words within a line end with the line, though their letters may be taller. */
export function footOf(element: Element): number {
  const { bottom } = element.getBoundingClientRect();
  const isInline = getComputedStyle(element).display === 'inline';
  if (!isInline || /^(img|svg)$/.test(element.localName)) return bottom;
  return linesFoot([...element.getClientRects()], element) || bottom;
}

/** Where words end that stand in a box without an element of their own. */
export function textFoot(box: Element): number {
  const range = document.createRange();
  const rects = [...box.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    .flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
  return linesFoot(rects, box);
}

/** The foot of the lowest line; 0 for none. */
export function linesFoot(rects: readonly DOMRect[], element: Element): number {
  const leading = Number.parseFloat(getComputedStyle(element).lineHeight) * pageScale();
  if (rects.length === 0 || !(leading > 0)) return 0;
  return Math.max(...rects.map(({ top, bottom }) => (top + bottom) / 2)) + leading / 2;
}
