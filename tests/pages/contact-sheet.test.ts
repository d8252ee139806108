import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import sharp from 'sharp';
import { openFont } from '../../scripts/fonts/font.ts';
import { contactSheet, singles, spreads } from '../../scripts/pages/contact-sheet.ts';
import type { Picture } from '../../scripts/pages/render.ts';

const font = openFont(
  readFileSync(new URL('../../templates/fonts/SourceSans3-Regular.ttf', import.meta.url)),
);
const ground = [0xd2, 0xd2, 0xd2];
const margin = 56;
const gap = 40;
const drop = 24;

/** A page of one colour, 40 by 60 px. */
function page(...colour: [number, number, number]): Picture {
  const rgba = new Uint8Array(40 * 60 * 4).map((_, at) => [...colour, 255][at % 4]!);
  return { widthPx: 40, heightPx: 60, rgba };
}

async function open(png: Uint8Array) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
  ];
  /** How many pixels in a box are not the ground. */
  const inked = (left: number, top: number, width: number, height: number) => {
    let count = 0;
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) if (at(x, y)[0] !== ground[0]) count++;
    }
    return count;
  };
  return { at, inked, width: info.width, height: info.height };
}

test('a book lies in spreads, its cover and its back alone', () => {
  assert.deepEqual(spreads(4), [
    [undefined, 1],
    [2, 3],
    [4, undefined],
  ]);
  assert.deepEqual(spreads(3), [
    [undefined, 1],
    [2, 3],
  ]);
  assert.deepEqual(singles(2), [[1], [2]]);
});

const book = [page(200, 0, 0), page(0, 200, 0), page(0, 0, 200), page(200, 200, 0)];

test('every page stands at its place, with its number below', async () => {
  const groups = spreads(4);
  const sheet = await open(await contactSheet(book, { groups, columns: 2, font }));
  const spread = 40 + 1 + 40;
  assert.equal(sheet.width, 2 * margin + 2 * spread + gap);
  assert.equal(sheet.height, 2 * margin + 2 * (60 + drop) + gap);
  assert.deepEqual(sheet.at(0, 0), ground);
  // The cover: at the right of the first spread; nothing at its left, no number either.
  assert.deepEqual(sheet.at(margin + 41 + 20, margin + 30), [200, 0, 0]);
  assert.equal(sheet.inked(margin, margin, 40, 60 + drop), 0);
  assert.ok(sheet.inked(margin + 41, margin + 60, 40, drop) > 10);
  // Pages that face, with the fold between them.
  const second = margin + spread + gap;
  assert.deepEqual(sheet.at(second + 39, margin), [0, 200, 0]);
  assert.deepEqual(sheet.at(second + 40, margin), ground);
  assert.deepEqual(sheet.at(second + 41, margin), [0, 0, 200]);
  // The back: at the left of the next row.
  const row = margin + 60 + drop + gap;
  assert.deepEqual(sheet.at(margin + 20, row + 30), [200, 200, 0]);
  assert.equal(sheet.inked(margin + 41, row, 40, 60 + drop), 0);
});

test('the same pages give the same bytes, another number other ones', async () => {
  const options = { columns: 8, font };
  const one = await contactSheet(book, { ...options, groups: singles(4) });
  assert.deepEqual(await contactSheet(book, { ...options, groups: singles(4) }), one);
  const pages = [...book, book[0]!];
  const renumbered = await contactSheet(pages, { ...options, groups: [[5], [2], [3], [4]] });
  assert.equal(renumbered.length > 0, true);
  assert.notDeepEqual(renumbered, one);
});
