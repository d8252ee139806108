import assert from 'node:assert/strict';
import test from 'node:test';
import { compare } from './compare.ts';

/** A grey page of 100 by 50 px with some pixels of another grey. */
function grey(level: number, others = 0, other = 0) {
  const rgba = new Uint8Array(100 * 50 * 4).fill(level);
  for (let pixel = 0; pixel < others; pixel++) rgba[pixel * 4 + 1] = other;
  return { widthPx: 100, heightPx: 50, rgba };
}

test('a page is the same within a few levels and a few pixels, and not beyond', () => {
  assert.equal(compare(grey(100), grey(100)).isSame, true);
  assert.equal(compare(grey(124), grey(100)).isSame, true);
  assert.equal(compare(grey(125), grey(100)).isSame, false);
  assert.equal(compare(grey(100, 4, 200), grey(100)).isSame, true);
  assert.equal(compare(grey(100, 5, 200), grey(100)).isSame, false);
  assert.equal(compare({ ...grey(100), widthPx: 50, heightPx: 100 }, grey(100)).isSame, false);
});

test('the picture of the difference is red where it differs and pale elsewhere', () => {
  const { difference, share } = compare(grey(100, 1, 200), grey(100));
  assert.equal(share, 1 / 5000);
  assert.deepEqual([...difference.rgba.subarray(0, 8)], [220, 0, 0, 255, 216, 216, 216, 255]);
});
