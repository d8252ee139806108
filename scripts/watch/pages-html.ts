import type { Html } from '../layout/html.ts';
import { rulesOf } from '../layout/kinds.ts';
import { singles, spreads } from '../pages/contact-sheet.ts';
import type { Entry, Good, ShownPage } from './board.ts';
import { html } from './html.ts';
import { widths } from './pictures.ts';

/** How wide a page is shown, as templates/watch/style.css lays it out: beside findings, or alone. */
const shownWidth = {
  beside: '(min-width: 75rem) calc(50vw - 22rem), (min-width: 48rem) calc(50vw - 10rem), 94vw',
  alone: '(min-width: 75rem) 32rem, (min-width: 48rem) calc(50vw - 10rem), 94vw',
};

/** The pages of a publication as pictures: a book in spreads, anything else page by page. */
export function pagesHtml(entry: Entry, good: Good, isBeside: boolean): Html {
  if (entry.job.format === 'html') return html`<p>${openLink(entry)}</p>`;
  const isBook = rulesOf(entry.job.publication.facts.kind, entry.job.format).spreads === true;
  const groups = isBook ? spreads(good.pages.length) : singles(good.pages.length);
  const sizes = isBeside ? shownWidth.beside : shownWidth.alone;
  return html`<div class="${isBook ? 'spreads' : 'singles'}">${groups.map(
    (group) => html`<div class="group">${group.map((number) => {
      const page = number === undefined ? undefined : good.pages[number - 1];
      return page ? figure(page, entry, good, sizes) : html`<div class="empty"></div>`;
    })}</div>
`,
  )}</div>`;
}

function figure(page: ShownPage, { id }: Entry, good: Good, sizes: string): Html {
  const { number, print, width, height, isChanged } = page;
  const address = (px: number) => `/pictures/${print}-${px}.png`;
  const set = widths.map((px) => `${address(px)} ${px}w`).join(', ');
  const shown = 1000;
  return html`<figure id="page-${number}"${isChanged && html` class="changed"`}><a href="${pdfAddress(id)}#page=${number}" data-page="${number}"><img src="${address(640)}" srcset="${set}" sizes="${sizes}" width="${shown}" height="${Math.round((shown * height) / width)}" alt="Page ${number} of ${good.pages.length}" loading="lazy" decoding="async"></a>
<figcaption>${number}${isChanged && html` <span class="mark">changed</span>`}</figcaption></figure>
`;
}

/** To the finished file itself. */
export function openLink({ id, job }: Pick<Entry, 'id' | 'job'>): Html {
  return job.format === 'html'
    ? html`<a href="/web/${encodeURIComponent(id)}.html">Open the page of the web</a>`
    : html`<a href="${pdfAddress(id)}">Open the PDF</a>`;
}

function pdfAddress(id: string): string {
  return `/pdf/${encodeURIComponent(id)}.pdf`;
}
