/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { type Edge, isPast, splitBlock } from './split.ts';
import { fitTables } from './words.ts';

/** Whether a block runs out of its frame: below it, or beside the last of its columns. */
export function isOut(block: Element, frame: Element): boolean {
  return isPast(block, edgeOf(frame));
}

/** What runs past the foot of a column goes on in the next: columns end at the right alone. */
export function edgeOf(frame: Element): Edge {
  const { bottom, right } = frame.getBoundingClientRect();
  return frame.hasAttribute('data-columns')
    ? { bottom: Number.POSITIVE_INFINITY, right }
    : { bottom, right: Number.POSITIVE_INFINITY };
}

/** Takes out of a frame what lies past its end, splitting there where that is allowed. */
export function cutAt(frame: Element): Element[] {
  fitTables(frame);
  const edge = edgeOf(frame);
  const children = [...frame.children];
  const index = children.findIndex((child) => isPast(child, edge));
  if (index < 0) return [];
  const crossing = children[index] as Element;
  let rest = children.slice(index + 1);
  const isKept = crossing.hasAttribute('data-keep') && index > 0;
  const whole = crossing.cloneNode(true) as Element;
  const tail = isKept ? undefined : splitBlock(crossing, edge);
  if (tail) rest.unshift(tail);
  else rest.unshift(crossing);
  for (const block of rest) block.remove();
  // The half that stayed may break its lines anew and grow, or be one row under its head: then it
  // goes as a whole.
  const isStub =
    index > 0 && crossing.localName === 'table' && crossing.querySelectorAll('tbody tr').length < 2;
  if (tail && (isPast(crossing, edge) || isStub)) {
    rest = [whole, ...rest.slice(1)];
    crossing.remove();
  }
  while (frame.lastElementChild && /^h[1-6]$/.test(frame.lastElementChild.localName)) {
    rest.unshift(frame.lastElementChild);
    frame.lastElementChild.remove();
  }
  return rest;
}
