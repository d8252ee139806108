import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, namedFirst } from '../../scripts/content/named.ts';

const names: [path: string, words: string][] = [
  ['title', '`title`'],
  ['apply.until', '`until` under `apply`'],
  ['brand.colours.deep', '`deep` under `colours`'],
  ['starts.1', 'this entry of `starts`'],
  ['fees.0.total', '`total` in this entry of `fees`'],
  ['years.2028.fees.0.total', '`total` in this entry of `fees`'],
  ['years.2028.award', '`award` under `2028`'],
  ['sections.2.courses.0', 'this entry of `courses`'],
  ['charts.demand', 'the chart `demand`'],
  ['charts.demand.unit', '`unit` of the chart `demand`'],
  ['charts.demand.rows.3', 'this row of the chart `demand`'],
  ['charts.demand.rows.3.value', '`value` in this row of the chart `demand`'],
];
for (const [path, words] of names) {
  test(`${path} is said as ${words}`, () => {
    assert.equal(named(path), words);
    assert.equal(named(path.split('.')), words);
  });
}

test('a key with a full stop in it stays whole, and an empty path is the file', () => {
  assert.equal(named(['extent', 'subjects', 'St. John']), '`St. John` under `subjects`');
  assert.equal(namedFirst([]), 'This file');
  assert.equal(namedFirst('fees.0'), 'This entry of `fees`');
  assert.equal(namedFirst('title'), '`title`');
});
