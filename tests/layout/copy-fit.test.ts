import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composePages, fitPages } from '../../scripts/layout/compose/in-page.ts';
import { writeShell } from '../../scripts/layout/shell.ts';
import { openWorld } from '../../scripts/world.ts';
import { makeFolder, openTestBrowser } from '../browser/world.ts';

/*
 * Text in boxes of fixed size: which version is taken, what is too much, how much is left. Boxes of
 * 40 mm with lines of 5 mm: eight lines.
 */
const world = { ...openWorld({ project: makeFolder() }), cache: makeFolder() };
const { browser } = await openTestBrowser({ allow: [world.cache] });

const shell = writeShell(
  world,
  `* { margin: 0; padding: 0; }
   .page, .trim { position: relative; width: 210mm; height: 297mm; overflow: clip; }
   .box { position: absolute; left: 10mm; top: 20mm; width: 60mm; height: 40mm; }
   .second { left: 90mm; } .wide-first .second { left: 95mm; }
   p, h3 { font: 10px/5mm sans-serif; }
   .foot { position: absolute; left: 10mm; bottom: 7mm; width: 60mm; }`,
);

const page = (inner: string) =>
  `<div data-part="part"><section class="page"><div class="trim">${inner}</div></section></div>`;
const paragraph = (words: number, from = 0, source = 1) =>
  `<p data-src="content/x.md:${source}">${Array.from({ length: words }, (_, i) => `word${from + i}`).join(' ')}</p>`;
const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>line ${i}</p>`).join('');
const version = (name: string, inner: string, more = '') =>
  `<template data-version="${name}"${more}>${inner}</template>`;

async function inPage<T>(html: string, look: (found: unknown) => T, fn: unknown = composePages) {
  const made = await browser.run({ name: 'boxes', shell, pages: 1 }, async (sheet) => {
    await sheet.fill(html, { lang: 'en', title: 'x' });
    const found = await sheet.evaluate(
      fn as typeof composePages,
      {
        trimWidthMm: 210,
        leftFirst: [],
      } as never,
    );
    const text = await sheet.evaluate(
      () => [...document.querySelectorAll('.box')].map((box) => (box.textContent ?? '').trim()),
      undefined,
    );
    return { found, text };
  });
  assert.ok(made);
  return { ...made, seen: look(made.found) };
}

type Composed = Awaited<ReturnType<typeof composePages>>;
const compose = (html: string) => inPage(html, (found) => found as Composed);

test('of several versions the first that fits is taken', async () => {
  const { seen, text } = await compose(
    page(
      `<div class="box" data-panel="back: text" data-fit>${[
        version('whole text', lines(12)),
        version('short version', lines(9)),
        version(
          'shorter',
          lines(8),
          ' data-src="content/x.md:9" data-leaves-out="&quot;Where&quot;"',
        ),
        version('shortest', lines(2)),
      ].join('')}</div>`,
    ),
  );
  assert.deepEqual(seen.choices, [
    {
      ...{ part: 'part', panel: 'back: text', version: 'shorter', index: 2 },
      ...{ leavesOut: '"Where"', source: 'content/x.md:9' },
    },
  ]);
  assert.deepEqual(seen.overflows, []);
  assert.match(text[0] ?? '', /^line 0.*line 7$/s);
});

test('where none fits the wanted one is shown, and is what is too long', async () => {
  const { seen, text } = await compose(
    page(
      `<div class="box" data-panel="text" data-fit>${[
        version('whole text', lines(12)),
        version('short version', lines(10), ' data-wanted'),
        version('other', lines(11)),
      ].join('')}</div>`,
    ),
  );
  assert.equal(seen.choices[0]?.index, -1);
  assert.match(text[0] ?? '', /line 9$/);
  assert.equal(seen.overflows[0]?.lines, 2);
});

test('a text that runs on takes the first version that fits all its frames', async () => {
  const { seen, text } = await compose(
    page(
      `<div class="box prose" data-panel="text" data-flow="f" data-fill data-fit>${[
        version('whole text', lines(17)),
        version('short version', lines(15)),
      ].join('')}</div><div class="box second" data-frame="f"></div>`,
    ),
  );
  assert.equal(seen.choices[0]?.version, 'short version');
  // One after the other, to the foot: not two columns of one height.
  assert.match(text[0] ?? '', /^line 0.*line 7$/s);
  assert.match(text[1] ?? '', /^line 8.*line 14$/s);
});

test('a version may move what stands on its page, and boxes at the foot are filled first', async () => {
  const { text } = await compose(
    page(
      `<div class="box" style="height: calc(var(--foot) - 20mm)" data-panel="text" data-fit>${[
        version('whole text', lines(44)),
        version('short version', lines(43), ' data-page-class="wide-first"'),
      ].join('')}</div>
       <div class="foot" data-foot="foot"><div data-panel="facts" data-fit style="height: 50mm">${version('rows', lines(10))}</div></div>`,
    ),
  );
  // The foot begins at 240: 20 to 240 are 44 lines.
  assert.match(text[0] ?? '', /line 43$/);
});

test('what is too much is counted in lines and characters, with the place where it begins', async () => {
  const filler = `<h3>Why</h3>${paragraph(20, 0, 3)}<h3>Where</h3>`;
  const { seen } = await compose(
    page(`<div class="box" data-panel="back: text">${filler}${paragraph(120, 20, 7)}</div>`),
  );
  const [overflow] = seen.overflows;
  assert.ok(overflow);
  assert.equal(seen.overflows.length, 1);
  assert.equal(overflow.part, 'part');
  assert.equal(overflow.section, 'Where');
  assert.equal(overflow.source, 'content/x.md:7');
  assert.match(overflow.text, /^word\d+ word/);
  // Cut what it says: then it fits; cut one word less: then it does not.
  const whole = Array.from({ length: 120 }, (_, i) => `word${20 + i}`).join(' ');
  const cut = (characters: number) =>
    `${filler}<p data-src="content/x.md:7">${whole.slice(0, whole.length - characters)}</p>`;
  const at = async (characters: number) =>
    (await compose(page(`<div class="box" data-panel="back: text">${cut(characters)}</div>`))).seen
      .overflows.length;
  assert.equal(await at(overflow.characters), 0);
  const nextWord = whole.slice(whole.length - overflow.characters).split(' ')[1] ?? '';
  assert.equal(await at(overflow.characters - nextWord.length - 1), 1);
});

test('text that stands in its box without an element of its own is seen to be too much', async () => {
  const text = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ');
  const { seen } = await compose(
    page(`<p class="box" data-panel="other formats" data-src="a:1">${text}</p>`),
  );
  assert.equal(seen.overflows[0]?.panel, 'other formats');
});

test('a box that is filled from its foot is too full where words stand above its head', async () => {
  const up = 'style="display: flex; align-items: flex-end"';
  const box = (count: number) =>
    page(
      `<div class="box" ${up} data-panel="up"><p data-src="content/x.md:7">${lineOf(count)}</p></div>`,
    );
  const lineOf = (count: number) =>
    Array.from({ length: count }, (_, i) => `line${i}`).join('<br>');
  assert.deepEqual((await compose(box(8))).seen.overflows, []);
  const [over] = (await compose(box(10))).seen.overflows;
  assert.deepEqual([over?.panel, over?.lines, over?.source], ['up', 2, 'content/x.md:7']);
});

test('a word that is wider than its box is too much', async () => {
  const { seen } = await compose(
    page(`<div class="box" data-panel="title"><p>${'w'.repeat(80)}</p></div>`),
  );
  assert.equal(seen.overflows[0]?.panel, 'title');
  assert.equal(seen.overflows[0]?.lines, 0);
});

test('nothing is moved by measuring, and a full box says how much is left', async () => {
  type Fitted = Awaited<ReturnType<typeof fitPages>>;
  const html = page(
    `<div class="box" data-panel="full">${lines(8)}</div><div class="box second" data-panel="half">${paragraph(20)}</div>`,
  );
  const { seen, text } = await inPage(html, (found) => found as unknown as Fitted, fitPages);
  assert.deepEqual(
    seen.rooms.map(({ panel, usedLines, roomLines }) => [panel, usedLines, roomLines]),
    [
      ['full', 8, 8],
      ['half', seen.rooms[1]?.usedLines, 8],
    ],
  );
  assert.equal(seen.rooms[0]?.leftCharacters, 0);
  const { usedLines = 0, leftCharacters = 0, xMm } = seen.rooms[1] ?? {};
  assert.equal(Math.round(xMm ?? 0), 90);
  const perLine = paragraph(20).replace(/<[^>]*>/g, '').length / usedLines;
  assert.ok(Math.abs(leftCharacters - (8 - usedLines) * perLine) < perLine);
  assert.match(text[0] ?? '', /line 7$/);
});
