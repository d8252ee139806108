import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusCourse } from './course.ts';

const courses = Array.from({ length: 300 }, (_, i) => corpusCourse(i));

test('the same number gives the same file, another one another', () => {
  assert.deepEqual(corpusCourse(7), courses[7]);
  assert.equal(new Set(courses.map(({ markdown }) => markdown)).size, courses.length);
});

test('three hundred have what real ones have, and lack what real ones lack', () => {
  const share = (pattern: RegExp) =>
    courses.filter(({ markdown }) => pattern.test(markdown)).length / courses.length;
  const signs = [
    /^title: .{90}/m,
    /^title: .{0,4}$/m,
    /^fees:/m,
    /^promise:/m,
    /^charts:/m,
    /\u00A0/,
  ];
  const marks = [/\u00AD/, /\u200B/, /^• /m, /^\| /m, /\[\^n/, /\{\.short\}/, /^#### /m, /https?:/];
  for (const pattern of [...signs, ...marks]) {
    assert.ok(share(pattern) > 0.01 && share(pattern) < 0.9, `${pattern}: ${share(pattern)}`);
  }
  for (const lang of ['en-GB', 'cy', 'fr']) {
    assert.ok(courses.filter((one) => one.lang === lang).length > 30, lang);
  }
});
