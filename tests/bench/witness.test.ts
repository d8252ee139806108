import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Wanted, witness } from '../../scripts/bench/peers/witness.ts';
import { projectFolder } from '../helpers/press.ts';
import { pdfOf } from './pdf.ts';

const words = ['Listening', 'group', 'people’s', 'group'];
const lines = [
  'Contents Care 2 Care in Law 3',
  'Care Lis- tening group',
  'Care in Law group people’s 7',
];
const contents = ['Care', 'Care in Law'];

async function fault(lines: readonly string[], wanted: Partial<Wanted>) {
  using folder = projectFolder();
  const file = join(folder.path, 'some.pdf');
  writeFileSync(file, await pdfOf(lines));
  const pages = { atLeast: lines.length, atMost: lines.length };
  const found = await witness(file, { words, pages, ...wanted });
  assert.equal(found.pages, lines.length);
  return found.fault ?? 'none';
}

test('a file with its pages, words and page numbers has no fault', async () => {
  assert.equal(await fault(lines, { contents }), 'none');
});

test('pages are counted, exactly or within a span', async () => {
  assert.match(await fault(lines, { pages: { atLeast: 9, atMost: 9 } }), /3 pages instead of 9/);
  assert.equal(await fault(lines, { pages: { atLeast: 2, atMost: 3 } }), 'none');
  assert.match(await fault(lines, { pages: { atLeast: 4, atMost: 6 } }), /instead of 4 to 6/);
});

test('a word is to be there, and as often as it was said', async () => {
  assert.match(await fault(lines, { words: ['unheard-of'] }), /left out unheardof/);
  const often = [...words, 'group', 'group'];
  assert.match(await fault(lines, { words: often }), /has 4 of 6 words/);
  const oneOfHundred = [...Array<string>(99).fill(''), 'group', 'group', 'group'];
  assert.equal(await fault(lines, { words: oneOfHundred }), 'none');
});

test('the contents number the pages where titles stand', async () => {
  const [, ...bodies] = lines;
  const numbered = (line: string) => fault([line, ...bodies], { contents });
  assert.match(await numbered('Care 3 Care in Law 2'), /no right number for Care in Law/);
  assert.match(await numbered('Care Care in Law 3'), /no right number for Care/);
  assert.match(await numbered('Care 2 Care in Law 30'), /no right number for Care in Law/);
});

test('what is no PDF cannot be read', async () => {
  using folder = projectFolder();
  const file = join(folder.path, 'some.pdf');
  writeFileSync(file, 'words');
  const found = await witness(file, { words: [], pages: { atLeast: 1, atMost: 1 } });
  assert.match(found.fault ?? '', /cannot be read/);
});
