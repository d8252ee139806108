import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstClause } from '../../../scripts/layout/leaflet/facts.ts';

test('a fact in short is its first clause, and brackets are never left open', () => {
  assert.equal(firstClause('Two essays; no examination'), 'Two essays');
  assert.equal(firstClause('Two essays'), 'Two essays');
  const inBrackets = "Essays (students' own; marked twice) and a log";
  assert.equal(firstClause(inBrackets), inBrackets);
  assert.equal(firstClause('Essays (marked twice); no examination'), 'Essays (marked twice)');
  assert.equal(firstClause(undefined), undefined);
});
