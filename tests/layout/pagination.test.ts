import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paginate } from '../../scripts/layout/pagination.ts';
import type { Part, Start } from '../../scripts/layout/part.ts';

const part = (id: string, start: Start): Part => ({
  id,
  start,
  template: '',
  pages: 1,
  sure: true,
  numbered: true,
  title: id,
  view: {},
});
const plate = (page: number) => part(`plate before ${page}`, 'any');

function plan(parts: [string, Start, number][]) {
  const counted = parts.map(([id, start, count]) => ({ part: part(id, start), count }));
  return paginate(counted, plate).map(({ part: { id }, first, count }) => [id, first, count]);
}

test('a spread begins on a left page without more ado when the page before is a right one', () => {
  assert.deepEqual(
    plan([
      ['cover', 'right', 1],
      ['contents', 'left', 2],
      ['course', 'left', 2],
    ]),
    [
      ['cover', 1, 1],
      ['contents', 2, 2],
      ['course', 4, 2],
    ],
  );
});

test('a drawing faces a part that cannot begin where the last one ended', () => {
  assert.deepEqual(
    plan([
      ['cover', 'right', 1],
      ['story', 'any', 1],
      ['course', 'left', 2],
    ]),
    [
      ['cover', 1, 1],
      ['story', 2, 1],
      ['plate before 3', 3, 1],
      ['course', 4, 2],
    ],
  );
});

test('the back cover is a left page, so the whole has an even number of pages', () => {
  const placed = plan([
    ['cover', 'right', 1],
    ['contents', 'left', 2],
    ['story', 'any', 1],
    ['back', 'left', 1],
  ]);
  assert.deepEqual(placed.at(-1), ['back', 6, 1]);
  assert.deepEqual(placed.at(-2), ['plate before 5', 5, 1]);
});

test('a part that runs on to further pages moves all that follow', () => {
  const placed = plan([
    ['cover', 'right', 1],
    ['long', 'left', 4],
    ['next', 'left', 2],
  ]);
  assert.deepEqual(placed.at(-1), ['next', 6, 2]);
});
