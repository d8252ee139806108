import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { writeFontconfig } from '../../scripts/browser/fontconfig.ts';
import type { Finding } from '../../scripts/finding.ts';
import { FONTS, findReal, makeWorld } from '../browser/world.ts';
import { blue, red } from '../pages/plain-pdf.ts';
import { served } from './served.ts';

let browser: Browser;
before(async () => {
  const { path, env } = await findReal();
  // With no font known to the system (a bare Debian) the page's own are not drawn either.
  const fonts = { FONTCONFIG_PATH: writeFontconfig(makeWorld(), [FONTS]) };
  browser = await puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...fonts, ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});
after(() => browser.close());

const finding: Finding = {
  severity: 'error',
  code: 'x/y',
  message: 'There is no `<img src=x onerror="document.title=1">`.',
  hint: 'Remove it.',
};

/** Asks every 50 ms, not at each frame: a machine without a screen may draw none. */
const until = { polling: 50, timeout: 10_000 };

/** Opens the page and notes all that goes wrong in it, and what its live region says. */
async function opened(address: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1300, height: 500 });
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('requestfailed', (request) => wrong.push(request.url()));
  await page.goto(address);
  await page.waitForFunction(
    () => document.getElementById('link')?.textContent?.startsWith('Follows'),
    until,
  );
  await page.waitForFunction(() => {
    // Laid out now, so that the fonts are asked for.
    document.body.getBoundingClientRect();
    return [...document.fonts].every(({ status }) => status === 'loaded');
  }, until);
  return { page, wrong };
}

const round = (page: Page, wanted: number) =>
  page.waitForFunction(
    (count) => document.getElementById('news')?.dataset.round === String(count),
    until,
    wanted,
  );

/** What a save must leave as it is. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const kept = window as unknown as { first?: Element | null };
    const first = document.querySelector('#page-1 img');
    kept.first ??= first;
    return {
      scroll: scrollY,
      top: document.getElementById('page-7')?.getBoundingClientRect().top,
      focus: document.activeElement?.textContent,
      isSameNode: kept.first === first,
      pictures: [...document.querySelectorAll('figure img')].map((img) => img.getAttribute('src')),
    };
  });

test('a save changes what differs and leaves scroll, focus and other pictures', async (t) => {
  const { address, play } = await served(t);
  const pages = Array.from({ length: 12 }, () => [red]);
  await play({ made: { book: pages, sheet: [[blue]] }, kind: 'book' });
  const { page, wrong } = await opened(`${address}publications/book`);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('nav li:nth-child(2) a')?.focus();
    document.getElementById('page-7')?.scrollIntoView();
  });
  const earlier = await standing(page);
  assert.ok(earlier.scroll > 1000);
  await play({ made: { book: pages.with(10, [blue]), sheet: [[blue]] }, kind: 'book' });
  await round(page, 2);
  const later = await standing(page);
  const changed = later.pictures.flatMap((src, at) => (src === earlier.pictures[at] ? [] : at + 1));
  assert.deepEqual(changed, [11]);
  assert.deepEqual({ ...later, pictures: [] }, { ...earlier, pictures: [] });
  assert.equal(
    await page.$eval('#page-11 figcaption', (caption) => caption.textContent),
    '11 changed',
  );
  assert.equal(await page.$eval('.changes', (line) => line.textContent), 'Changed: 11');
  assert.deepEqual(wrong, []);
});

test('each round is said, the same words too, and findings stay text', async (t) => {
  const { address, play } = await served(t);
  await play({ made: { sheet: [[red]] } });
  const { page, wrong } = await opened(`${address}publications/sheet`);
  await page.evaluate(() => {
    const said: string[] = [];
    (window as unknown as { said: string[] }).said = said;
    const news = document.getElementById('news');
    new MutationObserver(() => news?.textContent && said.push(news.textContent)).observe(
      news as Node,
      { childList: true, characterData: true, subtree: true },
    );
  });
  const said = (count: number) =>
    page.waitForFunction(
      (wanted) => (window as unknown as { said: string[] }).said.length >= wanted,
      until,
      count,
    );
  await play({ made: { sheet: [[red]] } });
  await said(1);
  await play({ made: { sheet: undefined }, findings: [finding] });
  await said(2);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { said: string[] }).said), [
    'Rebuilt, no findings',
    'Not rebuilt, 1 finding: these are the last good pages',
  ]);
  assert.equal(
    await page.$eval('.message', (message) => message.textContent),
    'There is no <img src=x onerror="document.title=1">.',
  );
  assert.equal(await page.$('.message img'), null);
  assert.match(await page.title(), /^1 finding · sheet/);
  assert.ok(await page.$('details[open]'));
  assert.deepEqual(wrong, []);
});

test('a page whose picture is still being drawn is no white sheet, and says which it is', async (t) => {
  const { address, play } = await served(t);
  await play({ made: { sheet: [[red], [blue]] } });
  const { page } = await opened(`${address}publications/sheet`);
  const look = () =>
    page.$$eval('figure a', (links) =>
      links.map((link) => {
        const behind = getComputedStyle(link, '::before');
        const img = link.querySelector('img') as HTMLImageElement;
        const paper = [link, img].map((one) => getComputedStyle(one).backgroundColor);
        const isBehind = behind.position === 'absolute' && getComputedStyle(img).zIndex === '1';
        return { words: behind.content.split(' /')[0], paper: [...new Set(paper)], isBehind };
      }),
    );
  const clear = 'rgba(0, 0, 0, 0)';
  assert.deepEqual(await look(), [
    { words: '"Page 1 …"', paper: [clear], isBehind: true },
    { words: '"Page 2 …"', paper: [clear], isBehind: true },
  ]);
});

test('from the first address it goes on to the first publication', async (t) => {
  const { address, play } = await served(t);
  const { page, wrong } = await opened(address);
  await play({ made: { sheet: [[red]] } });
  await round(page, 1);
  assert.equal(page.url(), `${address}publications/sheet`);
  assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'sheet');
  assert.deepEqual(wrong, []);
});
