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
    targets[target.dataset.target ?? ''] = { page: pageOf(target), text: words(target) };
  }
  const headings = [...root.querySelectorAll<HTMLElement>('h1,h2,h3,h4,h5,h6')]
    .filter((heading) => heading.closest('.page'))
    .map((heading) => ({
      level: Number(heading.localName.slice(1)),
      text: words(heading),
      page: pageOf(heading),
      yMm: spot(heading, mm).yMm,
    }));
  return { pages: pages.length, parts, targets, headings };
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
