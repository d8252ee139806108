import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Focus } from '../../scripts/content/schema/fields.ts';
import { cropRound, type Size, type Unseen } from '../../scripts/images/crop.ts';
import { lossOf } from '../../scripts/images/focus.ts';

const wide = { width: 3000, height: 1000 };

/** What the crop for a slot takes from the focus. */
function loss(picture: Size, slot: Size, focus: Focus, unseen: Unseen = {}) {
  const found = lossOf(picture, cropRound(picture, slot, focus, unseen), slot, focus, unseen);
  return found && { ...found, share: Math.round(found.share * 1000) / 1000 };
}

test('an area that fits the shape of the slot stays whole, wherever it is', () => {
  const slot = { width: 100, height: 100 };
  for (let left = 0; left <= 67; left++) {
    const area = [left, 20, left + 33, 80] as const;
    assert.equal(loss(wide, slot, area), undefined, String(area));
  }
});

test('an area wider or taller than the crop is cut on both sides alike', () => {
  const slot = { width: 100, height: 100 };
  assert.deepEqual(loss(wide, slot, [30, 0, 80, 100]), {
    ...{ kind: 'cut', share: 0.667 },
    sides: ['left', 'right'],
  });
  const tall = { width: 1000, height: 3000 };
  assert.deepEqual(loss(tall, slot, [0, 30, 100, 80])?.sides, ['top', 'bottom']);
});

test('less than half of it left is an area lost', () => {
  const slot = { width: 50, height: 100 };
  // A sixth of the picture's width is seen.
  assert.equal(loss(wide, slot, [30, 10, 63, 90])?.kind, 'cut');
  const lost = loss(wide, slot, [30, 10, 64, 90]);
  assert.deepEqual([lost?.kind, lost?.share], ['lost', 0.49]);
});

test('what is left of an area counts in both directions', () => {
  // Five sixths of its width, five eighths of its height: something stands over the picture's foot.
  const slot = { width: 100, height: 100 };
  const area = [40, 10, 80, 90] as const;
  assert.deepEqual(loss(wide, slot, area, { bottom: 40 }), {
    ...{ kind: 'cut', share: 0.521 },
    sides: ['left', 'right', 'bottom'],
  });
});

test('a cut finer than anybody types is none', () => {
  const slot = { width: 100, height: 100 };
  assert.equal(loss(wide, slot, [33, 0, 67, 100]), undefined);
  assert.equal(loss(wide, slot, [33, 0, 68, 100])?.kind, 'cut');
});

test('the bleed is not seen: the crop moves so that the area lies within the trim', () => {
  const bleed = { left: 4, top: 4 };
  const slot = { width: 104, height: 104 };
  const crop = (unseen: Unseen) => cropRound(wide, slot, [40, 20, 60, 80], unseen);
  // Half the bleed, in pixels of the picture.
  assert.equal(crop({}).left - crop(bleed).left, Math.round((2 * 1000) / 104));
  assert.equal(crop({}).left - crop({ right: 4 }).left, -19);
  assert.equal(loss(wide, slot, [40, 3.9, 60, 80], bleed), undefined);
  assert.deepEqual(loss(wide, slot, [40, 1, 60, 80], bleed)?.sides, ['top']);
});

test('where the picture itself ends nothing is lost: the bleed takes some of it', () => {
  const all = { left: 4, top: 4, right: 4, bottom: 4 };
  const slot = { width: 312, height: 104 };
  assert.equal(loss(wide, slot, [0, 0, 100, 100], all), undefined);
  assert.equal(loss(wide, slot, [20, 0, 60, 100], all), undefined);
  for (const point of [
    [0, 50],
    [100, 50],
    [50, 0],
    [50, 100],
    [100, 100],
  ] as const) {
    assert.equal(loss(wide, slot, point, all), undefined, String(point));
  }
  // An edge of the picture that the crop does not reach is no excuse.
  assert.deepEqual(loss(wide, { width: 100, height: 100 }, [0, 0, 50, 100])?.sides, [
    'left',
    'right',
  ]);
});

test('without bleed a point is never near a cut: the crop is laid round it', () => {
  for (let i = 0; i < 300; i++) {
    const slot = { width: 1 + ((i * 13) % 50), height: 1 + ((i * 29) % 50) };
    const point = [(i * 7) % 101, (i * 11) % 101] as const;
    assert.equal(loss(wide, slot, point), undefined, `${JSON.stringify(slot)} ${point}`);
  }
});

test('a point in the bleed, or right beside it, is near the cut; one deep under something is lost', () => {
  const bleed = { left: 4, top: 4, right: 4 };
  const slot = { width: 308, height: 104 };
  assert.deepEqual(loss(wide, slot, [50, 2], bleed), { kind: 'near', share: 1, sides: ['top'] });
  // 3 mm of 100 beyond the trim, and a little more.
  assert.equal(loss(wide, slot, [50, 6.6], bleed)?.kind, 'near');
  assert.equal(loss(wide, slot, [50, 7], bleed), undefined);
  assert.deepEqual(loss(wide, slot, [50, 90], { bottom: 50 }), {
    ...{ kind: 'lost', share: 0 },
    sides: ['bottom'],
  });
});
