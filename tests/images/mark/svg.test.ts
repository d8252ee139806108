import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawMark } from '../../../scripts/images/mark/draw.ts';
import { courseCorner, indexFoot, ring } from '../../../scripts/images/mark/frames.ts';
import type { Mark } from '../../../scripts/images/mark/mark.ts';
import { markSvg } from '../../../scripts/images/mark/svg.ts';
import { box } from './surroundings.ts';

const colours = { accent: '#ff0000', second: '#00ff00', deep: '#000080', pale: '#fff000' };

/** The colour of each point, drawn at four pixels a millimetre on white. */
async function drawn(mark: Mark) {
  const svg = markSvg(mark, colours).replace(/width="(\d+)mm" height="(\d+)mm"/, (_, w, h) => {
    return `width="${w * 4}" height="${h * 4}"`;
  });
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => {
    const at = (Math.floor(y * 4) * info.width + Math.floor(x * 4)) * info.channels;
    return `#${data.subarray(at, at + 3).toString('hex')}`;
  };
}

for (const [mark, overlap] of [
  [drawMark(courseCorner(), 'physics'), colours.deep],
  [drawMark(ring(), 'physics'), colours.pale],
] as const) {
  test(`${mark.frame}: every point has the colour of what covers it`, async () => {
    const colourAt = await drawn(mark);
    const seen = new Set<string>();
    for (let x = 1; x < mark.window.right; x += 1.5) {
      for (let y = 1; y < mark.window.bottom; y += 1.5) {
        const depths = mark.discs.map((disc) => disc.r - Math.hypot(disc.x - x, disc.y - y));
        if (depths.some((depth) => Math.abs(depth) < 0.6)) continue;
        const covering = mark.discs.filter((_, i) => depths[i]! > 0);
        assert.ok(covering.length < 3, 'three discs never overlap');
        const expected =
          covering.length === 0
            ? '#ffffff'
            : covering.length === 2
              ? overlap
              : colours[covering[0]!.role];
        assert.equal(colourAt(x, y), expected, `at ${x}, ${y}`);
        seen.add(expected);
      }
    }
    assert.equal(seen.size, 4);
  });
}

test('decorative, without clip, blend, script or outside reference', () => {
  const svg = markSvg(drawMark(courseCorner(), 'physics'), colours, box(-3, -3, 213, 300));
  assert.match(svg, /^<svg [^>]*aria-hidden="true"/);
  assert.match(svg, /width="216mm" height="303mm" viewBox="-3 -3 216 303"/);
  assert.doesNotMatch(
    svg.replace('http://www.w3.org/2000/svg', ''),
    /clip|mask|blend|opacity|href|http|id=/,
  );
  assert.match(
    markSvg(drawMark(ring(), 'x'), { ...colours, accent: 'var(--accent)' }),
    /fill="var\(--accent\)"/,
  );
});

test('sizes are written to a thousandth of a millimetre', () => {
  const view = box(-4.3, -4.3, 214.3, 301.3);
  assert.match(
    markSvg(drawMark(courseCorner(), 'physics'), colours, view),
    /width="218.6mm" height="305.6mm"/,
  );
});

test('a mark without discs draws nothing', () => {
  assert.equal(markSvg(drawMark(indexFoot({ type: [box(0, 70, 210, 290)] }), 'x'), colours), '');
});
