/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */

/**
 * The list of an opener begins so high that it ends where others do, lines of long titles counted.
 * A section of many courses: where the list on its opener would come up to the section's name it is
 * set small, in two columns; where that is not enough it is left out, since the contents name all.
 */
export function thinOpenerLists(root: Element, mm: number): void {
  for (const list of root.querySelectorAll<HTMLElement>('.opener-list')) {
    const name = list.closest('.page')?.querySelector('.opener-name');
    const clearance = 8 * mm;
    const lineMm = 10;
    const lines = Math.round(list.getBoundingClientRect().height / (lineMm * mm));
    list.style.setProperty('--count', String(lines));
    const isTight = () =>
      name !== null &&
      name !== undefined &&
      list.getBoundingClientRect().top < name.getBoundingClientRect().bottom + clearance;
    if (isTight()) {
      list.classList.add('dense');
      list.classList.replace('t-entry', 't-fact');
    }
    if (isTight()) list.remove();
  }
}
