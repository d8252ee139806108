import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composePages } from '../../scripts/layout/compose/in-page.ts';
import { writeShell } from '../../scripts/layout/shell.ts';
import { openWorld } from '../../scripts/world.ts';
import { makeFolder, openTestBrowser } from '../browser/world.ts';

/*
 * Pages of nothing but boxes: what runs in the page, on heights that can be counted.
 */
const world = { ...openWorld({ project: makeFolder() }), cache: makeFolder() };
const { browser } = await openTestBrowser({ allow: [world.cache] });

const shell = writeShell(
  world,
  `* { margin: 0; padding: 0; }
   .page, .trim { position: relative; width: 210mm; height: 297mm; }
   .prose, .chart, .apply, .index-columns { position: absolute; top: 0; width: 60mm; }
   .prose { height: 50mm; } .column-2 { left: 80mm; }
   p, li, dt, dd, h3, td, th { font: 10px/10mm sans-serif; height: 10mm; }
   dl { display: grid; grid-template-columns: 1fr 1fr; }
   dd.tall { height: 30mm; }
   table { border-collapse: collapse; border-spacing: 0; }
   .apply { left: 100mm; top: 60mm; } .chart { left: 100mm; }`,
);

/** Composes pages and says of each element of `selector` its page, place in millimetres and text. */
async function composed(html: string, selector: string) {
  const found = await browser.run({ name: 'boxes', shell, pages: 10 }, async (sheet) => {
    await sheet.fill(html, { lang: 'en', title: 'x' });
    await sheet.evaluate(composePages, { trimWidthMm: 210 });
    return await sheet.evaluate((wanted: string) => {
      const pages = [...document.querySelectorAll('.page')];
      const mm = (pages[0]?.getBoundingClientRect().width ?? 210) / 210;
      return [...document.querySelectorAll(wanted)].map((element) => {
        const page = element.closest('.page');
        const top = page?.getBoundingClientRect().top ?? 0;
        return {
          page: page ? pages.indexOf(page) : -1,
          topMm: Math.round((element.getBoundingClientRect().top - top) / mm),
          text: (element.textContent ?? '').trim(),
        };
      });
    }, selector);
  });
  assert.ok(found);
  return found;
}

const page = (inner: string, kind = '') =>
  `<section class="page ${kind}"><div class="trim">${inner}</div></section>`;
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `<tr><td>row ${i}</td></tr>`).join('');
const more = `<template data-more="text">${page('<div class="prose" data-frame></div>')}</template>`;
const flow = (blocks: string) => page(`<div class="prose" data-flow="text">${blocks}</div>`) + more;

test('of a table that runs on two rows go at the least', async () => {
  const found = await composed(flow(`<table><tbody>${rows(6)}</tbody></table>`), 'td');
  assert.deepEqual(
    found.map(({ page }) => page),
    [0, 0, 0, 0, 1, 1],
  );
});

test('a table of three rows is not split', async () => {
  const found = await composed(
    flow(`<p>a</p><p>b</p><p>c</p><table><tbody>${rows(3)}</tbody></table>`),
    'td',
  );
  assert.deepEqual(
    found.map(({ page }) => page),
    [1, 1, 1],
  );
});

test('a list that would leave its last entries alone on a page takes its section with it, from the last column too', async () => {
  const terms = Array.from({ length: 4 }, (_, i) => `<dt>term ${i}</dt><dd>meaning</dd>`).join('');
  const first = page(
    `<div class="prose" data-flow="text">${'<p>a</p>'.repeat(8)}<h3>Words</h3><dl>${terms}</dl></div>
     <div class="prose column-2" data-frame="text"></div>`,
  );
  const found = await composed(first + more, 'h3, dt');
  assert.deepEqual(
    found.map(({ page, text }) => `${page} ${text}`),
    ['1 Words', '1 term 0', '1 term 1', '1 term 2', '1 term 3'],
  );
});

test('"Apply" stands lower below a chart of many words, in whole lines, and else where it stood', async () => {
  const beside = (lines: number) =>
    page(
      `<div class="chart"><div class="chart-notes">${'<p>note</p>'.repeat(lines)}</div></div>
       <div class="apply"><h3>Apply</h3></div>`,
      'words-page',
    );
  const tops = (await composed(beside(5) + beside(6), 'h3')).map(({ topMm }) => topMm);
  assert.deepEqual(tops, [60, 65]);
});

test('a term goes with what is said of it', async () => {
  const terms = '<dl><dt>first</dt><dd>x</dd><dt>second</dt><dd class="tall">y</dd></dl>';
  const found = await composed(flow(`<p>a</p><p>b</p>${terms}`), 'dt, dd');
  assert.deepEqual(
    found.map(({ page, text }) => `${page} ${text}`),
    ['0 first', '0 x', '1 second', '1 y'],
  );
});
