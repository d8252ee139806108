/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { balanceWell, copies, type Ending } from './balance.ts';
import { cutAt, isOut } from './cut.ts';
import { type Excess, excessOf } from './excess.ts';
import { contentFoot, contentHead, isOverfull } from './full.ts';
import { giveWay } from './give-way.ts';

/** A box whose content does not fit and cannot go on elsewhere. */
export interface Overflow extends Excess {
  /** The part of the publication that it is in. */
  part: string;
  panel: string;
  overMm: number;
}

/**
 * Lets every flow run through its frames. A flow is an element `data-flow="id"` of fixed height
 * whose children are blocks; `template[data-more="id"]` has the pages to add, with elements
 * `data-frame`, as often as the text needs. Headings stay with what follows; the columns that a
 * text ends in are of one height.
 */
export function fillFlows(root: Element, mm: number): Overflow[] {
  const overflows: Overflow[] = [];
  for (const flow of root.querySelectorAll<HTMLElement>('[data-flow]')) {
    giveWay(flow, root);
    if (flow.hasAttribute('data-rows-flow')) setCloser(flow);
    const more = root.querySelector<HTMLTemplateElement>(
      `template[data-more="${flow.dataset.flow}"]`,
    );
    overflows.push(...fillFlow(root, flow, more, mm));
  }
  for (const page of root.querySelectorAll('.page')) if (isUnused(page)) page.remove();
  return overflows;
}

/** Two lines more are better than a page more: the box may be as tall as the style sheet lets one of the class `stretched`. */
export function stretch(flow: HTMLElement): void {
  const isOver = () => [...flow.children].some((block) => isOut(block, flow));
  if (!isOver()) return;
  flow.classList.add('stretched');
  if (isOver()) flow.classList.remove('stretched');
}

/** Rows that do not fit their page, but would if they were closer. */
export function setCloser(flow: HTMLElement): void {
  const isOver = () => [...flow.children].some((row) => isOut(row, flow));
  if (!isOver()) return;
  flow.classList.add('dense');
  if (isOver()) flow.classList.remove('dense');
}

/** A page that was added for text that then ended before it. */
export function isUnused(page: Element): boolean {
  const frames = [...page.querySelectorAll('[data-frame=""]')];
  return frames.length > 0 && frames.every((frame) => frame.children.length === 0);
}

/** Fills the frames of one flow; adds pages as long as there are any to add. */
export function fillFlow(
  root: Element,
  flow: HTMLElement,
  more: HTMLTemplateElement | null,
  mm: number,
): Overflow[] {
  if (flow.dataset.stretch !== undefined) stretch(flow);
  let frame: Element = flow;
  let waiting = [...root.querySelectorAll<HTMLElement>(`[data-frame="${flow.dataset.flow}"]`)];
  // `data-fill`: one frame after the other, to the foot.
  const isText = flow.classList.contains('prose') && !flow.hasAttribute('data-fill');
  let ending: Ending | undefined;
  let before: Element = flow;
  if (isText && waiting.length > 0) {
    ending = { frames: [flow, ...waiting], blocks: copies([...flow.children]) };
  }
  let after: Element | null = flow.closest('.page');
  // A flow that added a thousand pages has met a block that fits nowhere.
  for (let added = 0; added < 1000; added++) {
    const rest = cutAt(frame);
    if (rest.length === 0) {
      if (ending) balanceWell(ending, before, mm);
      return [];
    }
    const stuck = frame.children.length === 0;
    if (stuck || (!more && waiting.length === 0)) {
      frame.append(...rest);
      return [overflowOf(frame, flow, mm)];
    }
    if (more && waiting.length === 0) {
      const pages = more.content.cloneNode(true) as DocumentFragment;
      const added_ = [...pages.children];
      waiting = [...pages.querySelectorAll<HTMLElement>('[data-frame]')];
      if (isText) ending = { frames: waiting.slice(), blocks: copies(rest) };
      before = frame;
      for (const page of added_) {
        after?.after(page);
        after = page;
      }
    }
    const next = waiting.shift();
    if (!next) return [overflowOf(frame, flow, mm)];
    next.append(...rest);
    frame = next;
  }
  return [overflowOf(frame, flow, mm)];
}

/** Frames that do not hold what is in them: asked again when the numbers are in place. */
export function fullFrames(root: Element, mm: number): Overflow[] {
  return [...root.querySelectorAll<HTMLElement>('[data-flow],[data-frame]')]
    .filter((frame) => [...frame.children].some((block) => isOut(block, frame)))
    .map((frame) => overflowOf(frame, frame, mm));
}

export function overflowOf(frame: Element, flow: HTMLElement, mm: number): Overflow {
  const panel = flow.dataset.panel ?? 'text';
  return { panel, ...overflowIn(frame, mm) };
}

/** By how much the content of a box is more than it holds. */
export function overflowIn(box: Element, mm: number): Omit<Overflow, 'panel'> {
  const part = box.closest<HTMLElement>('[data-part]')?.dataset.part ?? '';
  const { top, bottom } = box.getBoundingClientRect();
  const overPx = Math.max(0, contentFoot(box) - bottom, top - contentHead(box, bottom));
  return { part, ...excessOf(box, overPx, () => isOverfull(box)), overMm: overPx / mm };
}
