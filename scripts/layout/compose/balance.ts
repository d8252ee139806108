/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { cutAt } from './cut.ts';

/** The frames that a text ends in, and all that stands in them. */
export interface Ending {
  frames: HTMLElement[];
  blocks: Element[];
}

/** The same blocks once more: filling a frame cuts them up. */
export function copies(blocks: readonly Element[]): Element[] {
  return blocks.map((block) => block.cloneNode(true) as Element);
}

/**
 * Sets the columns of a text's last pages to one height, the smallest that holds it: one page if
 * that is enough, else as many as there are. Heights are whole lines of 5 mm; returns how many.
 */
export function balance({ frames, blocks }: Ending, mm: number): number {
  const firstPage = frames[0]?.closest('.page');
  const onOne = frames.filter((frame) => frame.closest('.page') === firstPage);
  const lineMm = 5;
  const tries = (used: readonly HTMLElement[], lines: number): boolean => {
    for (const frame of frames) {
      frame.replaceChildren();
      frame.style.height = `${lines * lineMm}mm`;
    }
    let rest = copies(blocks);
    for (const frame of used) {
      frame.append(...rest);
      rest = cutAt(frame);
      if (rest.length === 0) return true;
    }
    return false;
  };
  const heights = frames.map((frame) => frame.getBoundingClientRect().height / mm);
  const most = Math.floor(Math.min(...heights) / lineMm + 0.01);
  const { total, kept } = linesUnbroken(frames[0], blocks, lineMm * mm);
  /** Fills the frames to the smallest height that holds it all, if one does. */
  const fillTo = (used: readonly HTMLElement[]): number | undefined => {
    // Shared out evenly, less the empty lines that go where a column begins: no less can hold it,
    // and a line or two more nearly always do.
    const least = Math.ceil((total - 2 * used.length) / used.length);
    // What is to stay whole is not cut for the sake of even columns.
    let low = Math.max(4, least, kept <= most ? kept : 0);
    for (let near = 0; near < 4; near++, low++) {
      if (low > most) return undefined;
      if (tries(used, low)) return low;
    }
    if (low > most || !tries(used, most)) return undefined;
    let high = most;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tries(used, middle)) high = middle;
      else low = middle + 1;
    }
    tries(used, high);
    return high;
  };
  const filled = fillTo(onOne) ?? (onOne.length < frames.length ? fillTo(frames) : undefined);
  if (filled === undefined) tries(frames, most);
  for (const frame of frames) frame.style.height = '';
  return filled ?? most;
}

/** How many lines blocks take in one column of the frame's width, and the tallest that stays whole. */
export function linesUnbroken(
  frame: HTMLElement | undefined,
  blocks: readonly Element[],
  linePx: number,
): { total: number; kept: number } {
  if (!frame) return { total: 0, kept: 0 };
  frame.replaceChildren(...copies(blocks));
  frame.style.height = 'auto';
  const whole = [...frame.querySelectorAll(':scope > [data-keep]')];
  const heights = whole.map((block) => block.getBoundingClientRect().height);
  return {
    total: frame.getBoundingClientRect().height / linePx,
    kept: Math.ceil(Math.max(0, ...heights) / linePx),
  };
}

/**
 * A few lines on a page of their own look left over: a text that ends in less than `few` lines a
 * column takes its last section with it, if that begins in the lower part of the column before.
 */
export function balanceWell(ending: Ending, before: Element, mm: number): void {
  const few = 12;
  const blocks = copies(ending.blocks);
  if (balance(ending, mm) >= few || ending.frames.some((frame) => frame === before)) return;
  const { top, height } = before.getBoundingClientRect();
  const children = [...before.children];
  const index = children.findLastIndex(
    (child) =>
      /^h[1-6]$/.test(child.localName) && child.getBoundingClientRect().top > top + 0.4 * height,
  );
  const [first] = blocks;
  const last = children.at(-1);
  if (index < 0 || !first || !last) return;
  if (first.classList.contains('continued')) {
    if (first.localName !== last.localName || !/^(p|ul|ol|dl)$/.test(last.localName)) return;
    last.append(...first.childNodes);
    last.classList.remove('cut');
    last.normalize();
    blocks.shift();
  }
  const section = children.slice(index);
  for (const block of section) block.remove();
  balance({ frames: ending.frames, blocks: [...section, ...blocks] }, mm);
}

/**
 * A mark stands at the foot of the last page of a text that ends above it (it begins at 180 mm): of
 * the pages added for it, or of a page of its own of the class `ends`.
 */
export function placeEndMarks(root: Element, mm: number): void {
  for (const mark of root.querySelectorAll<HTMLTemplateElement>('template[data-end-mark]')) {
    const pages = (mark.closest('[data-part]') ?? root).querySelectorAll(
      ':is(.more-page, .ends) .trim',
    );
    const last = pages[pages.length - 1];
    if (!last) continue;
    const { top } = last.getBoundingClientRect();
    const feet = [...last.querySelectorAll(':is([data-flow], [data-frame]) > :last-child')];
    const foot = Math.max(top, ...feet.map((block) => block.getBoundingClientRect().bottom));
    if (foot < top + 172 * mm) last.prepend(mark.content.cloneNode(true));
  }
}
