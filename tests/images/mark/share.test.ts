import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shownShare, shownShareOfOverlap } from '../../../scripts/images/mark/share.ts';
import { box } from './surroundings.ts';

const window = box(0, 0, 100, 100);

/** A row of the grid through the middle of a disc has 5 in 100 of its points: half of that is the most it can be off by. */
function near(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 0.03, `${found}, not ${expected}`);
}

/** The share of a circle on this side of a line at a distance from its centre, in radii. */
function segment(distance: number): number {
  return (Math.acos(-distance) + distance * Math.sqrt(1 - distance ** 2)) / Math.PI;
}

describe('a disc', () => {
  test('inside the window shows whole, outside not at all', () => {
    assert.equal(shownShare({ x: 50, y: 50, r: 50 }, window), 1);
    assert.equal(shownShare({ x: 150, y: 50, r: 20 }, window), 0);
  });

  test('cut by one edge shows a segment, whichever edge it is', () => {
    for (const distance of [-0.6, -0.2, 0, 0.3, 0.8]) {
      const [first, last] = [20 * distance, 100 - 20 * distance];
      for (const [x, y] of [
        [first, 50],
        [last, 50],
        [50, first],
        [50, last],
      ] as const) {
        near(shownShare({ x, y, r: 20 }, window), segment(distance));
      }
    }
  });

  test('about a corner shows a quarter', () => {
    near(shownShare({ x: 0, y: 100, r: 30 }, window), 1 / 4);
  });
});

describe('an overlap', () => {
  const upper = { x: 50, y: 40, r: 20 };

  test('inside the window shows whole, though its discs are cut', () => {
    const pair = [
      { x: 90, y: 50, r: 20 },
      { x: 60, y: 50, r: 20 },
    ] as const;
    assert.equal(shownShareOfOverlap(...pair, window), 1);
  });

  test('cut along its axis shows half, outside not at all', () => {
    const lower = { x: 50, y: 65, r: 15 };
    near(shownShareOfOverlap(upper, lower, box(50, 0, 100, 100)), 1 / 2);
    assert.equal(shownShareOfOverlap(upper, lower, box(70, 0, 100, 100)), 0);
  });

  test('of a disc with one around it is the disc', () => {
    const small = { x: 50, y: 40, r: 10 };
    near(shownShareOfOverlap(upper, small, box(0, 35, 100, 100)), segment(0.5));
  });
});
