/**
 * What is empty or orphaned on pages that were laid out. Runs in the page: it uses nothing around
 * it but the DOM.
 */
export function emptyThings(): { faults: string[]; words: number } {
  const faults: string[] = [];
  const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const holds = (element: Element | null) =>
    element !== null && (text(element) !== '' || element.querySelector('svg,img') !== null);
  const variant = (element: Element) =>
    element.closest('[data-variant]')?.getAttribute('data-variant') ?? '';
  const tell = (what: string, element: Element) =>
    faults.push(
      `${variant(element)}${what}: ${element.outerHTML.replace(/<svg.*?<\/svg>/gs, '<svg>').slice(0, 160)}`,
    );

  const pages = [...document.querySelectorAll('.page')];
  if (pages.length === 0) faults.push('no page');
  // Numbers that are written later, links that are only destinations, pages and places to fill.
  const isLater = (element: Element) =>
    element.matches('[data-folio],[data-ref],[hidden],[data-frame],[data-flow],.number');
  for (const element of document.querySelectorAll(
    '.page :is(h1,h2,h3,h4,h5,h6,p,li,ul,ol,dl,dt,dd,table,th,td,b,a,.panel,.item,.modules,.apply,.chart,[data-fact],[data-panel])',
  )) {
    if (isLater(element) || element.closest('svg')) continue;
    // A cell may have nothing to say; without a space it would be missing from the tags of the PDF.
    const isCell = element.matches('td,th') && element.textContent === '\u00a0';
    const isNumber = element.querySelector('[data-ref]') !== null;
    if (!holds(element) && !isCell && !isNumber) tell('empty', element);
  }
  for (const heading of document.querySelectorAll(
    '.page :is(.heading,.item > :first-child,.apply > :first-child)',
  )) {
    if (!/^H\d$/.test(heading.tagName)) continue;
    const next = heading.nextElementSibling;
    if (!holds(next)) tell('heading over nothing', heading);
    else if (next && /^H\d$/.test(next.tagName) && next.tagName <= heading.tagName)
      tell('heading over a heading', heading);
  }
  for (const fact of document.querySelectorAll('.page .fact')) {
    if (!holds(fact.querySelector('b')) || !holds(fact.querySelector(':scope > span')))
      tell('label or value alone', fact);
  }
  for (const panel of document.querySelectorAll('.page .panel')) {
    if (!panel.querySelector('.fact')) tell('panel without facts', panel);
  }
  for (const ground of document.querySelectorAll('.page .ground-panel')) {
    if (!ground.closest('.page')?.querySelector('.fact')) tell('ground under nothing', ground);
  }
  for (const code of document.querySelectorAll('.page .qr')) {
    const beside = [...(code.closest('.apply,.item,.trim')?.querySelectorAll('p') ?? [])];
    if (!beside.some(holds)) tell('code without address', code);
  }
  for (const block of document.querySelectorAll(
    '.page :is(p,li,h1,h2,h3,h4,h5,h6,td,th,dd,[data-fact])',
  )) {
    const words = text(block);
    if (
      /^[,;:.·)–]|[,;:(–]$|[,;]\s*[,;]|\(\s*\)|\s[,;]|\bundefined\b|\bnull\b|NaN|\[object/.test(
        words,
      )
    )
      tell('orphan', block);
  }
  const words = pages.map(text).join(' ').split(' ').length;
  return { faults, words };
}
