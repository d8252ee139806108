/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */

/** Where a frame ends, in page px: at its foot or, if it has columns, at the right. */
export interface Edge {
  bottom: number;
  right: number;
}

/** Whether something runs past where its frame ends. */
export function isPast(element: Element, { bottom, right }: Edge): boolean {
  const box = element.getBoundingClientRect();
  return box.bottom > bottom + 1 || box.right > right + 1;
}

/** Splits a block so that what stands before the edge stays; returns the rest, or nothing if it cannot be split there. */
export function splitBlock(block: Element, edge: Edge): Element | undefined {
  const name = block.localName;
  // A label never stands without its value.
  if (block.classList.contains('fact')) return undefined;
  if (name === 'p') return splitParagraph(block, edge.bottom);
  if (name === 'table') return splitTable(block, edge.bottom);
  if (['ul', 'ol', 'dl', 'blockquote', 'div'].includes(name)) return splitChildren(block, edge);
  return undefined;
}

/** Marks the rest of a block as such: of one `data-piece` are those that are one block to a reader. */
export function continues(block: Element, rest: Element): void {
  const pieces = document.documentElement.dataset;
  const first = block.getAttribute('data-piece') ?? String(Number(pieces.pieces ?? 0) + 1);
  pieces.pieces = String(Math.max(Number(pieces.pieces ?? 0), Number(first)));
  block.setAttribute('data-piece', first);
  rest.setAttribute('data-piece', first);
  rest.classList.add('continued');
}

/** Two lines stay and two lines go at the least: no line stands alone at a column's foot or top. */
export function splitParagraph(block: Element, bottom: number): Element | undefined {
  const tops = lineTops(block);
  const height = block.getBoundingClientRect().height / Math.max(1, tops.length);
  let stay = tops.filter((top) => top + height <= bottom + 1).length;
  stay = Math.min(stay, tops.length - 2);
  if (stay < 2) return undefined;
  const start = lineStart(block, (tops[stay] ?? 0) - height / 4);
  if (!start) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(block, block.childNodes.length);
  const rest = block.cloneNode(false) as Element;
  rest.append(range.extractContents());
  continues(block, rest);
  return rest;
}

/** The tops of a paragraph's lines, in page px. */
export function lineTops(block: Element): number[] {
  const range = document.createRange();
  range.selectNodeContents(block);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const lineHeight = Number.parseFloat(getComputedStyle(block).lineHeight) * pageScale();
  const first = block.getBoundingClientRect().top;
  const lines = new Set(
    rects.map((rect) => Math.floor(((rect.top + rect.bottom) / 2 - first) / lineHeight)),
  );
  return [...lines].sort((a, b) => a - b).map((line) => first + line * lineHeight);
}

/** How many px of getBoundingClientRect are one CSS px of computed style (the root's zoom). */
export function pageScale(): number {
  const probe = document.querySelector('.page') as HTMLElement | null;
  if (!probe) return 1;
  return probe.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(probe).width);
}

/** The place in the text where the line begins that lies below `y`. */
export function lineStart(block: Element, y: number): { node: Text; offset: number } | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const isBelow = (offset: number): boolean => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const rects = [...range.getClientRects()];
      const rect = rects[rects.length - 1];
      return rect !== undefined && rect.width > 0 && (rect.top + rect.bottom) / 2 > y;
    };
    let low = 0;
    let high = node.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(middle)) high = middle;
      else low = middle + 1;
    }
    if (low < node.length) return { node, offset: low };
  }
  return undefined;
}

/**
 * Splits between children; the one that crosses the edge is split in turn if it can be. A name
 * (`data-names-next`, a list's term) does not stay without the first of what it names. What stays is of the class
 * `cut`: the style sheet takes the room away that it would keep free at its foot.
 */
export function splitChildren(block: Element, edge: Edge): Element | undefined {
  const children = [...block.children];
  let index = children.findIndex((child) => isPast(child, edge));
  if (index < 0) return undefined;
  const rest = splitBlock(children[index] as Element, edge);
  const names = (child: Element | undefined) =>
    child?.hasAttribute('data-names-next') || child?.localName === 'dt';
  while (!rest && index > 0 && names(children[index - 1])) index--;
  if (index === 0 && !rest) return undefined;
  const clone = block.cloneNode(false) as Element;
  if (block.localName === 'ol') {
    const first = Number(block.getAttribute('start') ?? 1);
    clone.setAttribute('start', String(first + index));
  }
  if (rest) clone.append(rest, ...children.slice(index + 1));
  else clone.append(...children.slice(index));
  continues(block, clone);
  block.classList.add('cut');
  return clone;
}

/** Columns stay as wide as they are: each half by itself would make them anew, and might grow. */
export function holdColumns(table: HTMLElement): void {
  if (table.style.tableLayout === 'fixed') return;
  const { width } = table.getBoundingClientRect();
  const cells = [...table.querySelectorAll<HTMLElement>('tr:first-child > *')];
  // A cell over several columns, or none: nothing is known of each.
  const first = cells.filter((cell) => cell.parentElement === cells[0]?.parentElement);
  if (first.some((cell) => (cell as HTMLTableCellElement).colSpan > 1)) return;
  const shares = first.map((cell) => (100 * cell.getBoundingClientRect().width) / width);
  table.style.tableLayout = 'fixed';
  for (const row of table.querySelectorAll('tr:first-child')) {
    [...row.children].forEach((cell, i) => {
      (cell as HTMLElement).style.width = `${(shares[i] ?? 0).toFixed(3)}%`;
    });
  }
}

/**
 * Splits between rows; the head is repeated over the rest. Two rows go at the least, and a table of
 * three or fewer stays whole unless it takes more than a third of the page.
 */
export function splitTable(table: Element, bottom: number): Element | undefined {
  const body = table.querySelector('tbody');
  if (!body) return undefined;
  const rows = [...body.children];
  // The rule below the last row that stays has to have room, too.
  const last = rows.at(-1)?.getBoundingClientRect().bottom ?? 0;
  const rule = Math.max(0, table.getBoundingClientRect().bottom - last);
  const past = rows.findIndex((row) => row.getBoundingClientRect().bottom + rule > bottom + 1);
  const crossing = past < 0 ? rows.length - 1 : past;
  const page = table.closest('.page')?.getBoundingClientRect().height ?? 0;
  const isSmall = rows.length < 4 && table.getBoundingClientRect().height < page / 3;
  const index = rows.length < 4 ? (isSmall ? 0 : crossing) : Math.min(crossing, rows.length - 2);
  if (index < 1) return undefined;
  holdColumns(table as HTMLElement);
  const clone = table.cloneNode(false) as Element;
  const head = table.querySelector('thead');
  if (head) {
    const again = head.cloneNode(true) as Element;
    // It was read where the table begins.
    again.setAttribute('aria-hidden', 'true');
    clone.append(again);
  }
  const rest = body.cloneNode(false) as Element;
  rest.append(...rows.slice(index));
  // Held columns may be a hair narrower, and a row a line taller.
  for (const row of rows.slice(1, index).reverse()) {
    if (table.getBoundingClientRect().bottom <= bottom + 1) break;
    rest.prepend(row);
  }
  clone.append(rest);
  continues(table, clone);
  return clone;
}
