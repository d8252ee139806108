import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readName, slugOf } from '../../scripts/content/names.ts';
import { slug } from '../../scripts/content/schema/fields.ts';
import { nearest } from '../../scripts/content/suggest.ts';
import { asDate, asNumber, describe, listed, shorten } from '../../scripts/content/wording.ts';

test('a file name gives slug and language', () => {
  assert.deepEqual(readName('group-therapy.md'), { slug: 'group-therapy', lang: undefined });
  assert.deepEqual(readName('x.cy.md'), { slug: 'x', lang: 'cy' });
  assert.deepEqual(readName('x.en-GB.md'), { slug: 'x', lang: 'en-GB' });
  assert.deepEqual(readName('v1.2.md'), { slug: 'v1-2', lang: undefined });
  assert.deepEqual(readName('cy.md'), { slug: 'cy', lang: undefined });
  assert.deepEqual(readName('...md'), { slug: undefined, lang: undefined });
});

test('every slug made is one the schema takes, and in one Unicode form', () => {
  for (const words of ['Group Therapy!', 'CAFE\u0301', "Don't panic", '数学 2', '  a--b  ', 'Ŵy']) {
    assert.ok(slug.safeParse(slugOf(words)).success, slugOf(words));
    assert.equal(slugOf(words), slugOf(words).normalize('NFC'));
  }
});

test('the nearest word is the one meant; a far one is none', () => {
  const keys = ['title', 'total', 'contactHours', 'fees', 'duration'];
  const meant = {
    titel: 'title',
    totl: 'total',
    contact_hours: 'contactHours',
    Fees: 'fees',
    fee: 'fees',
    durration: 'duration',
  };
  for (const [typed, key] of Object.entries(meant)) assert.equal(nearest(typed, keys), key);
  for (const typed of ['zebra', '', 'x', 'y'.repeat(10_000)])
    assert.equal(nearest(typed, keys), undefined);
});

test('numbers and dates are understood only where they are plain', () => {
  assert.deepEqual(
    ['£8,500', '8 500 €', '12.5', '50%', 'GBP 9'].map(asNumber),
    [8500, 8500, 12.5, 50, 9],
  );
  assert.deepEqual(['8,50', 'many', '', 3, '1-2'].map(asNumber), Array(5).fill(undefined));
  assert.deepEqual(
    ['27 September 2027', '1st May 2027', '27/9/2027', '27.09.2027', '2027-9-7'].map(asDate),
    ['2027-09-27', '2027-05-01', '2027-09-27', '2027-09-27', '2027-09-07'],
  );
  assert.deepEqual(
    ['3/4/2027', '30 February 2027', 'soon', '27 Smarch 2027', 7].map(asDate),
    Array(5).fill(undefined),
  );
});

test('what is said of a value fits into a sentence', () => {
  assert.equal(describe('x'.repeat(500)).length, 'the text ""'.length + 60);
  assert.equal(describe('a\n b'), 'the text "a b"');
  assert.deepEqual([3, true, [], {}, null].map(describe), [
    'the number 3',
    '`true`',
    'a list',
    'a group of keys',
    'empty',
  ]);
  assert.equal(listed(['a', 'b', 'c']), '`a`, `b` or `c`');
  assert.match(listed(Array.from({ length: 40 }, (_, i) => i)), /`11`, …$/);
  assert.equal(shorten('👩‍🎓'.repeat(3), 5).endsWith('…'), true);
});
