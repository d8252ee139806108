import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only, project, read, readCourse } from './projects.ts';

const courseOf = (yaml: string) => `---\n${yaml}\n---\nWords.\n`;

test('an unknown key is named at its place with the key that was meant, and the rest is kept', async (t) => {
  const { findings, course } = await readCourse(
    t,
    courseOf(
      'title: A\nfees:\n  - {audience: uk, totl: 8500, total: 8600}\ncontact_hours: 120 hours',
    ),
  );
  const [inFee, top] = findings.filter(({ code }) => code === 'content/unknown-key');
  assert.deepEqual([top?.place?.line, top?.place?.column, top?.place?.length], [5, 1, 13]);
  assert.match(top?.hint ?? '', /`contactHours`/);
  assert.deepEqual([inFee?.place?.line, inFee?.place?.column], [4, 20]);
  assert.match(inFee?.hint ?? '', /`total`/);
  assert.equal(course?.facts.fees?.[0]?.total, 8600);
  assert.equal(course?.facts.title, 'A');
});

test('an unknown key that resembles none lists those there are', async (t) => {
  const { findings } = await readCourse(t, courseOf('zebra: 1'));
  assert.match(only(findings, 'content/unknown-key').hint, /`title`/);
});

const wrong: [yaml: string, code: string, line: number, message: RegExp, hint: RegExp][] = [
  [
    'fees:\n  - {audience: uk, total: "£8,500"}',
    'wrong-type',
    3,
    /^`total` in this entry of `fees` is .*"£8,500".*a number/,
    /`total: 8500`/,
  ],
  ['credits: many', 'wrong-type', 2, /the text "many"; it takes a number/, /figures/],
  ['fees: {audience: uk}', 'wrong-type', 2, /a group of keys; it takes a list/, /`- `/],
  ['entry: [a]', 'wrong-type', 2, /a list; it takes text or a group of keys/, /one text/],
  ['title: {a: 1}', 'wrong-type', 2, /a group of keys; it takes text/, /one text/],
  ['title: true', 'wrong-type', 2, /`true`; it takes text/, /one text/],
  ['apply: soon', 'wrong-type', 2, /it takes a group of keys/, /key: value/],
  [
    'modules:\n  - {title: A, core: maybe}',
    'wrong-type',
    3,
    /it takes true or false/,
    /`true` or `false`/,
  ],
  ['validUntil: 27 September 2027', 'wrong-form', 2, /it takes a date/, /`2027-09-27`/],
  ['validUntil: 27/09/2027', 'wrong-form', 2, /it takes a date/, /`2027-09-27`/],
  ['validUntil: 03/04/2027', 'wrong-form', 2, /it takes a date/, /year-month-day/],
  ['validUntil: 2027-02-29', 'wrong-form', 2, /calendar/, /./],
  ['terms: javascript:alert(1)', 'wrong-form', 2, /it takes a web address/, /./],
  [`promise: ${'x'.repeat(72)}`, 'too-long', 2, /72 characters; it takes at most 60/, /by 12/],
  ['charts:\n  a: {template: bars}', 'not-one-of', 3, /"bars"/, /`bar`/],
  ['charts:\n  Bad One: {unit: x}', 'bad-key', 3, /small letters/, /./],
  ['years:\n  next: {}', 'bad-key', 3, /`years` takes a year/, /./],
  ['year: 27', 'out-of-range', 2, /at least 1900/, /./],
  ['schema: 2', 'not-one-of', 2, /the number 2/, /`1`/],
  ['claims:\n  - {source: S}', 'key-missing', 3, /^This entry of `claims` has no `text`/, /`text`/],
  ['images:\n  - {file: images/a.jpg, focus: [50]}', 'too-short', 3, /1 entries/, /./],
  ['images:\n  - {file: images/a.jpg, focus: [9, 9, 9]}', 'wrong-form', 3, /point.*area/, /four/],
  ['images:\n  - {file: images/a.jpg, focus: [60, 9, 40, 80]}', 'wrong-form', 3, /order/, /left/],
  ['images:\n  - {file: images/a.jpg, focus: [1, 2, 300, 80]}', 'out-of-range', 3, /300/, /100/],
  ['starts: 2027-09-27', 'wrong-type', 2, /it takes a list/, /`starts: \[2027-09-27\]`/],
  ['starts: 27 September', 'wrong-type', 2, /it takes a list/, /`- `/],
];
for (const [yaml, code, line, message, hint] of wrong) {
  test(`wrong: ${yaml.replace(/\s+/g, ' ').slice(0, 50)}`, async (t) => {
    const { findings, course } = await readCourse(t, courseOf(`standfirst: Kept\n${yaml}`), {
      'content/images/a.jpg': 'x',
    });
    assert.equal(findings.length, 1, JSON.stringify(findings));
    const finding = only(findings, `content/${code}`);
    assert.equal(finding.severity, 'error');
    assert.equal(finding.place?.line, line + 1);
    assert.match(finding.message, message);
    assert.match(finding.hint, hint);
    assert.equal(course?.facts.standfirst, 'Kept', 'the rest is kept');
    assert.ok((course?.refused?.length ?? 0) > 0);
  });
}

const cutOff: [yaml: string, column: number, hint: RegExp][] = [
  ['fees:\n  - { audience: uk, total: 4,250 }', 30, /`total: 4250`/],
  ['fees:\n  - {total: 4,250, audience: uk}', 15, /`total: 4250`/],
  ['fees:\n  - {audience: uk, total: 1,234,567}', 29, /`total: 1234567`/],
  [
    'fees:\n  - {audience: uk, covers: Teaching, supervision}',
    38,
    /`covers: "Teaching, supervision"`/,
  ],
  ['modules:\n  - {title: “First, with comma”}', 21, /`title: "First, with comma"`/],
];
for (const [yaml, column, hint] of cutOff) {
  test(`a value cut off by a comma: ${yaml.split('\n')[1]?.trim()}`, async (t) => {
    const { findings } = await readCourse(t, courseOf(yaml));
    assert.equal(findings.length, 1, JSON.stringify(findings));
    const finding = only(findings, 'content/comma-in-braces');
    assert.equal(finding.severity, 'error');
    assert.deepEqual([finding.place?.line, finding.place?.column], [3, column]);
    assert.match(finding.hint, hint);
  });
}

test('an unknown key is one without a value, too; what it meant is not missed', async (t) => {
  const { findings, course } = await readCourse(t, courseOf('title: A\nduraton:\nyears:\n  2027:'));
  const finding = only(findings, 'content/unknown-key');
  assert.equal(findings.length, 1);
  assert.match(finding.hint, /`duration`/);
  assert.deepEqual(course?.refused?.toSorted(), ['duration', 'duraton']);
});

test('every problem of a file is reported at once', async (t) => {
  const { findings } = await readCourse(
    t,
    courseOf(
      'titel: A\ncredits: many\nfees:\n  - {audience: uk, total: x}\n  - {audience: eu, perYear: y}',
    ),
  );
  assert.deepEqual(codes(findings).sort(), [
    'content/unknown-key @ content/courses/x.md:2',
    'content/wrong-type @ content/courses/x.md:3',
    'content/wrong-type @ content/courses/x.md:5',
    'content/wrong-type @ content/courses/x.md:6',
  ]);
});

test('no message counts entries from nought or writes paths', async (t) => {
  const { findings } = await readCourse(
    t,
    courseOf(
      `fees:\n  - {audience: uk, total: x, pirce: 1}\n  - 5\nclaims:\n  - {source: S}\nimages:\n  - {file: ../a.jpg}
starts: [2027-09-27, {a: 1}]\ncharts:\n  a: {rows: [{year: 2027, value: [1]}], x: 5, tempate: bar}\napply: {until: 1 May}`,
    ),
  );
  assert.ok(findings.length >= 9, JSON.stringify(findings));
  for (const { message, hint } of findings) {
    assert.doesNotMatch(message + hint, /`[^`]*(?:\.\d|[a-z]\.[a-z]+`)/, message);
  }
});

test('a number where text is expected is kept as it was typed', async (t) => {
  const { findings, course } = await readCourse(
    t,
    courseOf(
      'title: 2084\nduration: 1.50\ncontacts:\n  - {phone: 01632960001}\nstarts: [2027]\nlevel: 7',
    ),
  );
  assert.deepEqual(codes(findings), []);
  assert.equal(course?.facts.title, '2084');
  assert.equal(course?.facts.duration, '1.50');
  assert.equal(course?.facts.contacts?.[0]?.phone, '01632960001');
  assert.deepEqual(course?.facts.starts, ['2027']);
  assert.equal(course?.facts.level, 7);
});

test('yes and no are taken where true and false are expected', async (t) => {
  const { findings, course } = await readCourse(t, courseOf('modules:\n  - {title: A, core: no}'));
  assert.deepEqual(codes(findings), []);
  assert.equal(course?.facts.modules?.[0]?.core, false);
});

test('a key without a value is as good as absent, and its place is known', async (t) => {
  const { findings, course } = await readCourse(t, courseOf('title:\nlocation: ""\nfees:'));
  assert.deepEqual(codes(findings), []);
  assert.deepEqual(Object.keys(course?.facts ?? {}), ['schema']);
  assert.equal(course?.places.fees?.line, 4);
});

test('what is left of a list after a bad entry closes up, and so do its places', async (t) => {
  const { course } = await readCourse(
    t,
    courseOf('claims:\n  - {text: One}\n  - {source: no text}\n  - {text: Three, source: S}'),
  );
  assert.deepEqual(
    course?.facts.claims?.map(({ text }) => text),
    ['One', 'Three'],
  );
  assert.equal(course?.places['claims.1.source']?.line, 5);
  assert.equal(course?.places['claims.2'], undefined);
});

test('a publication without a kind is left out; one with a wrong kind too', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\n---\n',
    'content/publications/a.md': '---\ntitle: A\n---\n',
    'content/publications/b.md': '---\nkind: boook\n---\n',
    'content/publications/c.md': '---\nkind: book\n---\n',
  });
  const { findings, project: found } = await read(folder);
  assert.match(only(findings, 'content/key-missing').hint, /`kind`.*`book`/);
  assert.match(only(findings, 'content/not-one-of').hint, /`book`/);
  assert.deepEqual(
    found.publications.map(({ slug }) => slug),
    ['c'],
  );
});
