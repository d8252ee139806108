/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { splitBlock } from './split.ts';

/** A box whose content does not fit and cannot go on elsewhere. */
export interface Overflow {
  panel: string;
  /** `data-src` of the first thing that does not fit. */
  source: string;
  overMm: number;
  text: string;
}

/**
 * Lets every flow run through its frames. A flow is an element `data-flow="id"` of fixed height
 * whose children are blocks; `template[data-more="id"]` has the pages to add, with elements
 * `data-frame`, as often as the text needs. Headings stay with what follows.
 */
export function fillFlows(root: Element, mm: number): Overflow[] {
  const overflows: Overflow[] = [];
  for (const panel of root.querySelectorAll<HTMLElement>('[data-spill]')) spill(panel, root);
  for (const flow of root.querySelectorAll<HTMLElement>('[data-flow]')) {
    const more = root.querySelector<HTMLTemplateElement>(
      `template[data-more="${flow.dataset.flow}"]`,
    );
    overflows.push(...fillFlow(root, flow, more, mm));
  }
  for (const page of root.querySelectorAll('.page')) if (isUnused(page)) page.remove();
  return overflows;
}

/** A page that was added for text that then ended before it. */
export function isUnused(page: Element): boolean {
  const frames = [...page.querySelectorAll('[data-frame=""]')];
  return frames.length > 0 && frames.every((frame) => frame.children.length === 0);
}

/**
 * Moves what does not fit a panel to another one or to the end of a flow: `data-spill="id"`, its
 * rows being the children of its `data-rows` element. Nothing is lost, and the panel keeps its size.
 */
export function spill(panel: HTMLElement, root: Element): void {
  const rows = panel.querySelector('[data-rows]');
  const other = root.querySelector(`[data-rows="${panel.dataset.spill}"]`);
  const flow = root.querySelector(`[data-flow="${panel.dataset.spill}"]`);
  const late = [...(rows?.children ?? [])].filter((row) => isOut(row, panel));
  if (!rows || late.length === 0) return;
  other?.append(...late);
  if (other || !flow) return;
  const heading = document.createElement(panel.dataset.spillLevel ?? 'h3');
  heading.className = 't-h2 heading';
  heading.textContent = panel.dataset.spillTitle ?? '';
  const rest = rows.cloneNode(false) as HTMLElement;
  rest.removeAttribute('data-rows');
  rest.setAttribute('data-keep', '');
  rest.classList.add('spilled', 't-fact');
  rest.append(...late);
  flow.append(heading, rest);
}

export function fillFlow(
  root: Element,
  flow: HTMLElement,
  more: HTMLTemplateElement | null,
  mm: number,
): Overflow[] {
  let frame: Element = flow;
  let waiting = [...root.querySelectorAll(`[data-frame="${flow.dataset.flow}"]`)];
  let after: Element | null = flow.closest('.page');
  // A flow that added a thousand pages has met a block that fits nowhere.
  for (let added = 0; added < 1000; added++) {
    const rest = cutAt(frame, frame.getBoundingClientRect().bottom);
    if (rest.length === 0) return [];
    const stuck = frame.children.length === 0;
    if (stuck || (!more && waiting.length === 0)) {
      frame.append(...rest);
      return [overflowOf(frame, flow, mm)];
    }
    if (more && waiting.length === 0) {
      const pages = more.content.cloneNode(true) as DocumentFragment;
      const added_ = [...pages.children];
      waiting = [...pages.querySelectorAll('[data-frame]')];
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

/** Whether a block runs out of its frame: below it, or beside the last of its columns. */
export function isOut(block: Element, frame: Element): boolean {
  const box = block.getBoundingClientRect();
  const edge = frame.getBoundingClientRect();
  const beside = frame.hasAttribute('data-columns') && box.right > edge.right + 1;
  return beside || box.bottom > edge.bottom + 1;
}

/** Frames that do not hold what is in them: asked again when the numbers are in place. */
export function fullFrames(root: Element, mm: number): Overflow[] {
  return [...root.querySelectorAll<HTMLElement>('[data-flow],[data-frame]')]
    .filter((frame) => [...frame.children].some((block) => isOut(block, frame)))
    .map((frame) => overflowOf(frame, frame, mm));
}

/** Takes out of a frame what lies below its foot, splitting at the edge where that is allowed. */
export function cutAt(frame: Element, bottom: number): Element[] {
  const children = [...frame.children];
  const index = children.findIndex((child) => isOut(child, frame));
  if (index < 0) return [];
  const crossing = children[index] as Element;
  let rest = children.slice(index + 1);
  const isKept = crossing.hasAttribute('data-keep') && index > 0;
  const tail = isKept ? undefined : splitBlock(crossing, bottom);
  if (tail) rest.unshift(tail);
  else rest.unshift(crossing);
  for (const block of rest) block.remove();
  // The half that stayed may break its lines anew and grow: then it goes as a whole.
  if (tail && crossing.getBoundingClientRect().bottom > bottom + 1) {
    crossing.append(...tail.childNodes);
    rest = [crossing, ...rest.slice(1)];
    crossing.remove();
  }
  while (frame.lastElementChild && /^h[1-6]$/.test(frame.lastElementChild.localName)) {
    rest.unshift(frame.lastElementChild);
    frame.lastElementChild.remove();
  }
  return rest;
}

export function overflowOf(frame: Element, flow: HTMLElement, mm: number): Overflow {
  const bottom = frame.getBoundingClientRect().bottom;
  const late = [...frame.children].filter((child) => isOut(child, frame));
  const last = late[late.length - 1];
  const source = late[0]?.closest('[data-src]') ?? late[0]?.querySelector('[data-src]');
  return {
    panel: flow.dataset.panel ?? flow.dataset.flow ?? 'text',
    source: source?.getAttribute('data-src') ?? '',
    overMm: last ? Math.max(0, (last.getBoundingClientRect().bottom - bottom) / mm) : 0,
    text: (late[0]?.textContent ?? '').trim().slice(0, 60),
  };
}
