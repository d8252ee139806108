import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameBookmarks } from '../../scripts/finish/bookmarks.ts';
import { textOf } from '../../scripts/pdf/text.ts';
import { chapterHeadings, joinedChapters } from '../fixtures/pdf/promise.ts';

function named(headings: { level: number; text: string; page: number }[]): string[] {
  const file = joinedChapters();
  nameBookmarks(file, headings);
  const titles: string[] = [];
  let item = file.dict(file.dict(file.catalog.get('Outlines'))?.get('First'));
  while (item) {
    titles.push(textOf(file.string(item.get('Title'))!));
    item = file.dict(item.get('Next'));
  }
  return titles;
}

test('a bookmark has the spaces of its heading, whatever stands in the print', () => {
  const [first, facts, second, ...rest] = chapterHeadings;
  const spaced = { ...second!, text: 'Weav ing & dye ing' };
  assert.deepEqual(named([first!, facts!, spaced, ...rest]), [
    'The first “fine” course',
    'Weav ing & dye ing',
  ]);
});

test('one that is no heading keeps its words', () => {
  const other = { level: 1, text: 'Something else', page: 0 };
  assert.deepEqual(named([other]), ['The first “fine” course', 'Weaving & dyeing']);
});
