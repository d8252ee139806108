import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { develop } from '../../scripts/sample-pictures/develop.ts';
import { type Exposure, expose } from '../../scripts/sample-pictures/exposure.ts';

describe('a picture', () => {
  it('is the same however the rows are shared out', async () => {
    const take = (threads: number) =>
      expose('ruler', { scale: 0.012, samples: 2, deep: 1, threads });
    const [one, two] = [await take(1), await take(2)];
    assert.deepEqual(one.light, two.light);
    assert.deepEqual(develop(one, 0.5), develop(two, 0.5));
    const tones = new Set(develop(one, 0.5));
    assert.ok(tones.size > 40, `only ${tones.size} tones: nothing was drawn`);
  });
});

/** An even field of light. */
function field(light: number): Exposure {
  const [widthPx, heightPx] = [40, 30];
  const fill = (numbers: number, value: number) =>
    new Float32Array(widthPx * heightPx * numbers).fill(value);
  return {
    ...{ widthPx, heightPx, light: fill(1, light), glow: fill(1, 0) },
    ...{ lightVariance: fill(1, 0), glowVariance: fill(1, 0) },
    ...{ normal: fill(3, 0.577), distance: fill(1, 1), albedo: fill(1, 1) },
  };
}

describe('develop', () => {
  const middle = (light: number) => {
    const pixels = develop(field(light), 1);
    return [...pixels.slice((15 * 40 + 20) * 3, (15 * 40 + 20) * 3 + 3)] as [
      number,
      number,
      number,
    ];
  };

  it('leaves black black and white white, and makes the tones between warm', () => {
    assert.ok(Math.max(...middle(0)) <= 4);
    assert.ok(Math.min(...middle(60)) >= 250);
    const [red, green, blue] = middle(0.25);
    assert.ok(red > green && green > blue && red - blue < 12, String([red, green, blue]));
  });

  it('prints more light lighter', () => {
    const greens = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6].map((light) => middle(light)[1]);
    assert.deepEqual(
      greens,
      [...greens].sort((a, b) => a - b),
    );
    assert.equal(new Set(greens).size, greens.length);
  });
});
