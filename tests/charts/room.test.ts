import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readyToMeasure } from '../../scripts/fonts/measure.ts';
import { draw } from './desk.ts';
import { barsOf, touching, wordsOf } from './read-svg.ts';

/** The same row of numbers every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const places = [
  'Community mental health services',
  'West',
  'South-east England and the islands',
  'Private practice',
  'Antidisestablishmentarianism',
  'Further and higher education',
];
const kinds = ['actual', 'actual', 'actual', 'estimate', 'projection'];
const modes = [
  'Online',
  'In person',
  'Blended learning',
  'Distance learning by post and by telephone',
];

/** A chart as somebody might ask for it: other rows, sizes and templates each time. */
function anyChart(number: number): { facts: object; size: string } {
  const roll = dice(number * 7919 + 1);
  const pick = <T>(from: readonly T[]) => from[Math.floor(roll() * from.length)] as T;
  const template = pick(['bar', 'bar', 'line', 'dot']);
  const named = roll() < 0.3;
  const count = named ? 1 + Math.floor(roll() * 6) : 1 + Math.floor(roll() * 30);
  const series = roll() < 0.35 ? modes.slice(0, 2 + Math.floor(roll() * 3)) : [undefined];
  const scale = 10 ** Math.floor(roll() * 9);
  const negative = roll() < 0.25;
  const rows = Array.from({ length: count }, (_, i) =>
    series.map((mode) => ({
      x: named ? (places[i] ?? '') : String(1990 + i),
      value:
        roll() < 0.05 && count > 2
          ? null
          : Math.round((roll() - (negative ? 0.4 : 0)) * scale * 10) / 10,
      kind: pick(kinds),
      ...(mode ? { mode } : {}),
    })),
  ).flat();
  rows[0] = { ...(rows[0] as (typeof rows)[0]), value: scale };
  const facts = {
    template,
    x: 'x',
    unit: 'Things',
    source: 'S',
    rows,
    ...(series[0] ? { series: 'mode' } : {}),
  };
  return { facts, size: pick(['side', 'side', 'wide', 'leaflet', 'large', 'clear', 'narrow']) };
}

const made: { svg: string; about: string }[] = [];

describe('words in charts', () => {
  before(async () => {
    await readyToMeasure();
    for (let i = 0; i < 150; i++) {
      const { facts, size } = anyChart(i);
      const { chart, codes } = await draw(facts, { size });
      const about = `chart ${i}: ${JSON.stringify({ size, ...facts })}`;
      if (chart) made.push({ svg: chart.svg, about });
      else assert.deepEqual(codes, ['charts/too-many-rows'], about);
    }
    assert.ok(made.length > 130, String(made.length));
  });

  it('never touch one another or leave the drawing, whatever the rows', () => {
    for (const { svg, about } of made) {
      const words = wordsOf(svg);
      assert.ok(words.length > 0);
      assert.deepEqual(touching(words), [], about);
      const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(
        Number,
      );
      for (const { text, left, right, top, bottom } of words) {
        const within = left > -0.1 && right < width + 0.1 && top > -0.1 && bottom < height + 0.1;
        assert.ok(within, `${text} of ${about}`);
      }
    }
  });

  it('never lie on a bar or a square', () => {
    for (const { svg, about } of made) {
      const bars = barsOf(svg).filter(({ height }) => height > 0.5);
      for (const { text, left, right, top, bottom } of wordsOf(svg)) {
        const on = bars.some(
          (bar) => left < bar.right && right > bar.left && top < bar.bottom && bottom > bar.top,
        );
        assert.ok(!on, `${text} of ${about}`);
      }
    }
  });

  it('would be found if they touched', () => {
    const text = (x: number) =>
      `<text x="${x}" y="20" font-size="10" font-weight="400">2021</text>`;
    const svg = (x: number) => `<svg>${text(0)}${text(x)}</svg>`;
    assert.deepEqual(touching(wordsOf(svg(10))), ['2021 | 2021']);
    assert.deepEqual(touching(wordsOf(svg(30))), []);
  });
});
