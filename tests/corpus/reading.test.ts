import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { FONTS, findReal, makeWorld, openTestBrowser, writeShell } from '../browser/world.ts';
import { readPiece } from './reading/piece.ts';

/* Each fault that a reader of pieces knows, in a page that was made to have it; and a page that has none. */

const world = makeWorld();
copyFileSync(join(FONTS, 'SourceSerif4-Regular.ttf'), join(world.project, 'serif.ttf'));
const serif = pathToFileURL(join(world.project, 'serif.ttf')).href;
const { browser } = await openTestBrowser({ found: await findReal() }, world);
const sideMm = 100;
/** The trim has the page's top left corner. */
const trimMm = 94;
const pt = (mm: number) => (mm * 72) / 25.4;
const sidePx = (sideMm * 96) / 25.4;
const shell = writeShell(
  world,
  `@font-face{font-family:Body;src:url("${serif}")}@page{size:${sidePx}px ${sidePx}px;margin:0}
  body{margin:0;font:10pt/5mm Body;width:${sideMm}mm;height:${sideMm}mm;overflow:hidden;position:relative}
  p,div,svg{position:absolute;margin:0;left:10mm;top:10mm;width:60mm}`,
  'reading.html',
);

const sentence = 'Everyone in the room can see everyone else, and nobody is asked to speak first.';
const modules = Array.from({ length: 121 }, (_, i) =>
  i % 2 ? '' : `M${i % 11} ${Math.floor(i / 11)}h1v1h-1z`,
).join('');
const code = (at: string) =>
  `<svg viewBox="0 0 11 11" style="${at};width:25mm;height:25mm"><path d="${modules.repeat(2)}"/></svg>`;

async function rulesOf(html: string, foldsMm: number[] = []): Promise<string[]> {
  const pdf = await browser.run({ name: 'page', shell, pages: 1 }, async (sheet) => {
    await sheet.fill(html, { lang: 'en', title: 'Page' });
    return sheet.print({ widthPx: sidePx, heightPx: sidePx, zoom: 1 });
  });
  assert.ok(pdf);
  const trimmed = await PDFDocument.load(pdf, { updateMetadata: false });
  trimmed.getPage(0).setTrimBox(0, pt(sideMm - trimMm), pt(trimMm), pt(trimMm));
  const found = await readPiece(await trimmed.save({ useObjectStreams: false }), {
    texts: [sentence],
    wanted: [sentence],
    foldsMm: [foldsMm],
  });
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

const sound = `<p>${sentence}</p>`;
const cases: [what: string, rules: string[], html: string, foldsMm?: number[]][] = [
  ['nothing', [], `${sound}${code('top:50mm')}<p style="top:80mm">qr.example</p>`],
  [
    'words over the trim',
    ['outside', 'unsafe'],
    `${sound}<p style="left:88mm;width:12mm;top:60mm">Words</p>`,
  ],
  ['text near the edge', ['unsafe'], `${sound}<p style="left:2mm;top:60mm">Words</p>`],
  ['text on a fold', ['on-fold'], sound, [30]],
  [
    'a box that cuts its text',
    ['clipped'],
    `${sound}<div style="top:60mm;width:20mm;height:8mm;overflow:hidden">A second text of several lines</div>`,
  ],
  [
    'a ground painted later',
    ['covered'],
    `${sound}<div style="height:20mm;background:#b2dbd2"></div>`,
  ],
  ['two texts on one line', ['overprint'], `${sound}<p>Words of another text</p>`],
  ['lines that touch', ['overlap'], `${sound}<p style="top:12mm">Words of another text</p>`],
  ['white on paper', ['contrast'], `${sound}<p style="top:60mm;color:#fff">Words</p>`],
  [
    'black on deep',
    ['contrast'],
    `${sound}<div style="top:58mm;height:10mm;background:#630041"></div><p style="top:60mm">Words</p>`,
  ],
  [
    'words on a code',
    ['on-code'],
    `${sound}${code('top:50mm')}<p style="top:60mm;left:12mm">Words</p>`,
  ],
  ['the end of a text missing', ['cut'], `<p>${sentence.slice(0, -14)}</p>`],
  ['a text missing', ['absent'], '<p>Words of another text</p>'],
];

for (const [what, rules, html, foldsMm] of cases) {
  test(`${what}: ${rules.join(', ') || 'no fault'}`, async () => {
    assert.deepEqual(await rulesOf(html, foldsMm), rules);
  });
}
