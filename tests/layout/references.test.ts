import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { type Linking, markTargets, resolveLinks } from '../../scripts/layout/references.ts';
import { readWords, wordsFor } from '../../scripts/layout/words.ts';

const tables = readWords(new URL('../..', import.meta.url).pathname);

function linking(options: Partial<Linking> & { lang?: string } = {}) {
  const { findings, report } = collector();
  const own: Linking = {
    here: new Set(['course-clay', 'page-apply', 'page-apply--dates']),
    paginated: true,
    say: wordsFor(options.lang ?? 'en', undefined, tables),
    addressOf: (target) => (target === 'course:wool' ? 'example.ac.uk/wool?a=1&b' : undefined),
    publication: 'prospectus',
    report,
    ...options,
  };
  return { findings, resolve: (html: string) => resolveLinks(html, own) };
}

const to = (id: string, target: string, words = 'How to apply') =>
  `<a href="press:${id}" data-to="${target}">${words}</a>`;
const apply = to('page-apply', 'page:apply');
const words = (html: string) => html.replace(/<[^>]*>/g, '');

test('a link to another course or page gets the place of its number, in the language of the piece', () => {
  const printed = (lang: string) =>
    words(linking({ lang }).resolve(`<p>See ${apply}.</p>`).replace('></span>', '>40</span>'));
  assert.equal(printed('en'), 'See How to apply (page\u00a040).');
  assert.equal(printed('cy'), 'See How to apply (tudalen\u00a040).');
  assert.equal(printed('fr'), 'See How to apply (page\u00a040).');
  assert.match(linking().resolve(`<p>${apply}</p>`), /<span data-ref="page-apply"><\/span>/);
  const heading = to('page-apply--dates', 'page:apply');
  assert.match(linking().resolve(`<p>${heading}</p>`), /data-ref="page-apply--dates"/);
});

test('within brackets the number stands after a comma', () => {
  const after = (before: string) => words(linking().resolve(`<p>a (b) c</p><p>${before}${apply}`));
  assert.equal(after('Look (see '), 'a (b) cLook (see How to apply, page\u00a0');
  assert.equal(after('Look (there), see '), 'a (b) cLook (there), see How to apply (page\u00a0)');
});

test('no number is printed within the same course, in a heading, and where pages are not numbered through', () => {
  const own = '<a href="press:course-clay--text">above</a>';
  assert.equal(linking().resolve(own), own.replace('--text', ''));
  assert.doesNotMatch(linking().resolve(`<h3 id="x">${apply}</h3>`), /data-ref/);
  assert.doesNotMatch(linking({ paginated: false }).resolve(`<p>${apply}</p>`), /data-ref/);
});

test('a heading that is left out stands for the start of its page', () => {
  const left = to('page-apply--gone', 'page:apply');
  assert.match(
    linking().resolve(`<p>${left}</p>`),
    /href="press:page-apply".*data-ref="page-apply"/,
  );
});

test('what is not in the piece is linked by its address, else printed as words with a finding', () => {
  const wool = to('course-wool', 'course:wool', 'Wool');
  const one = linking();
  assert.equal(
    one.resolve(`<p>${wool}</p>`),
    '<p><a href="https://example.ac.uk/wool?a=1&amp;b">Wool</a></p>',
  );
  assert.deepEqual(one.findings, []);
  const paint = to('course-paint', 'course:paint', 'Paint <em>now</em>');
  const other = linking();
  assert.equal(
    other.resolve(`<p data-src="content/courses/clay.md:7">${paint}</p>`),
    '<p data-src="content/courses/clay.md:7">Paint <em>now</em></p>',
  );
  assert.deepEqual(
    other.findings.map(({ code, place }) => [code, place]),
    [['layout/link-elsewhere', { file: 'content/courses/clay.md', line: 7 }]],
  );
  assert.match(other.findings[0]?.message ?? '', /^"Paint now" leads to course:paint/);
});

test('headings that a link leads to are marked, and Chromium gets a link to each', () => {
  const html = '<h4 class="x" id="page-apply--dates">D</h4><h4 id="page-apply--other">O</h4>';
  const marked = markTargets(html, new Set(['page-apply--dates']));
  assert.match(marked, /^<a href="#page-apply--dates" hidden><\/a>/);
  assert.match(marked, /id="page-apply--dates" data-target="page-apply--dates"/);
  assert.doesNotMatch(marked, /data-target="page-apply--other"/);
});
