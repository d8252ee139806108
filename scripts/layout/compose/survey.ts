/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */

/** Where a thing came to stand; page counts from 0 within the job, lengths in mm from the trim's corner. */
export interface Spot {
  page: number;
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

export interface Heading {
  level: number;
  text: string;
  page: number;
  yMm: number;
}

/** Where everything stands after layout: what findings, bookmarks and numbers are made from. */
export interface Survey {
  pages: number;
  /** Pages of each part, in order. */
  parts: { id: string; first: number; count: number }[];
  /** Page of every element with an id that something refers to. */
  targets: Record<string, { page: number; text: string }>;
  headings: Heading[];
  /** Printed page numbers within running text, with the words of their link around them. */
  references: { to: string; page: number; before: string; after: string }[];
}

export function survey(root: Element, mm: number): Survey {
  const pages = [...root.querySelectorAll('.page')];
  const pageOf = (element: Element) => pages.indexOf(element.closest('.page') as Element);
  const parts: Survey['parts'] = [];
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const own = [...part.querySelectorAll('.page')];
    parts.push({
      id: part.dataset.part ?? '',
      first: pages.indexOf(own[0] as Element),
      count: own.length,
    });
  }
  const targets: Survey['targets'] = {};
  for (const target of root.querySelectorAll<HTMLElement>('[data-target]')) {
    // A block that was split has its id twice: it stands where it begins.
    targets[target.dataset.target ?? ''] ??= { page: pageOf(target), text: firstWords(target) };
  }
  const headings = inReadingOrder(
    [...root.querySelectorAll<HTMLElement>('h1,h2,h3,h4,h5,h6')].filter((heading) =>
      heading.closest('.page'),
    ),
  ).map((heading) => ({
    level: Number(heading.localName.slice(1)),
    text: words(heading),
    page: pageOf(heading),
    yMm: spot(heading, mm).yMm,
  }));
  const references = [...root.querySelectorAll<HTMLElement>('.see-page [data-ref]')].map((ref) => {
    const link = ref.closest('a') ?? ref;
    const [before = '', after = ''] = around(link, ref);
    return { to: ref.dataset.ref ?? '', page: pageOf(ref), before, after };
  });
  return { pages: pages.length, parts, targets, headings, references };
}

/** Elements in the order in which they are read: where a part has `aria-owns`, panel by panel as it says. */
export function inReadingOrder<E extends Element>(elements: readonly E[]): E[] {
  const place = (element: Element) => {
    const part = element.closest('[data-part]');
    const owner = part?.querySelector('[aria-owns]');
    const panels = (owner?.getAttribute('aria-owns') ?? '').split(' ');
    const panel = panels.findIndex((id) => id && element.closest(`[id="${id}"]`));
    return { part, panel };
  };
  const found = elements.map((element, i) => ({ element, i, ...place(element) }));
  return found
    .sort((a, b) => (a.part === b.part ? a.panel - b.panel || a.i - b.i : a.i - b.i))
    .map(({ element }) => element);
}

/** The words of an element before and after one within it. */
export function around(element: Element, inner: Element): string[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEndBefore(inner);
  const before = range.toString();
  range.selectNodeContents(element);
  range.setStartAfter(inner);
  return [before, range.toString()];
}

/** What is surely on the page where an element begins: a heading whole, of a block some words, up to a number yet to be written. */
export function firstWords(element: Element): string {
  if (/^h[1-6]$/.test(element.localName)) return words(element);
  const number = element.querySelector('[data-ref]');
  const text = number ? (around(element, number)[0] ?? '') : (element.textContent ?? '');
  return text.replace(/\s+/g, ' ').trim().slice(0, 40).trim();
}

export function words(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function spot(element: Element, mm: number): Omit<Spot, 'page'> {
  const trim = (element.closest('.trim') ?? element).getBoundingClientRect();
  const box = element.getBoundingClientRect();
  return {
    xMm: (box.left - trim.left) / mm,
    yMm: (box.top - trim.top) / mm,
    widthMm: box.width / mm,
    heightMm: box.height / mm,
  };
}
