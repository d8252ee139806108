import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWeb } from '../../scripts/check/web.ts';
import type { WebPromise } from '../../scripts/promise.ts';

const data = {
  '@context': 'https://schema.org',
  '@type': ['Course', 'EducationalOccupationalProgram'],
  '@id': '#course-x',
  name: 'Welding & more',
  offers: [{ '@type': 'Offer', price: 4250 }],
  hasCourseInstance: [{ '@type': 'CourseInstance', startDate: '2028-09-25' }],
};

const good = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
<title>Welding &amp; more (draft)</title><style>p{color:#000;background:url(data:image/png;base64,AA)}</style>
<script type="application/ld+json">${JSON.stringify(data).replace(/&/g, '\\u0026')}</script></head>
<body><a href="#content">Skip</a><header><p>Draft</p></header><main id="content">
<article id="course-x"><h1>Welding &amp; more</h1><h2>Facts</h2><p><b>Fee</b> £4,250&nbsp;in
total</p><h3>Deep</h3><img src="data:image/jpeg;base64,AA" alt=""><svg role="img" aria-label="Bars"></svg>
<a href="https://example.org/a">To apply</a> <a href="mailto:a@example.org">Ask</a></article></main><footer></footer></body></html>`;

const promise: WebPromise = {
  title: 'Welding & more (draft)',
  lang: 'en-GB',
  draft: 'Draft',
  facts: ['Welding & more', '£4,250\u00a0in total'],
  courses: [{ id: 'course-x', name: 'Welding & more', prices: [4250], starts: ['2028-09-25'] }],
};

const codes = async (html: string, changes: Partial<WebPromise> = {}) =>
  (await checkWeb(html, { ...promise, ...changes })).map(({ code }) =>
    code.replace('check/web-', ''),
  );

test('a page that keeps its promises passes', async () => {
  assert.deepEqual(await codes(good), []);
  const final = { draft: undefined, title: 'Welding' };
  assert.deepEqual(
    await codes(good.replace(/<title>.*<\/title>/, '<title>Welding</title>'), final),
    [],
  );
});

/** What is broken, by replacing words of the good page, and what is said of it. */
const faults: readonly [string | RegExp, string, string[]][] = [
  [/<title>.*?<\/title>/, '<title>Other</title>', ['title']],
  ['lang="en-GB"', 'lang="cy"', ['language']],
  ['<p>Draft</p>', '', ['draft']],
  [/<main id="content">|<\/main>/g, '', ['landmark', 'link-nowhere']],
  ["default-src 'none'", "default-src 'self'", ['policy']],
  [/<h1>(.*?)<\/h1>/, '<p>$1</p>', ['first-heading']],
  ['<h2>Facts</h2>', '<h1>Facts</h1>', ['first-heading', 'heading-level']],
  ['<h2>Facts</h2>', '', ['heading-level']],
  ['<h2>Facts</h2>', '<h2> </h2>', ['heading-empty']],
  ['<article id="course-x">', '<article id="content">', ['id-twice']],
  ['href="#content"', 'href="#elsewhere"', ['link-nowhere']],
  ['<h3>', '<h3 aria-labelledby="nothing">', ['link-nowhere']],
  ['mailto:a@example.org', 'javascript:alert(1)', ['link-address']],
  ['mailto:a@example.org', 'file:///etc/passwd', ['link-address']],
  ['data:image/jpeg;base64,AA', 'https://example.org/a.jpg', ['outside']],
  ['url(data:image/png;base64,AA)', 'url(//example.org/a.png)', ['outside']],
  ['p{color', '@import "a.css";p{color', ['outside']],
  ['<footer>', '<footer><script>1</script>', ['active']],
  ['<footer>', '<footer><iframe></iframe>', ['active']],
  ['<h2>Facts', '<h2 onclick="a()">Facts', ['active']],
  [
    '<meta charset',
    '<link rel="stylesheet" href="https://example.org/a.css"><meta charset',
    ['active'],
  ],
  [' alt=""', '', ['alternative']],
  [' aria-label="Bars"', '', ['alternative']],
  ['>Ask<', '> <', ['link-silent']],
  ['£4,250', '£4,350', ['fact']],
  ['<p><b>Fee</b>', '<p hidden><b>Fee</b>', ['fact']],
  ['<p><b>Fee</b>', '<p style="display: none"><b>Fee</b>', ['fact']],
  ['<p><b>Fee</b>', '<p aria-hidden="true"><b>Fee</b>', ['fact']],
  [
    '<script type="application/ld+json">',
    '<script type="application/json">',
    ['active', 'data-missing'],
  ],
  ['{"@context"', '{"@context', ['data']],
  ['https://schema.org', 'https://example.org', ['data']],
  ['"#course-x"', '"#course-y"', ['data-course']],
  ['"Course"', '"Thing"', ['data-course']],
  ['"price":4250', '"price":4350', ['data-differs']],
  ['"startDate":"2028-09-25"', '"startDate":"2028-09-26"', ['data-differs']],
  ['"name":"Welding', '"name":"Wielding', ['data-differs']],
];

for (const [from, to, said] of faults) {
  test(`${from} as ${to || 'nothing'}: ${said.join(', ')}`, async () => {
    const broken = good.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to);
    assert.notEqual(broken, good);
    assert.deepEqual(await codes(broken), said);
  });
}
