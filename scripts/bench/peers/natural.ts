import type { Chart } from '../../charts/chart.ts';
import type { InstitutionFacts } from '../../content/schema/institution.ts';
import { Html } from '../../layout/html.ts';
import { html } from './markup.ts';
import type { CourseWords, WordBlock } from './words.ts';

/** What a page is written from. A chart is drawn already: nobody draws one in HTML by hand. */
export interface NaturalCourse {
  slug: string;
  words: CourseWords;
  chart: Chart | undefined;
}

export interface NaturalSetting {
  lang: string;
  institution: InstitutionFacts;
  /** Style sheets, addressed from where the page lies. */
  styles: readonly string[];
}

/**
 * A course sheet as a web developer writes it by hand, with `natural.css` for print: plain HTML that
 * flows, photographs as they came, no page broken yet. The same words, facts, chart and picture as
 * ours; without what only our layout draws (marks, QR codes).
 */
export function naturalSheet(course: NaturalCourse, setting: NaturalSetting): string {
  return page(course.words.title, setting, article(course, setting.institution));
}

/**
 * A book in the same way: cover, contents, each course on a new page, contacts. A contents entry
 * leaves its number open: `data-ref` names what it is the page of.
 */
export function naturalBook(
  title: string,
  courses: readonly NaturalCourse[],
  setting: NaturalSetting,
): string {
  const { institution } = setting;
  const entry = ({ slug, words }: NaturalCourse) =>
    html`<li><a href="#${slug}">${words.title} <span data-ref="${slug}"></span></a></li>\n`;
  const body = html`<header class="cover">
<p>${institution.name}</p>
<h1>${title}</h1>
</header>
<nav class="contents">
<h2>Contents</h2>
<ol>
${courses.map(entry)}</ol>
</nav>
${courses.map((course) => article(course, institution, true))}<section class="contacts">
<h2>Talk to us</h2>
${table(contacts(institution))}
<address>${(institution.address ?? []).map((line) => html`${line}<br>`)}${institution.website}</address>
</section>`;
  return page(title, setting, body);
}

function page(title: string, { lang, styles }: NaturalSetting, body: Html): string {
  return `${html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
${styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}</head>
<body>
${body}
</body>
</html>
`}`;
}

/** In a book, as in ours, a course has its leading photograph as well, and all contacts stand at the end. */
function article({ slug, words, chart }: NaturalCourse, about: InstitutionFacts, isBook = false) {
  const { title, award, standfirst, rows, fees, sections, modules, lead } = words;
  return html`<article id="${slug}">
<header>
<p class="institution">${about.name}</p>
<h1>${title}</h1>
${award && html`<p class="award">${award}</p>`}
</header>
${isBook && lead && html`<img class="lead" src="${lead.picture}" alt="${lead.alt}">`}
${titled('Key facts', rows)}
${titled('Fees', fees)}
${standfirst && html`<p class="standfirst">${standfirst}</p>`}
${sections.map(
  ({ heading, blocks }) => html`<section>
${heading && html`<h2>${heading}</h2>`}
${blocks.map((block) => html`${written(block, chart)}\n`)}</section>
`,
)}${titled(
  'Modules',
  modules.map((one) => [one.title, one.credits]),
)}
${!isBook && titled('Ask us', contacts(about))}
${about.terms && html`<p class="note">Terms, changes and complaints: ${about.terms}</p>`}
</article>
`;
}

function written(block: WordBlock, chart: Chart | undefined): Html | undefined {
  if ('text' in block) return html`<p>${block.text}</p>`;
  if ('picture' in block) {
    return html`<figure><img src="${block.picture}" alt="${block.alt}"></figure>`;
  }
  if (!chart) return undefined;
  const { title, svg, sentence, unit, source } = chart;
  const notes = [unit, source && `Source: ${source}`, sentence].filter(Boolean).join('. ');
  return html`<figure>
<h3>${title}</h3>
${new Html(svg)}
<figcaption>${notes}</figcaption>
</figure>`;
}

function contacts({ contacts = [] }: InstitutionFacts): Cell[][] {
  return contacts.map((one) => [one.for, one.email, one.phone]);
}

type Cell = string | number | undefined;

function titled(heading: string, rows: readonly (readonly Cell[])[]): Html | undefined {
  return rows.length > 0 ? html`<section><h2>${heading}</h2>\n${table(rows)}</section>` : undefined;
}

function table(rows: readonly (readonly Cell[])[]): Html {
  const row = ([head, ...cells]: readonly Cell[]) =>
    html`<tr><th>${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
  return html`<table>\n${rows.map(row)}</table>`;
}
