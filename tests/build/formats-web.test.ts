import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { writeFontconfig } from '../../scripts/browser/fontconfig.ts';
import { FONTS, findReal, makeWorld } from '../browser/world.ts';
import { press, projectFolder } from '../helpers/press.ts';

/*
 * Pages of the web, opened in a browser: what axe knows of, how narrow they may be, what they load.
 */
const folder = projectFolder('templates/projects/sample');
const nasty = `---
title: "</script><script>document.title = 'run'</script> & a title that is long enough for two lines"
award: <b>Master</b>
promise: Try </style> and see
starts: [2028-09-25]
fees: [{audience: uk, total: 4250, validUntil: 2029-07-31}]
apply: {url: "example.org/apply?a=1&b=2", until: 2028-06-30}
---

## Key facts

| One | Two | Three | Four | Five | Six |
|---|---|---|---|---|---|
| a cell of some words | another with words | words | words | words | words |

| | B |
|---|---|
| one | 2 |
`;
let browser: Browser;

before(async () => {
  const path = (file: string) => join(folder.path, 'content', file);
  writeFileSync(path('courses/nasty.md'), nasty);
  writeFileSync(path('courses/bare.md'), '---\n{}\n---\n');
  for (const name of ['nasty', 'bare'])
    writeFileSync(
      path(`publications/${name}.md`),
      `---\nkind: course-sheet\ncourse: ${name}\n---\n`,
    );
  const { code, stderr } = await press(['build', '--project', folder.path, '--format', 'html']);
  assert.equal(code, 0, stderr);
  const real = await findReal();
  const fonts = { FONTCONFIG_PATH: writeFontconfig(makeWorld(), [FONTS]) };
  browser = await puppeteer.launch({
    executablePath: real.path,
    env: { ...process.env, ...fonts, ...real.env },
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});
after(async () => {
  await browser.close();
  folder[Symbol.dispose]();
});

const fileOf = (name: string) => join(folder.path, 'output/html', `${name}.html`);
const axe = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

interface Violation {
  id: string;
  nodes: { html: string }[];
}

async function opened(name: string, width: number): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(fileOf(name)).href);
  await page.evaluate(() => document.fonts.ready);
  return { page, asked };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    "axe.run({ rules: { 'color-contrast-enhanced': { enabled: true } } }).then((result) => result.violations)",
  )) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

const pages = [
  'public-health',
  'group-therapy-for-empathy-cy',
  'typeface-design-fr',
  'nasty-draft',
  'bare-draft',
  'prospectus',
];

for (const name of pages) {
  test(`axe finds nothing in ${name}, and it needs no scrolling sideways`, async () => {
    for (const width of [320, 1280]) {
      const { page, asked } = await opened(name, width);
      assert.deepEqual(await violations(page), [], `${width} px`);
      const [needed, title] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.title,
      ]);
      assert.equal(needed, width);
      assert.notEqual(title, 'run');
      const outside = asked.filter((address) => !/^(?:data:|file:)/.test(address));
      assert.deepEqual(outside, []);
      assert.equal(asked.filter((address) => address.startsWith('file:')).length, 1);
      await page.close();
    }
  });
}

test('axe would find what is wrong', async () => {
  const { page } = await opened('public-health', 320);
  await page.evaluate(() => {
    for (const heading of document.querySelectorAll('h1')) heading.remove();
    document.documentElement.lang = '';
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="data:,"><p style="color:#999">grey</p>',
    );
  });
  const found = (await violations(page)).map((one) => one.split(':')[0]);
  for (const id of ['html-has-lang', 'image-alt', 'color-contrast', 'page-has-heading-one'])
    assert.ok(found.includes(id), `${id}: ${found}`);
  await page.close();
});

test('of the two drawings of a chart one is shown, and a reader hears of one', async () => {
  for (const [width, shown] of [
    [320, 'on-narrow'],
    [1280, 'on-wide'],
  ] as const) {
    const { page } = await opened('public-health', width);
    const classes = await page.evaluate(() =>
      [...document.querySelectorAll('.chart-drawing svg')]
        .filter((svg) => getComputedStyle(svg).display !== 'none')
        .map((svg) => svg.getAttribute('class')),
    );
    assert.deepEqual(classes, [shown]);
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    const images: string[] = [];
    const walk = (node: typeof tree): void => {
      if (node?.role === 'image' || node?.role === 'img') images.push(node.name ?? '');
      for (const child of node?.children ?? []) walk(child);
    };
    walk(tree);
    assert.equal(images.length, 1, images.join());
    assert.match(images[0] ?? '', /\w/);
    await page.close();
  }
});

test('its fonts come from the page itself, all that it names', async () => {
  const { page } = await opened('public-health', 1280);
  const faces = await page.evaluate(() =>
    [...document.fonts].map(
      ({ family, weight, status }) => `${family.replaceAll('"', '')} ${weight} ${status}`,
    ),
  );
  assert.deepEqual(faces, [
    'Press Serif Display 400 loaded',
    'Press Serif Subhead 400 loaded',
    'Press Serif 400 loaded',
    'Press Sans 400 loaded',
    'Press Sans 600 loaded',
  ]);
  await page.close();
});

test('what search engines are told is what the page says', () => {
  const html = readFileSync(fileOf('public-health'), 'utf8');
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const data = JSON.parse(json);
  assert.deepEqual(data['@type'], ['Course', 'EducationalOccupationalProgram']);
  assert.equal(data.name, 'Public Health');
  assert.equal(data.provider.name, 'University of Ostrey');
  assert.equal(data.educationalCredentialAwarded.name, 'Master of Public Health');
  assert.deepEqual(
    data.offers.map(({ price, priceCurrency }: Record<string, unknown>) => [price, priceCurrency]),
    [
      [11200, 'GBP'],
      [21400, 'GBP'],
    ],
  );
  assert.deepEqual(
    data.hasCourseInstance.map(({ startDate }: { startDate: string }) => startDate),
    ['2028-09-25'],
  );
  assert.equal(data.applicationDeadline, '2028-06-30');
  assert.equal(data.hasPart.length, 6);
  assert.equal(data.coursePrerequisites.length, 3);
});

test('a page is whole and light, and the same each time', async () => {
  assert.ok(statSync(fileOf('public-health')).size < 130_000);
  assert.ok(statSync(fileOf('prospectus')).size < 800_000);
  const before = pages.map((name) => readFileSync(fileOf(name)));
  const again = await press(['build', '--project', folder.path, '--format', 'html', '--force']);
  assert.equal(again.code, 0, again.stderr);
  pages.forEach((name, i) => {
    assert.ok(readFileSync(fileOf(name)).equals(before[i] as Buffer), name);
  });
  for (const page of before)
    assert.doesNotMatch(page.toString(), / data-(?:fact|src|to|keep)|press:|file:/);
});

test('a link to another course leads to its place in the book, else to its address', () => {
  const book = readFileSync(fileOf('prospectus'), 'utf8');
  const ids = new Set([...book.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const links = [...book.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  assert.ok(links.length > 20);
  assert.deepEqual(
    links.filter((id) => !ids.has(id)),
    [],
  );
});

test('pages of the web are made without a browser; anything else is not', async () => {
  const none = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/browser' };
  const args = ['build', '--project', folder.path, '--force'];
  const web = await press([...args, '--format', 'html'], none);
  assert.equal(web.code, 0, web.stderr.slice(0, 2000));
  assert.doesNotMatch(web.stderr, /\[browser\//);
  const other = await press([...args, '--format', 'clear'], none);
  assert.match(other.stderr, /\[browser\//);
});
