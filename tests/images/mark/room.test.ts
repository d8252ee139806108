import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawMark } from '../../../scripts/images/mark/draw.ts';
import { courseCornerSmall, indexFoot, sheet } from '../../../scripts/images/mark/frames.ts';
import type { Box, MarkFrame } from '../../../scripts/images/mark/mark.ts';
import { misplacement } from '../../../scripts/images/mark/place.ts';
import { hasRoom } from '../../../scripts/images/mark/room.ts';
import { box, frames } from './surroundings.ts';

/** Whether a disc of this radius may stand at any point of a fine grid. */
function standsSomewhere(centres: Box, r: number, frame: MarkFrame): boolean {
  const at = (from: number, to: number) =>
    Array.from({ length: 41 }, (_, i) => from + ((to - from) * i) / 40);
  return at(centres.left, centres.right).some((x) =>
    at(centres.top, centres.bottom).some((y) => !misplacement({ x, y, r }, frame)),
  );
}

const modules = box(138, 105, 190, 145);
const credit = box(138, 170, 190, 175);

test('between the modules and the credit of a picture there is no room, beside one of them there is', () => {
  const room = (...type: Box[]) => {
    const frame = courseCornerSmall({ type });
    return hasRoom(frame.poses[0]!.centre, 12, frame);
  };
  assert.equal(room(modules, credit), false);
  assert.equal(room(modules), true);
  assert.equal(room(credit), true);
  assert.deepEqual(drawMark(courseCornerSmall({ type: [modules, credit] }), 'x').discs, []);
});

test('where a disc may stand there is room; where something covers all centres there is none', () => {
  let room = 0;
  for (const frame of frames) {
    const all = box(-400, -10, 400, 400);
    for (const { centre } of frame.poses) {
      for (const r of frame.radiiMm) {
        if (standsSomewhere(centre, r, frame)) {
          room++;
          assert.equal(hasRoom(centre, r, frame), true, frame.name);
        }
        const covered = { ...frame, keepOut: { type: [all] } };
        assert.equal(hasRoom(centre, r, covered), false, frame.name);
      }
    }
  }
  assert.ok(room > 20, `${room}`);
});

test('over a panel there is room where a disc may lie over its edge', () => {
  const everywhere = box(-400, -10, 400, 400);
  for (const [frame, expected] of [
    [sheet({ panels: [everywhere] }), true],
    [indexFoot({ panels: [everywhere] }), false],
  ] as const) {
    assert.equal(hasRoom(frame.poses[0]!.centre, frame.radiiMm[0]!, frame), expected);
  }
});

test('to pass over a pose without room changes nothing: what is drawn is what 3,200 vain drawings would lead to', () => {
  const frame = indexFoot({ type: [box(100, 70, 155, 255)] });
  const room = frame.poses.map(({ centre }) => frame.radiiMm.map((r) => hasRoom(centre, r, frame)));
  assert.deepEqual(room, [
    [false, false],
    [true, true],
  ]);
  // Drawn before there was a way to pass over a pose.
  const largest = drawMark(frame, 'course-0').discs.find(({ role }) => role === 'accent');
  assert.deepEqual(largest, { x: 189.746, y: 252.368, r: 28, role: 'accent' });
});
