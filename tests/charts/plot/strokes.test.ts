import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fittedDash, hatch, outline } from '../../../scripts/charts/plot/strokes.ts';

const bar = { left: 10, right: 40, base: 100, head: 20 };

describe('fittedDash', () => {
  it('begins and ends with a whole dash, near the pattern asked for', () => {
    for (const length of [20, 33.3, 79.37, 127.56]) {
      const [on = 0, off = 0] = fittedDash(length, [3.4, 2.3]);
      const periods = (length - on) / (on + off);
      assert.ok(Math.abs(periods - Math.round(periods)) < 1e-9, String(length));
      assert.ok(Math.abs(on / 3.4 - 1) < 0.15 && Math.abs(on / off - 3.4 / 2.3) < 1e-9);
    }
  });

  it('draws what is too short for a gap unbroken', () => {
    assert.deepEqual(fittedDash(4, [3.4, 2.3]), []);
  });
});

describe('outline', () => {
  it('has three sides within the bar and none at the base', () => {
    const sides = outline(bar, 1, [3, 2], 'deep');
    assert.equal(sides.length, 3);
    for (const { x, x2, y, y2 } of sides) {
      assert.ok(Math.min(x, x2) >= 10 && Math.max(x, x2) <= 40);
      assert.ok(!(y === 100 && y2 === 100), 'no side along the base');
      assert.ok(Math.min(y, y2) >= 20);
    }
    assert.ok(sides.every(({ dash }) => dash.length === 2));
    assert.ok(outline(bar, 1, undefined, 'deep').every(({ dash }) => dash.length === 0));
  });

  it('hangs below the base for a negative figure', () => {
    const top = outline({ ...bar, base: 20, head: 100 }, 1, undefined, 'deep')[1];
    assert.equal(top?.y, 99.5);
  });

  it('is a single line where a bar is no higher than it', () => {
    assert.equal(outline({ ...bar, head: 99.5 }, 1, [3, 2], 'deep').length, 1);
  });
});

describe('hatch', () => {
  it('lies within the bar, at 45 degrees, each line from edge to edge', () => {
    const lines = hatch(bar, 3, 0.5, 'deep');
    assert.ok(lines.length > 20);
    for (const { x, y, x2, y2 } of lines) {
      for (const at of [x, x2]) assert.ok(at >= 10 - 1e-9 && at <= 40 + 1e-9);
      for (const at of [y, y2]) assert.ok(at >= 20 - 1e-9 && at <= 100 + 1e-9);
      assert.ok(Math.abs(Math.abs(x2 - x) - Math.abs(y2 - y)) < 1e-9);
      const onEdge = [
        [x, y],
        [x2, y2],
      ].every(
        ([px = 0, py = 0]) =>
          [10, 40].some((edge) => Math.abs(px - edge) < 1e-9) ||
          [20, 100].some((edge) => Math.abs(py - edge) < 1e-9),
      );
      assert.ok(onEdge);
    }
  });
});
