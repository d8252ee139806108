/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */

/**
 * Says what elements are where Chromium cannot tell, through a private subtag of their language: it
 * is all that comes through to the file (finish/tags/roles.ts reads it). The pieces of a block that
 * was split are one; a row of facts, set as a grid, is a paragraph.
 */
export function tagElements(root: Element): void {
  let number = 0;
  const tag = (element: Element, role: string, own: number): void => {
    const around = element.closest('[lang]')?.getAttribute('lang') ?? '';
    const lang = around.replace(/-x-.*$/, '') || 'und';
    element.setAttribute('lang', `${lang}-x-${role}-${own}`);
    // Without one it may be no element in the file.
    element.id ||= `tag-${role}-${own}`;
  };
  for (const piece of root.querySelectorAll('[data-piece]')) {
    const own = Number(piece.getAttribute('data-piece'));
    const again =
      piece.id !== '' && root.querySelectorAll(`[id="${CSS.escape(piece.id)}"]`).length > 1;
    tag(piece, 'c', own);
    if (again && piece.classList.contains('continued')) piece.removeAttribute('id');
  }
  for (const row of root.querySelectorAll('p.fact')) {
    if (!row.hasAttribute('data-piece')) tag(row, 'p', ++number);
  }
}
