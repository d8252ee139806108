import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseCorner, cover } from '../../scripts/images/mark/frames.ts';
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
