import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readPdf } from './pdf.ts';
import {
  FONTS,
  findReal,
  makeFolder,
  makeWorld,
  openTestBrowser,
  withoutFlags,
  writeShell,
} from './world.ts';

const MM_PER_PT = 25.4 / 72;
const PX_PER_MM = 96 / 25.4;
const A4 = { widthPx: 210 * PX_PER_MM, heightPx: 297 * PX_PER_MM };
const LINES = 50;

const world = makeWorld();
copyFileSync(join(FONTS, 'SourceSerif4-Regular.ttf'), join(world.project, 'serif.ttf'));
const serif = pathToFileURL(join(world.project, 'serif.ttf')).href;
const found = await findReal();
const { browser } = await openTestBrowser({ found }, world);

/** A4 with 50 lines on a grid of 5 mm, and a second page named by its own size. */
async function printGrid(zoom: number, by = browser): Promise<Uint8Array> {
  const css = `@font-face{font-family:Body;src:url("${serif}")}
    @page{size:${A4.widthPx}px ${A4.heightPx}px;margin:0}@page wide{size:${A4.heightPx}px ${A4.widthPx}px;margin:0}
    html{zoom:${zoom}}body{margin:0;font:10pt/5mm Body}p{margin:0}section{page:wide}`;
  const shell = writeShell(world, css, `grid-${zoom}.html`);
  const lines = Array.from({ length: LINES }, (_, i) => `<p>Line ${i}</p>`).join('');
  const i =
    '<p><span>iiiiiiiiiiiiiiiiiiii</span><b style="font:10pt/5mm Body;position:relative">X</b></p>';
  const pdf = await by.run({ name: 'grid', shell, pages: 2 }, async (sheet) => {
    await sheet.fill(`${i}${lines}<section>Wide</section>`, { lang: 'en', title: 'Grid' });
    return sheet.print({ ...A4, zoom });
  });
  assert.ok(pdf);
  return pdf;
}

/** How far the worst baseline lies from the grid of 5 mm that fits them best, in millimetres. */
async function worstBaseline(pdf: Uint8Array): Promise<number> {
  const { pages } = await readPdf(pdf);
  const baselines = pages[0]?.texts.filter(({ text }) => text.startsWith('Line')) ?? [];
  assert.equal(baselines.length, LINES);
  const off = baselines.map(({ yPt }, i) => yPt * MM_PER_PT + i * 5);
  return (Math.max(...off) - Math.min(...off)) / 2;
}

test('with zoom 4 baselines lie within 0.05 mm of a grid of 5 mm; without it they do not', async () => {
  const fine = await worstBaseline(await printGrid(4));
  const coarse = await worstBaseline(await printGrid(1));
  assert.ok(fine <= 0.05, `${fine} mm`);
  assert.ok(coarse > 0.05, `${coarse} mm`);
});

test('zoom changes neither the size of the pages nor that of the type', async () => {
  const { pages } = await readPdf(await printGrid(4));
  const sizes = pages.map(({ widthPt, heightPt }) => [widthPt * MM_PER_PT, heightPt * MM_PER_PT]);
  assert.equal(sizes.length, 2);
  // Chromium snaps a page to whole points of 1/300 inch: at most 0.2 mm.
  for (const [i, wanted] of [
    [0, [210, 297]],
    [1, [297, 210]],
  ] as const) {
    for (const side of [0, 1] as const) {
      const off = Math.abs((sizes[i]?.[side] ?? 0) - wanted[side]);
      assert.ok(off <= 0.2, `page ${i + 1}: ${sizes[i]}`);
    }
  }
  const x = await widthOfI(await printGrid(4));
  const y = await widthOfI(await printGrid(1));
  assert.ok(Math.abs(x - y) < 0.01, `${x} ${y}`);
});

/** The advance of an "i" in CSS pixels before zoom, from where the letter after twenty of them lies. */
async function widthOfI(pdf: Uint8Array): Promise<number> {
  const { pages } = await readPdf(pdf);
  const texts = pages[0]?.texts ?? [];
  const i = texts.find(({ text }) => text.startsWith('ii'));
  const x = texts.find(({ text }) => text === 'X');
  if (i && x) return (x.xPt - i.xPt) / 0.75 / 20;
  throw new Error(JSON.stringify(texts.slice(0, 3)));
}

const isWhole = (px: number) => Math.abs(px - Math.round(px)) < 0.005;

test('glyphs have the advances of their font, not whole pixels', async () => {
  assert.ok(!isWhole(await widthOfI(await printGrid(1))));
});

test('without the hinting flag a headless shell rounds them: the flag is what does it', async (t) => {
  if (found.how !== 'embedded') return t.skip('only a headless shell rounds them');
  const hinted = withoutFlags(found, makeFolder(), '--font-render-hinting');
  const other = await openTestBrowser({ found: hinted }, world);
  assert.ok(isWhole(await widthOfI(await printGrid(1, other.browser))));
});
