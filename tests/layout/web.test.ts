import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { escapeHtml, factHtml, Html } from '../../scripts/layout/html.ts';
import { colourProperties, contrast } from '../../scripts/layout/web/colours.ts';
import { facesOf } from '../../scripts/layout/web/faces.ts';
import { factsOf } from '../../scripts/layout/web/facts.ts';
import { jsonLd } from '../../scripts/layout/web/json-ld.ts';
import { headHtml, tidied } from '../../scripts/layout/web/tidy.ts';
import { makeFolder } from '../browser/world.ts';
import { course, settingFor } from '../helpers/setting.ts';

const read = (facts: object, status: 'draft' | 'final' = 'final', publication: object = {}) =>
  JSON.parse(jsonLd([course('x', facts)], settingFor({ publication }), status));

test('nothing that a course says can end the block of data', () => {
  const title = '</script><script>alert(1)</script><!-- & \u2028';
  const json = jsonLd([course('x', { title })], settingFor({}), 'final');
  assert.doesNotMatch(json, /[<>&\u2028]/u);
  assert.equal(JSON.parse(json).name, '</script><script>alert(1)</script><!-- &');
});

test('what is not known is not told', () => {
  const data = read({});
  assert.deepEqual(Object.keys(data), [
    ...['@context', '@type', '@id', 'name', 'inLanguage', 'provider', 'creativeWorkStatus'],
  ]);
  assert.equal(data.creativeWorkStatus, 'Published');
  assert.equal(read({}, 'draft').creativeWorkStatus, 'Draft');
});

test('a start in words is no date, a price a year is no price of the whole', () => {
  const data = read({
    starts: ['2028-09-25', 'Every Monday'],
    location: 'Here',
    fees: [
      { audience: 'uk', total: 0 },
      { audience: 'eu', perYear: 12, currency: 'EUR' },
    ],
  });
  assert.deepEqual(
    data.hasCourseInstance.map((one: { startDate?: string; name?: string }) => [
      one.startDate,
      one.name,
    ]),
    [
      ['2028-09-25', undefined],
      [undefined, 'Every Monday'],
    ],
  );
  const [whole, yearly] = data.offers;
  assert.equal(whole.price, 0);
  assert.equal(yearly.price, undefined);
  assert.deepEqual(yearly.priceSpecification, {
    ...{ '@type': 'UnitPriceSpecification', price: 12, priceCurrency: 'EUR', unitText: 'ANN' },
  });
});

test('fees of another year of entry are not offered', () => {
  const fees = [
    { audience: 'uk', year: 2028, total: 1 },
    { audience: 'uk', year: 2029, total: 2 },
  ];
  const { offers } = read({ fees }, 'final', { year: 2029 });
  assert.deepEqual(
    offers.map(({ price }: { price: number }) => price),
    [2],
  );
});

test('a length is told as a duration only where it is one', () => {
  const told = (duration: string) => read({ duration }).timeRequired;
  assert.equal(told('1 year, part time'), 'P1Y');
  assert.equal(told('10\u00a0weeks'), 'P10W');
  assert.equal(told('1 year full time or 2 years part time'), undefined);
  assert.equal(told('Blwyddyn'), undefined);
});

test('several courses are a graph', () => {
  const both = [course('a', { title: 'A' }), course('b', { title: 'B' })];
  const data = JSON.parse(jsonLd(both, settingFor({}), 'final'));
  assert.deepEqual(
    data['@graph'].map((one: { '@id': string }) => one['@id']),
    ['#course-a', '#course-b'],
  );
});

const house = {
  deep: '#630041',
  accent: '#ec5f5a',
  second: '#b2dbd2',
  pale: '#fef1ee',
  black: '#000000',
};
const roles = (changes: Partial<typeof house>) =>
  Object.fromEntries(
    colourProperties({ colours: { ...house, ...changes } })
      .split(';')
      .map((one) => one.split(':')),
  );

test('text has 7:1 on all it may stand on, whatever the brand', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(roles({})['--text'], '#630041');
  assert.equal(roles({ deep: '#c05020' })['--text'], '#000000');
  assert.equal(roles({ black: '#888888' })['--black'], '#000000');
  assert.equal(roles({ pale: '#333333' })['--pale'], '#ffffff');
  const dark = roles({ second: '#204060' });
  assert.equal(dark['--band'], house.pale);
  assert.equal(dark['--second'], '#204060');
});

test('nothing of where words came from is left, and pictures are in the page', () => {
  const picture = join(makeFolder(), 'a.jpg');
  writeFileSync(picture, 'JPEG');
  const { href } = pathToFileURL(picture);
  const html =
    `<p data-src="content/courses/x.md:4" class="a">${factHtml('x', 'title', 'A "data-src=" <b>').html}</p>` +
    `<span lang="cy"><span data-fact="x#y">Tŷ</span></span><a href="press:course-x" data-to="course:x">x</a>` +
    `<img src="${href}" alt=""><img src="file:///etc/passwd" alt=""><table><tr><th scope="col"> </th></tr></table>`;
  assert.equal(
    tidied(html, new Set([href])),
    `<p class="a">${escapeHtml('A "data-src=" <b>')}</p><span lang="cy">Tŷ</span><a href="#course-x">x</a>` +
      `<img src="data:image/jpeg;base64,${Buffer.from('JPEG').toString('base64')}" alt=""><img src="file:///etc/passwd" alt=""><table><tr><td></td></tr></table>`,
  );
});

test('the head forbids to load anything before it says anything else', () => {
  const head = headHtml({ title: 'A & B', description: '"C"', css: 'p{}', data: '{}' });
  assert.match(
    head,
    /^<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
  );
  assert.ok(head.includes('<title>A &amp; B</title>'));
  assert.ok(head.includes('content="&quot;C&quot;"'));
});

test('faces are those that a page is set in, with all its characters', () => {
  const plain = facesOf('<p>a</p>');
  assert.deepEqual(
    facesOf('<p>Ж <em>a</em> <strong>b</strong></p>').map(({ family, weight, style }) => [
      family,
      weight,
      style,
    ]),
    [
      ...plain.slice(0, 3).map(({ family, weight, style }) => [family, weight, style]),
      ['Press Serif', 600, 'normal'],
      ['Press Serif', 400, 'italic'],
      ...plain.slice(3).map(({ family, weight, style }) => [family, weight, style]),
    ],
  );
  assert.ok(!plain[0]?.characters.includes('Ж'));
  assert.ok(facesOf('<p>Ж</p>')[0]?.characters.includes('Ж'));
  assert.deepEqual(facesOf('<p>b</p>'), facesOf('<p>another of common letters</p>'));
});

test('the facts of a view are found wherever they stand', () => {
  const view = {
    title: factHtml('x', 'title', 'A & B'),
    rows: [{ value: new Html(`x ${factHtml('x', 'fees.0', '£1').html} y`) }],
    none: undefined,
    bare: 'words',
  };
  assert.deepEqual(factsOf(view), ['A & B', '£1']);
});
