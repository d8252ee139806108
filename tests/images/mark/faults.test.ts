import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawMark } from '../../../scripts/images/mark/draw.ts';
import { faults } from '../../../scripts/images/mark/faults.ts';
import { courseCorner, cover, sheet } from '../../../scripts/images/mark/frames.ts';
import type { Disc, Mark, MarkFrame } from '../../../scripts/images/mark/mark.ts';
import { box } from './surroundings.ts';

const frame = courseCorner();
const good = drawMark(frame, 'group-therapy-for-empathy');
const largest = good.discs.findIndex((disc) => disc.role === 'accent');

/** The good mark with one disc changed. */
function changed(index: number, change: Partial<Disc>): Mark {
  const discs = good.discs.map((disc, i) => (i === index ? { ...disc, ...change } : disc));
  return { ...good, discs };
}

function moved(x: number, y: number): Mark {
  const discs = good.discs.map((disc) => ({ ...disc, x: disc.x + x, y: disc.y + y }));
  return { ...good, discs, circle: { ...good.circle, x: good.circle.x + x, y: good.circle.y + y } };
}

function has(mark: Mark, fault: string, within: MarkFrame = frame): void {
  const found = faults(mark, within);
  assert.ok(
    found.some((text) => text.includes(fault)),
    `expected "${fault}" among ${JSON.stringify(found)}`,
  );
}

test('a good mark has no fault', () => assert.deepEqual(faults(good, frame), []));

test('radii of one family', () => has(changed(0, { r: 20 }), 'is not of the family'));

test('one largest disc', () => has(changed(0, { r: 34 }), 'more than one largest'));

test('the largest is the accent, and only it', () => {
  has(changed(largest, { role: 'second' }), 'is second, not accent');
  has(changed(largest + 1, { role: 'accent' }), 'is accent, not second');
});

test('no two neighbours alike', () => {
  const r = good.discs[largest]!.r;
  has(changed(largest + 1, { r }), 'two neighbours are alike');
});

test('neighbours overlap by 0.26 to 0.36', () => {
  const { x, y } = good.discs[largest]!;
  has(changed(largest, { x: x - 4, y }), 'neighbours overlap by');
});

test('only neighbours overlap', () => {
  const { x, y } = good.discs[largest]!;
  has(changed(good.discs.length - 1, { x, y: y - 20 }), 'not neighbours come too near');
});

test('the open place', () => {
  const [first, last] = [good.discs[0]!, good.discs.at(-1)!];
  has(changed(0, { x: last.x - first.r - last.r - 10, y: last.y }), 'the open place is closed');
});

test('seats on one circle', () => {
  const { y } = good.discs[largest]!;
  has(changed(largest, { y: y + 0.1 }), 'off the circle');
  has({ ...good, circle: { ...good.circle, r: 120 } }, 'the circle is of');
});

test('nothing merely touches an edge', () => {
  const { x, r } = good.discs[largest]!;
  const right = frame.window.right - (x + r);
  has(moved(right, 0), 'merely touches the right edge');
  has(moved(right + 2, 0), 'merely touches the right edge');
  has(moved(0, 297 - good.discs[largest]!.y - r), 'merely touches the bottom edge');
});

test('slivers of discs and of overlaps', () => {
  has(moved(45, 0), 'a disc is cut to a sliver');
  has(moved(45, 0), 'an overlap is cut to a sliver');
});

test('scraps of ground along an edge', () => {
  const { x, y, r } = good.discs[largest]!;
  const corner = { ...frame, window: { ...frame.window, bottom: y + 10 } };
  const half = Math.sqrt(r * r - 100);
  corner.window.right = x + half + 2;
  has(good, 'a scrap of ground shows at the bottom edge', corner);
});

test('reach, type, panel, folio', () => {
  has(moved(-20, 0), 'out of reach at the left');
  has(moved(0, -60), 'out of reach at the top');
  const { x, y, r } = good.discs[largest]!;
  const beside = (mm: number) => box(x - r - mm - 10, y - 1, x - r - mm, y + 1);
  has(good, 'too near to type', courseCorner({ type: [beside(4.9)] }));
  assert.deepEqual(faults(good, courseCorner({ type: [beside(5.1)] })), []);
  has(good, 'too near to a panel', courseCorner({ panels: [beside(5.9)] }));
  assert.deepEqual(faults(good, courseCorner({ panels: [beside(6.1)] })), []);
  has(good, 'too near to the folio', courseCorner({ folio: beside(4.9) }));
});

test('a sheet: over the panel by 8, or 4 away', () => {
  const mark = drawMark(sheet(), 'physics');
  const first = mark.discs.toSorted((a, b) => a.x - a.r - (b.x - b.r))[0]!;
  const panel = (lap: number) => box(-3, 0, first.x - first.r + lap, 300);
  const fault = 'a disc comes too near to a panel';
  const found = (lap: number) => faults(mark, sheet({ panels: [panel(lap)] })).includes(fault);
  assert.deepEqual([-5, -3, 0, 7].map(found), [false, true, true, true]);
  assert.equal(faults(mark, sheet({ panels: [panel(9)] })).filter((f) => f === fault).length, 0);
});

test('how many discs, and which edges cut', () => {
  has({ ...good, discs: good.discs.slice(0, 2) }, '2 discs are seen');
  has(good, 'the left edge does not cut it', { ...frame, cutBy: ['left'] });
  has(good, 'edges cut it', { ...frame, cutEdges: [3, 3] });
  has(good, 'too much of the width empty', { ...frame, widthShare: 0.9 });
  has(moved(300, 0), 'a disc is not seen');
  has({ ...good, overlaps: [] }, 'an overlap is missing');
});

test('the folds of a cover: 8 clear, or across both', () => {
  const wrap = cover({}, { spineMm: 6 });
  const mark = drawMark(wrap, 'prospectus');
  const crossing = mark.discs[1]!;
  assert.ok(crossing.x - crossing.r < -14 && crossing.x + crossing.r > 8, 'one disc crosses');
  has(mark, 'a disc ends near a fold', { ...wrap, folds: [crossing.x + crossing.r + 7] });
});
