/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { isOut } from './cut.ts';
import { type Overflow, overflowIn } from './fill.ts';
import { isOverfull } from './full.ts';

/** Fixed boxes that must hold their text: `data-panel="name"`, each measured against its own size. */
export function measurePanels(root: Element, mm: number): Overflow[] {
  return [...root.querySelectorAll<HTMLElement>('[data-panel]:not([data-flow])')]
    .filter(isOverfull)
    .map((panel) => ({ panel: panel.dataset.panel ?? '', ...overflowIn(panel, mm) }));
}

/** A title of more lines than its place holds moves what stands below it down: the page has the class `tall-title`. */
export function makeRoomForTitles(root: Element): void {
  for (const place of root.querySelectorAll('.course-title')) {
    const bottom = place.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    if (bottom > place.getBoundingClientRect().bottom + 1)
      place.closest('.page')?.classList.add('tall-title');
  }
}

/** The text of a short course begins so much lower as its title and award take more than a line each. */
export function placeShortTexts(root: Element, mm: number): void {
  const linesOf = (element: Element | null, lineMm: number) =>
    element ? Math.round(element.getBoundingClientRect().height / (lineMm * mm)) : 0;
  for (const short of root.querySelectorAll<HTMLElement>('.third')) {
    const title = linesOf(short.querySelector('.t-title-short'), 10);
    const award = linesOf(short.querySelector('.award'), 5);
    short.style.setProperty('--down', `${10 * (title - 1) + 5 * (award - 1)}mm`);
  }
}

/**
 * What stands under a head of any height: `data-head="name"` on it gives its page the property
 * `--name`, the line on which the text below it begins: 9 mm clear of it, on the grid.
 */
export function placeUnderHeads(root: Element, mm: number): void {
  for (const head of root.querySelectorAll<HTMLElement>('[data-head]')) {
    const trim = head.closest<HTMLElement>('.trim');
    const last = head.lastElementChild ?? head;
    if (!trim) continue;
    const foot = (last.getBoundingClientRect().bottom - trim.getBoundingClientRect().top) / mm;
    trim.style.setProperty(`--${head.dataset.head}`, `${Math.ceil((foot + 8.95) / 5) * 5}mm`);
  }
}

/** On a page that says how to apply, the words below its table begin on the line on which "Apply" stands, if they end on the page all the same. */
export function hangByApply(root: Element, mm: number): void {
  for (const apply of root.querySelectorAll('.apply-page .apply > .heading')) {
    const flow = apply.closest('.page')?.querySelector('.prose');
    const heading = flow?.querySelector<HTMLElement>(':scope > table ~ .heading');
    if (!flow || !heading) continue;
    const down = apply.getBoundingClientRect().top - heading.getBoundingClientRect().top;
    if (down <= 0) continue;
    heading.style.marginTop = `${5 + down / mm}mm`;
    if ([...flow.children].some((block) => isOut(block, flow))) heading.style.marginTop = '';
  }
}

/** Below a chart of many words "Apply" stands lower, whole lines, so that an empty one is left between them. */
export function keepApplyClearOfCharts(root: Element, mm: number): void {
  for (const notes of root.querySelectorAll('.words-page .trim > .chart .chart-notes')) {
    const apply = notes.closest('.trim')?.querySelector<HTMLElement>(':scope > .apply');
    if (!apply) continue;
    const down = notes.getBoundingClientRect().bottom - apply.getBoundingClientRect().top;
    const lines = Math.ceil((down / mm + 1.2) / 5);
    if (lines > 0) apply.style.marginTop = `${Math.min(lines, 2) * 5}mm`;
  }
}

/** A table of full width that would run under how to apply is set beside it. */
export function keepClearOfApply(root: Element): void {
  for (const apply of root.querySelectorAll('.apply-page .apply')) {
    const box = apply.getBoundingClientRect();
    for (const table of apply.closest('.page')?.querySelectorAll('.prose > table') ?? []) {
      const { top, bottom } = table.getBoundingClientRect();
      if (bottom > box.top && top < box.bottom) table.classList.add('beside');
    }
  }
}

/** The drawn ring gives way to words that have no room below it: they begin at the top instead. */
export function dropRings(root: Element, mm: number): void {
  for (const page of root.querySelectorAll('.with-ring')) {
    const flow = page.querySelector('[data-flow]');
    if (!flow || ![...flow.children].some((block) => isOut(block, flow))) continue;
    page.classList.remove('with-ring', 'with-picture', 'low');
    for (const drawn of page.querySelectorAll('.mark, .picture-ground')) drawn.remove();
    placeUnderHeads(page, mm);
  }
}

/** A panel with few facts ends soon after its last row; a full one runs to the foot of the page. */
export function shortenPanels(root: Element, mm: number): void {
  for (const panel of root.querySelectorAll<HTMLElement>('.panel')) {
    const last = panel.querySelector('[data-rows]')?.lastElementChild?.getBoundingClientRect();
    const page = panel.closest('.trim')?.getBoundingClientRect();
    if (last && page && page.bottom - last.bottom > 50 * mm) panel.classList.add('few');
  }
}

/**
 * A large title is set tight (44 on 42.5 pt, a cover's 64 on 62.4) unless a letter that hangs would
 * meet one that stands below it: then it takes the open setting, smaller on the same lines or, on a
 * cover and an opener, on lines further apart.
 */
export function openTightTitles(root: Element): void {
  for (const title of root.querySelectorAll<HTMLElement>('.t-title, .t-cover-title')) {
    if (!lettersMeet(title)) continue;
    title.classList.replace('t-title', 't-title-open');
    title.classList.replace('t-cover-title', 't-cover-title-open');
  }
}

export function lettersMeet(title: HTMLElement): boolean {
  const hanging: DOMRect[] = [];
  const standing: DOMRect[] = [];
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let i = 0; i < node.length; i++) {
      const letter = node.data[i] ?? '';
      const hangs = /[gjpqyQ,;()ŷýÿçş]/u.test(letter);
      const stands = /[bdfhklßÀ-ÖØ-ÞŴŶâêîôûŵŷàèìòùáéíóúäëïöü]/u.test(letter);
      if (!hangs && !stands) continue;
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      (hangs ? hanging : standing).push(range.getBoundingClientRect());
    }
  }
  return hanging.some((above) =>
    standing.some(
      (below) =>
        below.top > above.top + above.height / 4 &&
        below.top < above.top + above.height * 1.2 &&
        below.left < above.right &&
        below.right > above.left,
    ),
  );
}
