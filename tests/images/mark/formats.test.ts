import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { build } from '../../../scripts/images/mark/build.ts';
import { alike, drawMark } from '../../../scripts/images/mark/draw.ts';
import { faults } from '../../../scripts/images/mark/faults.ts';
import { cardWide, flyerFront, posterFront, slide } from '../../../scripts/images/mark/horizon.ts';
import { leafletInside, leafletInsides } from '../../../scripts/images/mark/leaflet.ts';
import type { Disc, Mark, MarkFrame } from '../../../scripts/images/mark/mark.ts';
import { bareFormats, frontAlone, fronts, insidesAndBacks, linesOfPromises } from './formats.ts';
import { box } from './surroundings.ts';

function holds(frame: MarkFrame, seeds: number): void {
  for (let seed = 0; seed < seeds; seed++) {
    const mark = drawMark(frame, `course-${seed}`);
    assert.notEqual(mark.discs.length, 0, `seed ${seed} was not drawn`);
    assert.deepEqual(faults(mark, frame), [], `seed ${seed}`);
  }
}

function largest({ discs }: Mark): Disc {
  return discs.toSorted((a, b) => b.r - a.r)[0]!;
}

function seeds<T>(count: number, make: (seed: string) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(`course-${i}`));
}

describe('500 seeds with nothing to keep clear of, drawn without fault', () => {
  for (const [i, frame] of [...bareFormats, frontAlone].entries()) {
    test(`${frame.name} (${i + 1})`, () => holds(frame, 500));
  }
});

describe('beside words and panels', () => {
  for (const lines of linesOfPromises) {
    for (const [i, frame] of fronts(lines).entries()) {
      test(`${frame.name} (${i + 1}), a promise of ${lines}`, () => holds(frame, 200));
    }
  }
  for (const [i, frame] of insidesAndBacks.entries()) {
    test(`${frame.name} (${i + 1})`, () => holds(frame, 500));
  }
});

test('a sketch keeps all rules by itself, sunk or not', () => {
  const sunk = fronts(5).map((frame) => ({ ...frame, keepOut: {} }));
  for (const frame of [...bareFormats, ...sunk, frontAlone]) {
    assert.deepEqual(faults(build(frame.sketch, frame), frame), [], frame.name);
  }
});

test('the largest disc: its radius is the house style’s, its centre within 6 mm of it, or the same share of a screen', () => {
  const px = 25.4 / 96;
  for (const [name, x, y, r, mm] of [
    ['flyer-front', 86, 142, 52, 6],
    ['poster-front', 138, 318, 114, 6],
    ['card-wide', 745 * px, 560 * px, 230 * px, 27 * px],
    ['card-tall', 628 * px, 987 * px, 380 * px, 44 * px],
    ['slide', 1150 * px, 770 * px, 384 * px, 44 * px],
    ['flyer-back', 148, 196, 33, 6],
    ['plain-corner', 200, 6, 30, 6],
  ] as const) {
    const frame = bareFormats.find((one) => one.name === name)!;
    for (const disc of seeds(100, (seed) => largest(drawMark(frame, seed)))) {
      assert.ok(Math.abs(disc.x - x) <= mm + 0.001, `${name}: x ${disc.x}`);
      assert.ok(Math.abs(disc.y - y) <= mm + 0.001, `${name}: y ${disc.y}`);
      assert.ok(Math.abs(disc.r - r) < 0.001, `${name}: r ${disc.r}`);
    }
  }
});

test('in a leaflet it ends 8 mm from the fold: on the front right of it, inside left of it', () => {
  const [outside] = bareFormats.filter(({ name }) => name === 'leaflet-outside');
  const inside = leafletInside();
  for (const seed of seeds(100, (one) => one)) {
    const onFront = largest(drawMark(outside!, seed));
    assert.ok(onFront.x - onFront.r - 197 >= 7.999, `${onFront.x}`);
    const hanging = largest(drawMark(inside, seed));
    assert.ok(200 - hanging.x - hanging.r >= 7.999, `${hanging.x}`);
  }
});

test('coral and sage alternate from the largest disc on', () => {
  for (const frame of bareFormats) {
    for (const { discs } of seeds(40, (seed) => drawMark(frame, seed))) {
      const first = discs.findIndex(({ r }) => discs.every((disc) => disc.r <= r));
      for (const [i, { role }] of discs.entries()) {
        assert.equal(role, (i - first) % 2 === 0 ? 'accent' : 'second', frame.name);
      }
    }
  }
});

/** How many discs show on a panel by 8 mm and more. */
function shownOn(mark: Mark, left: number, right: number): number {
  return mark.discs.filter(({ x, r }) => x + r >= left + 8 && x - r <= right - 8).length;
}

test('the front of a leaflet alone has three discs; nothing comes near the flap; the chain crosses the fold', () => {
  for (const frame of bareFormats.filter(({ name }) => name === 'leaflet-outside')) {
    const fold = frame.folds.at(-1)!;
    const marks = seeds(100, (seed) => drawMark(frame, seed));
    for (const mark of marks) {
      assert.ok(shownOn(mark, fold, frame.window.right) >= 3);
      assert.ok(mark.discs.some(({ x, r }) => x - r < fold - 8 && x + r > fold + 8));
      if (frame.window.left === 0) continue;
      assert.ok(mark.discs.every(({ x, r }) => x - r >= frame.window.left + 7.999));
    }
    assert.ok(
      marks.some((mark) => shownOn(mark, frame.window.left, fold) < 3),
      'control',
    );
  }
});

test('where the front alone is deep, the fold crops the chain', () => {
  for (const mark of seeds(50, (seed) => drawMark(frontAlone, seed))) {
    assert.ok(mark.discs.some(({ x, r }) => x - r < frontAlone.window.left));
  }
});

test('discs hang across the fold inside, left or right of it; what is kept clear is as given', () => {
  const type = [box(160, 61, 280, 200)];
  const right = leafletInside({ type }, leafletInsides.a5);
  assert.deepEqual(right.keepOut, { type });
  assert.deepEqual([leafletInside().retreat?.x, right.retreat?.x], [1, -1]);
  for (const [frame, fold, side] of [
    [leafletInside(), 200, -1],
    [right, 148.5, 1],
  ] as const) {
    for (const mark of seeds(50, (seed) => drawMark(frame, seed))) {
      assert.equal(Math.sign(largest(mark).x - fold), side);
      assert.ok(mark.discs.some(({ x, r }) => x - r < fold - 8 && x + r > fold + 8));
    }
  }
});

test('over a long promise discs become smaller and step back to the right, then there are none', () => {
  const right = (frame: MarkFrame) => {
    const { x, r } = largest(drawMark(frame, 'physics'));
    return { r, right: x + r };
  };
  const bare = right(slide());
  const beside = right(fronts(4).find(({ name }) => name === 'slide')!);
  assert.ok(beside.r < 0.8 * bare.r, `${beside.r}`);
  assert.ok(Math.abs(beside.right - bare.right) < 24, `${beside.right}, ${bare.right}`);
  assert.deepEqual(drawMark(cardWide({ type: [box(10, 20, 300, 135)] }), 'physics').discs, []);
});

describe('a family with no two alike', () => {
  for (const frame of fronts(3)) {
    test(frame.name, () => {
      const marks: Mark[] = [];
      for (const seed of seeds(40, (one) => one)) marks.push(drawMark(frame, seed, marks));
      const doubles = marks.filter((a, i) => marks.some((b, j) => j < i && alike(a, b)));
      assert.equal(doubles.length, 0);
      // By chance alone: a third at most, and not none in all frames, or `alike` would be blind.
      const free = seeds(40, (one) => drawMark(frame, one));
      const twins = free.filter((a, i) => free.some((b, j) => j < i && alike(a, b))).length;
      assert.ok(twins <= 14, `${twins} twins`);
    });
  }

  test('control: some slides that do not know of each other are alike', () => {
    const free = seeds(40, (seed) => drawMark(slide(), seed));
    assert.ok(free.some((a, i) => free.some((b, j) => j < i && alike(a, b))));
  });

  test('as many compositions as a wall of them needs', () => {
    for (const frame of [flyerFront(), posterFront()]) {
      const kinds = seeds(40, (seed) => {
        const { discs } = drawMark(frame, seed);
        const r = Math.max(...discs.map((disc) => disc.r));
        return discs.map((disc) => (disc.r / r).toFixed(2)).join(' ');
      });
      assert.ok(new Set(kinds).size >= 10, `${new Set(kinds).size}`);
    }
  });
});

test('drawings stay what they are: a course keeps its flyer from one release to the next', () => {
  const drawings = [...fronts(3), ...insidesAndBacks].map((frame) =>
    seeds(20, (seed) => drawMark(frame, seed)),
  );
  const digest = createHash('sha256').update(JSON.stringify(drawings)).digest('hex');
  assert.equal(digest.slice(0, 16), '59e226cba81e9201');
});
