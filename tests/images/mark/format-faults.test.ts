import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flyerBack, plainCorner } from '../../../scripts/images/mark/corner.ts';
import { drawMark } from '../../../scripts/images/mark/draw.ts';
import { faults } from '../../../scripts/images/mark/faults.ts';
import {
  cardTall,
  cardWide,
  flyerFront,
  posterFront,
  slide,
} from '../../../scripts/images/mark/horizon.ts';
import {
  leafletInside,
  leafletOutside,
  leafletOutsides,
} from '../../../scripts/images/mark/leaflet.ts';
import type { Disc, KeepOut, Mark, MarkFrame } from '../../../scripts/images/mark/mark.ts';
import { box } from './surroundings.ts';

function changed(mark: Mark, index: number, change: Partial<Disc>): Mark {
  const discs = mark.discs.map((disc, i) => (i === index ? { ...disc, ...change } : disc));
  return { ...mark, discs };
}

function has(mark: Mark, frame: MarkFrame, fault: string): boolean {
  return faults(mark, frame).includes(fault);
}

test('coral and sage take turns', () => {
  const frame = slide();
  const mark = drawMark(frame, 'physics');
  assert.deepEqual(faults(mark, frame), []);
  for (const [i, { r, role }] of mark.discs.entries()) {
    const [wrong, right] = role === 'accent' ? ['second', 'accent'] : ['accent', 'second'];
    const turned = changed(mark, i, { role: wrong as Disc['role'] });
    assert.ok(has(turned, frame, `a disc of ${r} is ${wrong}, not ${right}`));
  }
  const coral = mark.discs.filter(({ role }) => role === 'accent');
  assert.ok(coral.length >= 2);
  const sage = { ...frame, alternates: false };
  assert.ok(faults(mark, sage).some((fault) => fault.endsWith('is accent, not second')));
});

test('a foot passes the cut by 8 or stays 8 above it', () => {
  const frame = flyerFront();
  const mark = drawMark(frame, 'physics');
  const i = mark.discs.findIndex(({ role }) => role === 'second');
  const { r } = mark.discs[i]!;
  const found = (mm: number) =>
    has(
      changed(mark, i, { y: 140 - r + mm }),
      frame,
      "a disc's foot nearly touches the lower edge",
    );
  assert.deepEqual([-9, -7, 7, 9].map(found), [false, true, true, false]);
  const elsewhere = { ...frame, footMm: undefined };
  assert.equal(
    has(
      changed(mark, i, { y: 140 - r - 7 }),
      elsewhere,
      "a disc's foot nearly touches the lower edge",
    ),
    false,
  );
});

for (const [least, frame] of [
  [8, flyerFront],
  [8, flyerBack],
  [8, leafletOutside],
  [8, leafletInside],
  [10, posterFront],
  [10, cardWide],
  [10, cardTall],
  [10, slide],
  [10, plainCorner],
] as const) {
  test(`${frame().name}: ${least} from type`, () => {
    const mark = drawMark(frame(), 'physics');
    const first = mark.discs.toSorted((a, b) => a.x - a.r - (b.x - b.r))[0]!;
    const beside = (mm: number): KeepOut => {
      const right = first.x - first.r - mm;
      return { type: [box(right - 1, first.y - 0.1, right, first.y + 0.1)] };
    };
    const found = (mm: number) => has(mark, frame(beside(mm)), 'a disc comes too near to type');
    assert.deepEqual([least - 0.1, least + 0.1].map(found), [true, false]);
  });
}

test('4 from a panel, or over it by 8', () => {
  const mark = drawMark(flyerBack(), 'physics');
  const left = Math.min(...mark.discs.map(({ x, r }) => x - r));
  const found = (lap: number) => {
    const panels = [box(-3, 92.5, left + lap, 213)];
    return has(mark, flyerBack({ panels }), 'a disc comes too near to a panel');
  };
  assert.deepEqual([-5, -3, 0, 7].map(found), [false, true, true, true]);
});

test('no disc ends within 8 of a fold', () => {
  const frame = leafletOutside();
  const mark = drawMark(frame, 'physics');
  const largest = mark.discs.toSorted((a, b) => b.r - a.r)[0]!;
  const at = (mm: number) => ({ ...frame, folds: [largest.x - largest.r - mm] });
  assert.deepEqual(faults(mark, frame), []);
  const found = [-7, 0, 7].map((mm) => has(mark, at(mm), 'a disc ends near a fold'));
  assert.deepEqual(found, [true, true, true]);
});

test('nothing near the flap', () => {
  const frame = leafletOutside();
  const mark = drawMark(frame, 'physics');
  const last = mark.discs.findIndex(
    ({ x, r }) => x - r === Math.min(...mark.discs.map((disc) => disc.x - disc.r)),
  );
  const { r } = mark.discs[last]!;
  const found = (left: number) =>
    has(changed(mark, last, { x: left + r }), frame, 'a disc is out of reach at the left');
  assert.deepEqual([104, 106].map(found), [true, false]);
  const alone = { ...leafletOutsides['roll-fold'], fieldLeftMm: 197 };
  assert.equal(leafletOutside({}, alone).reach.left, -Infinity);
});

test('the largest disc may be cut deeper than elsewhere, but not to a sliver', () => {
  const frame = flyerFront();
  const mark = drawMark(frame, 'physics');
  const i = mark.discs.findIndex(({ r }) => r === 52);
  const found = (y: number) => has(changed(mark, i, { y }), frame, 'a disc is cut to a sliver');
  assert.deepEqual([150, 172].map(found), [false, true]);
  const { leastShownOf: _, ...usual } = frame;
  assert.equal(has(changed(mark, i, { y: 150 }), usual, 'a disc is cut to a sliver'), true);
});
