import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { build } from '../../../scripts/images/mark/build.ts';
import { alike, drawMark } from '../../../scripts/images/mark/draw.ts';
import { faults } from '../../../scripts/images/mark/faults.ts';
import { courseCorner, indexFoot, ring } from '../../../scripts/images/mark/frames.ts';
import type { Mark } from '../../../scripts/images/mark/mark.ts';
import { box, frames } from './surroundings.ts';

describe('500 seeds in every frame', () => {
  for (const [i, frame] of frames.entries()) {
    test(`${frame.name} (${i + 1}): drawn, without fault`, () => {
      for (let seed = 0; seed < 500; seed++) {
        const mark = drawMark(frame, `course-${seed}`);
        assert.notEqual(mark.discs.length, 0, `seed ${seed} was not drawn`);
        assert.deepEqual(faults(mark, frame), [], `seed ${seed}`);
      }
    });
  }
});

test('a sketch keeps all rules by itself', () => {
  for (const frame of frames) {
    const alone = { ...frame, keepOut: {} };
    assert.deepEqual(faults(build(frame.sketch, alone), alone), [], frame.name);
  }
});

test('the same course has the same drawing, to the last figure', () => {
  const { discs, overlaps } = drawMark(courseCorner(), 'group-therapy-for-empathy');
  assert.deepEqual(drawMark(courseCorner(), 'group-therapy-for-empathy').discs, discs);
  assert.deepEqual(discs, [
    { x: 174.814, y: 298.225, r: 17.68, role: 'second' },
    { x: 170.705, y: 259.27, r: 34, role: 'accent' },
    { x: 189.824, y: 219.025, r: 24.48, role: 'second' },
    { x: 212.881, y: 201.612, r: 12.58, role: 'second' },
  ]);
  assert.equal(
    overlaps[0]?.path,
    'M158.65 291.061A17.68 17.68 0 0 1 189.127 287.847A34 34 0 0 1 158.65 291.061Z',
  );
});

test('340 drawings stay what they are: a course keeps its mark from one release to the next', () => {
  const drawings = frames.map((frame) =>
    Array.from({ length: 20 }, (_, seed) => drawMark(frame, `course-${seed}`)),
  );
  const digest = createHash('sha256').update(JSON.stringify(drawings)).digest('hex');
  assert.equal(digest.slice(0, 16), '107b063fd00067f9');
});

test('another course has another drawing', () => {
  const frame = courseCorner();
  assert.equal(alike(drawMark(frame, 'physics'), drawMark(frame, 'drama')), false);
});

test('40 marks that know of each other: no two alike', () => {
  const frame = courseCorner();
  const marks: Mark[] = [];
  for (let i = 0; i < 40; i++) marks.push(drawMark(frame, `course-${i}`, marks));
  for (const [i, mark] of marks.entries()) {
    const double = marks.findIndex((other, j) => j < i && alike(mark, other));
    assert.equal(double, -1, `${i} looks like ${double}`);
  }
});

test('control: among 40 that do not, some are alike', () => {
  const marks = Array.from({ length: 40 }, (_, i) => drawMark(courseCorner(), `course-${i}`));
  assert.ok(marks.some((mark, i) => marks.some((other, j) => j < i && alike(mark, other))));
});

test('where chance finds nothing, the sketch is drawn', () => {
  const frame = { ...courseCorner(), poses: [] };
  const impossible = {
    ...frame,
    poses: [{ ...courseCorner().poses[0]!, centre: box(0, 0, 1, 1) }],
  };
  assert.deepEqual(drawMark(impossible, 'x').discs, build(frame.sketch, frame).discs);
});

test('where nothing fits, nothing is drawn: an index that fills its page', () => {
  const frame = indexFoot({ type: [box(26, 70, 190, 270)] });
  const mark = drawMark(frame, 'index');
  assert.deepEqual([mark.discs, mark.overlaps], [[], []]);
  assert.deepEqual(faults(mark, frame), []);
});

test('with less room the discs become smaller', () => {
  const largest = (bottom: number) => {
    const frame = indexFoot({ type: [box(26, 70, 190, bottom)] });
    return Math.max(...drawMark(frame, 'index').discs.map((disc) => disc.r));
  };
  assert.equal(largest(170), 34);
  assert.equal(largest(230), 28);
});

test('a ring takes one whole turn, with one place open', () => {
  for (const seed of ['city', 'study', 'apply']) {
    const { discs, circle } = drawMark(ring(), seed);
    const angles = discs.map((disc) => Math.atan2(disc.y - circle.y, disc.x - circle.x));
    const steps = angles.map((angle, i) => {
      const next = angles[(i + 1) % angles.length]!;
      return (next - angle + 2 * Math.PI) % (2 * Math.PI);
    });
    const turned = steps.reduce((sum, step) => sum + step, 0);
    assert.ok(Math.abs(turned - 2 * Math.PI) < 1e-9, `${turned}`);
    assert.equal(Math.max(...steps), steps.at(-1), 'the open place is the widest step');
  }
});
