/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { isOut } from './cut.ts';

/**
 * Makes facts fit: `data-spill="id"` marks a box whose `data-rows` element holds rows. A full box
 * sets them closer (class `dense`); what then still does not fit goes to the box whose rows are
 * `data-rows="id"`, or to the end of the flow of that name. Nothing is lost.
 */
export function fitPanels(root: Element): void {
  for (const panel of root.querySelectorAll<HTMLElement>('[data-spill]')) {
    if (rowsOut(panel).length > 0) panel.classList.add('dense');
    spill(panel, rowsOut(panel), root);
  }
}

export function rowsOut(panel: HTMLElement): Element[] {
  const rows = [...(panel.querySelector('[data-rows]')?.children ?? [])];
  const first = rows.findIndex((row) => isOut(row, panel));
  return first < 0 ? [] : rows.slice(first);
}

/** Moves rows of a panel to where it says that they go. */
export function spill(panel: HTMLElement, late: Element[], root: Element): void {
  const rows = panel.querySelector('[data-rows]');
  const other = root.querySelector(`[data-rows="${panel.dataset.spill}"]`);
  const flow = root.querySelector(`[data-flow="${panel.dataset.spill}"]`);
  if (!rows || late.length === 0) return;
  if (other) {
    other.append(...late);
    return;
  }
  if (!flow) return;
  const before = flow.querySelector(':scope > .spilled[data-facts]');
  if (before && rows.localName === 'div') {
    before.append(...late);
    return;
  }
  const heading = document.createElement(panel.dataset.spillLevel ?? 'h3');
  heading.className = 't-h2 heading';
  heading.textContent = panel.dataset.spillTitle ?? '';
  const rest = rows.cloneNode(false) as HTMLElement;
  rest.removeAttribute('data-rows');
  if (rows.localName === 'div') rest.setAttribute('data-facts', '');
  rest.classList.add('spilled', 't-fact');
  rest.append(...late);
  flow.append(heading, rest);
}

/** The facts of a short course have a place of fixed height: more lines than it holds stand closer. */
export function tightenShortFacts(root: Element): void {
  for (const facts of root.querySelectorAll('.short-facts')) {
    if ([...facts.children].some((row) => isOut(row, facts))) facts.classList.add('tight');
  }
}

/**
 * A course on one page: the facts stand at its foot, the text above them has what is left. Where
 * that is too little, the rows are set closer; a text that is too long even then runs on to another
 * page, and takes with it the last facts if they leave it less than `leastMm`.
 */
export function settleFootPanels(root: Element, mm: number): void {
  const leastMm = 40;
  for (const panel of root.querySelectorAll<HTMLElement>('.facts-foot')) {
    const trim = panel.closest<HTMLElement>('.trim');
    const flow = trim?.querySelector<HTMLElement>('[data-flow]');
    const rows = panel.querySelector('[data-rows]');
    if (!trim || !flow || !rows) continue;
    const beside = trim.querySelector('.apply');
    const topMm = () => (panel.getBoundingClientRect().top - trim.getBoundingClientRect().top) / mm;
    const setClose = (isClose: boolean) => {
      panel.classList.toggle('dense', isClose);
      trim.style.setProperty('--foot', `${Math.floor((topMm() - 9) / 5) * 5}mm`);
    };
    const isCovered = () =>
      !!beside &&
      beside.getBoundingClientRect().bottom > panel.getBoundingClientRect().top - 4 * mm;
    const isOver = () => [...flow.children].some((child) => isOut(child, flow));
    const hasRoom = () => flow.getBoundingClientRect().height >= leastMm * mm && !isCovered();
    setClose(false);
    if (!isOver() && !isCovered()) continue;
    setClose(true);
    if (!isOver() && !isCovered()) continue;
    setClose(false);
    if (!hasRoom()) setClose(true);
    const late: Element[] = [];
    while (!hasRoom() && rows.lastElementChild) {
      late.unshift(rows.lastElementChild);
      rows.lastElementChild.remove();
      setClose(true);
    }
    spill(panel, late, root);
  }
}
