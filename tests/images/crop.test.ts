import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Focus } from '../../scripts/content/schema/fields.ts';
import { cropRound, pixelsFor } from '../../scripts/images/crop.ts';

const square = { width: 1000, height: 1000 };

test('the largest part that has the ratio of the slot, from the middle', () => {
  assert.deepEqual(cropRound(square, { width: 210, height: 105 }), {
    ...{ left: 0, top: 250 },
    ...{ width: 1000, height: 500 },
  });
  assert.deepEqual(cropRound({ width: 900, height: 300 }, { width: 50, height: 50 }), {
    ...{ left: 300, top: 0 },
    ...{ width: 300, height: 300 },
  });
});

test('the focus comes as near to the middle as the edges allow', () => {
  const wide = { width: 900, height: 300 };
  const slot = { width: 1, height: 1 };
  assert.deepEqual(
    [0, 20, 40, 60, 100].map((x) => cropRound(wide, slot, [x, 50]).left),
    [0, 30, 210, 390, 600],
  );
  const tall = { width: 300, height: 900 };
  assert.deepEqual(
    [0, 20, 40, 60, 100].map((y) => cropRound(tall, slot, [50, y]).top),
    [0, 30, 210, 390, 600],
  );
});

test('the focus is inside every crop', () => {
  for (let i = 0; i < 500; i++) {
    const picture = { width: 1 + ((i * 37) % 400), height: 1 + ((i * 91) % 300) };
    const slot = { width: 1 + ((i * 13) % 50), height: 1 + ((i * 29) % 50) };
    const focus = [(i * 7) % 101, (i * 11) % 101] as const;
    const crop = cropRound(picture, slot, focus);
    const [x, y] = [(picture.width * focus[0]) / 100, (picture.height * focus[1]) / 100];
    assert.ok(crop.left <= x && x <= crop.left + crop.width, JSON.stringify({ picture, crop, x }));
    assert.ok(crop.top <= y && y <= crop.top + crop.height, JSON.stringify({ picture, crop, y }));
    assert.ok(crop.left + crop.width <= picture.width && crop.top + crop.height <= picture.height);
    assert.ok(crop.width >= 1 && crop.height >= 1);
  }
});

test('the middle of an area is where a point would be', () => {
  const slot = { width: 1, height: 1 };
  const wide = { width: 900, height: 300 };
  const of = (focus: Focus) => cropRound(wide, slot, focus);
  assert.deepEqual(of([20, 0, 60, 100]), of([40, 50]));
  assert.deepEqual(of([90, 0, 100, 10]), of([95, 5]));
});

test('at most so many pixels an inch, never more than there are', () => {
  const slot = { width: 25.4, height: 50.8 };
  assert.deepEqual(pixelsFor({ width: 1000, height: 2000 }, slot, 300), {
    width: 300,
    height: 600,
  });
  assert.deepEqual(pixelsFor({ width: 200, height: 400 }, slot, 300), { width: 200, height: 400 });
  const a4 = pixelsFor({ width: 9000, height: 12728 }, { width: 210, height: 297 }, 300);
  assert.deepEqual(a4, { width: 2480, height: 3507 });
  assert.ok((a4.width / 210) * 25.4 <= 300);
});
