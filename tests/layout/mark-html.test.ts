import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike } from '../../scripts/images/mark/draw.ts';
import { courseCorner, cover } from '../../scripts/images/mark/frames.ts';
import { flyerFront } from '../../scripts/images/mark/horizon.ts';
import type { Disc, Mark } from '../../scripts/images/mark/mark.ts';
import { markDrawer } from '../../scripts/layout/mark-html.ts';

const trim = { widthMm: 210, heightMm: 297, beyondMm: 4.3 };
const slugs = Array.from({ length: 60 }, (_, i) => `course-${i}`);
const drawn = (some: readonly string[]) => {
  const draw = markDrawer(new Map(), trim);
  return new Map(some.map((slug) => [slug, draw(courseCorner(), slug).html]));
};

test('a course keeps its drawing when others are added, but for the few that would look alike', () => {
  const all = drawn(slugs);
  const alone = new Map(slugs.map((slug) => [slug, drawn([slug]).get(slug)]));
  const changed = slugs.filter((slug) => all.get(slug) !== alone.get(slug));
  assert.ok(changed.length > 0, 'no two of 60 are alike by chance: the test shows nothing');
  assert.ok(changed.length < 20, `${changed.length} of 60 were drawn again`);
  const without = drawn(slugs.filter((_, i) => i !== 10));
  const moved = [...without].filter(([slug, html]) => html !== all.get(slug));
  assert.ok(moved.length <= 1, `${moved.length} drawings changed because one course went`);
});

test('the same course has one drawing in a publication, however often it is drawn', () => {
  const draw = markDrawer(new Map(), trim);
  for (const slug of slugs.slice(0, 40)) draw(courseCorner(), slug);
  for (const slug of ['course-3', 'course-17']) {
    assert.equal(draw(courseCorner(), slug).html, draw(courseCorner(), slug).html);
  }
});

test('one arc runs over front and back: each page shows its part of the same discs', () => {
  const draw = markDrawer(new Map(), trim);
  const frame = cover({}, { spineMm: 6 });
  const front = draw(frame, 'prospectus').html;
  const back = draw(frame, 'prospectus', frame.window.left).html;
  const discs = (html: string) => [...html.matchAll(/<circle[^>]*>/g)].map(String);
  assert.deepEqual(discs(back), discs(front));
  const view = (html: string) => /viewBox="(-?[\d.]+) /.exec(html)?.[1];
  assert.equal(view(front), '-4.3');
  assert.equal(view(back), '-220.3');
  assert.match(back, /left:-4\.3/);
});

test('pieces of many courses, each by itself, are a family with hardly two alike', () => {
  const flyers = slugs.slice(0, 40);
  const words = (i: number) => ({
    type: [{ left: 12, top: 24, right: 80 + ((i * 13) % 40), bottom: 40 + 15 * (i % 3) }],
  });
  const twins = (family: readonly string[]) => {
    const kept = new Map<string, Mark>();
    const marks = flyers.map((slug, i) =>
      discsOf(markDrawer(kept, trim, family)(flyerFront(words(i)), slug).html),
    );
    return marks.filter((a, i) => marks.some((b, j) => j < i && alike(seatingOf(a), seatingOf(b))));
  };
  const without = twins([]).length;
  assert.ok(without >= 3, `${without} of 40 are alike by chance: the test shows nothing`);
  assert.ok(twins(flyers).length <= without / 3, `${twins(flyers).length} instead of ${without}`);
  // What is made beside it changes nothing.
  const one = (kept: Map<string, Mark>) =>
    markDrawer(kept, trim, flyers)(flyerFront(), 'course-30').html;
  const kept = new Map<string, Mark>();
  for (const slug of flyers) markDrawer(kept, trim, flyers)(flyerFront(), slug);
  assert.equal(one(kept), one(new Map()));
});

function discsOf(html: string): Disc[] {
  return [...html.matchAll(/<circle cx="([^"]*)" cy="([^"]*)" r="([^"]*)"/g)].map(
    ([, x, y, r]): Disc => ({ x: Number(x), y: Number(y), r: Number(r), role: 'second' }),
  );
}

const seatingOf = (discs: Disc[]) => ({ discs, circle: { x: 0, y: 0, r: 0 } });
