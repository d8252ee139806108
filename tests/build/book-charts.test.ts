import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TextRun } from '../../scripts/check/runs.ts';
import { openFinished, runOf, wordsOf } from '../helpers/finished.ts';
import { overlaps } from '../helpers/piece.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * Charts of many rows in a book: one too tall for the side column stands in the text, in a column of
 * the pages that a text runs on to it is drawn for that column, whole. And a section's courses are
 * listed in the order of their pages, though short ones are printed last.
 */

const rows = Array.from(
  { length: 12 },
  (_, i) => `      - {name: Place ${i}, value: ${3 + i * 3}}`,
);
const text = `${'Words that fill a line of the page and go on to the next one. '.repeat(5)}\n\n`;
const course = (title: string) => `---
title: ${title}
award: MSc
duration: 1 year
apply: {until: 2027-06-30, url: house.example/apply}
charts:
  places:
    x: name
    unit: Places
    source: Survey of places of all sizes, in town and country, with and without a sea
    rows:
${rows.join('\n')}
---
${text.repeat(5)}
![Twelve places](chart:places)

## Afterwords

At the end.
`;
const folder = projectFolder();
let pages: TextRun[][] = [];

before(async () => {
  lay(folder.path, {
    'content/institution.md': '---\nname: House\n---\n',
    'content/courses/short.md': '---\ntitle: Short\n---\n\nWords.\n',
    'content/courses/spread.md': course('Spread'),
    'content/courses/page.md': course('Page'),
    'content/publications/book.md':
      '---\nkind: book\ntitle: All\nissued: 2026-01-01\nsections: [{title: One, courses: [short, spread, page]}]\nextent: {courses: {short: third, page: page}}\n---\n',
  });
  const { code, stderr } = await press(['build', '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
  pages = openFinished(join(folder.path, 'output/screen/book-draft.pdf')).pages;
});
after(() => folder[Symbol.dispose]());

test('nothing stands on anything else', () => {
  for (const [index, runs] of pages.entries()) {
    assert.deepEqual(overlaps(runs), [], `page ${index + 1}`);
  }
});

test('a chart of a course stands where its text has it, whole, in letters of 9.5 pt', () => {
  const shown = pages.filter((runs) => runs.some(({ text: words }) => words.startsWith('Place 0')));
  assert.equal(shown.length, 2, 'once for each course');
  for (const runs of shown) {
    const labels = runs.filter(({ text: words }) => /^Place \d/.test(words));
    assert.equal(labels.length, 12);
    for (const { sizePt } of labels) assert.ok(Math.abs(sizePt - 9.5) < 0.1, `${sizePt}`);
    const [first, last] = [labels[0], labels.at(-1)];
    const note = runs.find(({ text: words }) => words.startsWith('Places.'));
    assert.ok(first && last && note, wordsOf(runs));
    assert.ok(Math.abs(note.xMm - first.xMm) < 1 && note.yMm > last.yMm, 'its note is below it');
    assert.ok(runOf(runs, 'At the end'));
    assert.ok(note.widthMm < 76.5, 'its notes keep to the column');
  }
});

test('courses are listed in the order of their pages', () => {
  for (const runs of pages.slice(2, 4)) {
    const listed = runs.filter(({ text: words }) => /^(?:Short|Spread|Page)$/.test(words.trim()));
    assert.deepEqual(
      listed.map(({ text: words }) => words.trim()),
      ['Spread', 'Page', 'Short'],
    );
  }
});
