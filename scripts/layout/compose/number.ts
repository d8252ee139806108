/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */

/** What the planner decided, for the pages of one job. */
export interface Numbering {
  /** Of the job's pages in order: the printed number, or '' for none. */
  folios: string[];
  /** Of the job's pages in order: a left page is `verso`. */
  sides: ('verso' | 'recto')[];
  /** Printed numbers of everything that can be referred to. */
  refs: Record<string, string>;
}

/** Until the numbers are known, as wide as they can come to be: three figures. */
export function holdPlaces(root: Element): void {
  for (const ref of root.querySelectorAll('[data-ref]')) ref.textContent ||= '000';
}

/** Writes folios, sides and every printed reference: all pages are boxes, so the numbers are known before printing. */
export function writeNumbers(root: Element, numbering: Numbering): void {
  const pages = root.querySelectorAll<HTMLElement>('.page');
  pages.forEach((page, index) => {
    page.classList.add(numbering.sides[index] ?? 'recto');
    for (const folio of page.querySelectorAll('[data-folio]')) {
      if (numbering.folios[index]) folio.textContent = numbering.folios[index] ?? '';
      else folio.remove();
    }
  });
  for (const ref of root.querySelectorAll<HTMLElement>('[data-ref]')) {
    ref.textContent = numbering.refs[ref.dataset.ref ?? ''] ?? '';
  }
  for (const entry of root.querySelectorAll('.index-letter li')) dropRepeats(entry);
}

/** Gives the pages of each part their sides before any numbers are known. */
export function takeSides(root: Element, leftFirst: readonly string[]): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const first = leftFirst.includes(part.dataset.part ?? '') ? 0 : 1;
    part.querySelectorAll('.page').forEach((page, i) => {
      page.classList.add((first + i) % 2 === 0 ? 'verso' : 'recto');
    });
  }
}

/** Two courses on one page: an entry of the index names the page once. */
export function dropRepeats(entry: Element): void {
  const seen = new Set<string>();
  for (const ref of entry.querySelectorAll('.index-ref')) {
    const number = ref.querySelector('[data-ref]')?.textContent ?? '';
    if (seen.has(number)) ref.remove();
    seen.add(number);
  }
}
