/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */

/**
 * An index's letter whose entries run on into another column, or to another page, stands there once
 * more: `.index-letter` is split where it breaks, and each part that has no letter is given it. The
 * letter hangs beside the entries, so that nothing moves.
 */
export function repeatLetters(root: Element): void {
  for (const group of root.querySelectorAll('.index-letter')) splitByColumn(group);
  let letter: Element | null = null;
  for (const group of root.querySelectorAll('.index-letter')) {
    const own = group.querySelector('.letter');
    if (!own && letter) group.prepend(letter.cloneNode(true));
    letter = own ?? letter;
  }
}

/** Makes a group of its own of the entries of each column. */
export function splitByColumn(group: Element): void {
  const list = group.querySelector('ul');
  const entries = [...(list?.children ?? [])];
  const lefts = entries.map((entry) => Math.round(entry.getBoundingClientRect().left));
  const index = lefts.findIndex((left, i) => i > 0 && left !== lefts[i - 1]);
  if (!list || index < 0) return;
  const rest = group.cloneNode(false) as HTMLElement;
  const restList = list.cloneNode(false) as Element;
  restList.append(...entries.slice(index));
  rest.append(restList);
  rest.classList.add('continued');
  rest.style.breakBefore = 'column';
  group.classList.add('cut');
  group.after(rest);
  splitByColumn(rest);
}
