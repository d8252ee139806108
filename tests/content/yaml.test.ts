import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../scripts/content/yaml.ts';
import { collector } from '../../scripts/finding.ts';
import { codes, only, readCourse } from './projects.ts';

function reading(text: string) {
  const { findings, report } = collector();
  return { facts: readYaml(text, 'x.md', 2, report), findings };
}

test('each fact has the place of its value, lists and groups that of their key', () => {
  const { facts } = reading(
    'title: A b\nfees:\n  - audience: uk\n    total: 8500\n  - {audience: eu}\n',
  );
  const place = (path: string) => {
    const { line, column, length } = facts!.places[path]!;
    return [line, column, length];
  };
  assert.deepEqual(place('title'), [2, 8, 3]);
  assert.deepEqual(place('fees'), [3, 1, 4]);
  assert.deepEqual(place('fees.0.total'), [5, 12, 4]);
  assert.deepEqual(place('fees.1.audience'), [6, 16, 2]);
  assert.deepEqual(facts!.keys['fees.0.total'], { file: 'x.md', line: 5, column: 5, length: 5 });
  assert.deepEqual(facts!.data.fees, [{ audience: 'uk', total: 8500 }, { audience: 'eu' }]);
});

test('dates, yes and no stay text, as YAML 1.2 has it; numbers remember how they were typed', () => {
  const { facts } = reading(
    'a: 2027-09-27\nb: yes\nc: 0114\nd: 2027-09-27T10:00:00Z\ne: 1e3\nf: .inf\n',
  );
  assert.deepEqual(facts!.data, {
    a: '2027-09-27',
    b: 'yes',
    c: 114,
    d: '2027-09-27T10:00:00Z',
    e: 1000,
    f: '.inf',
  });
  assert.equal(facts!.typed.c, '0114');
});

const broken: [what: string, yaml: string, code: string, line: number][] = [
  ['a second colon', 'year: 2027\ntitle: Groups: a start\n', 'yaml-colon', 3],
  ['a tab', 'a: 1\nb:\n\tc: 1\n', 'yaml-tab', 4],
  ['a reserved first character', 'a: 1\nb: @home\n', 'yaml-start', 3],
  ['an odd indent', 'a:\n  b: 1\n c: 2\n', 'yaml-indent', 4],
  ['an open quote', 'a: "x\nb: 2\n', 'yaml-open', 3],
  ['an open bracket', 'a: [1, 2\n', 'yaml-open', 2],
  ['words without a key', 'a: 1\nwords\n', 'yaml-broken', 3],
  ['a list at the top', '- a\n- b\n', 'front-matter-not-keys', 2],
];
for (const [what, yaml, code, line] of broken) {
  test(`broken YAML, ${what}: one finding with its line`, () => {
    const { facts, findings } = reading(yaml);
    assert.equal(facts, undefined);
    assert.equal(findings.length, 1, codes(findings).join());
    const finding = only(findings, `content/${code}`);
    assert.ok(Math.abs((finding.place?.line ?? 0) - line) <= (code === 'yaml-open' ? 1 : 0));
    assert.ok(finding.hint.length > 0);
  });
}

const misplaced: [what: string, yaml: string, code: string, at: [number, number, number]][] = [
  ['deeper than its neighbour', 'a: 1\n  bc: 2\nd: 3\n', 'yaml-indent', [3, 3, 3]],
  ['less deep in a list', 'a:\n  - b: 1\n   c: 2\n', 'yaml-indent', [4, 4, 2]],
  ['deeper in a list', 'a:\n  - b: uk\n     c: 2\n', 'yaml-indent', [4, 6, 2]],
  ['the first line alone', '  a: 1\nb: x\n', 'yaml-indent', [2, 3, 2]],
  ['less deep in a group', 'a:\n    b: 1\n   c: 2\n', 'yaml-indent', [4, 4, 2]],
  ['an entry beside none', 'a:\n  - b: 1\n - c: 2\n', 'yaml-indent', [4, 2, 4]],
  ['a quote closed by a curly one', 'a: "x”\nb: 2\n', 'yaml-open', [2, 4, 1]],
  ['that, and a quote below', 'a: "x”\nb: "y"\n', 'yaml-open', [2, 4, 1]],
  ['that, in braces', 'a: {b: "x”, c: 2}\nd: 3\n', 'yaml-open', [2, 8, 1]],
  ['that, with single ones', "a: 'x’\nb: 2\n", 'yaml-open', [2, 4, 1]],
];
for (const [what, yaml, code, at] of misplaced) {
  test(`broken YAML, ${what}: the place is where the mistake was made`, () => {
    const { findings } = reading(yaml);
    assert.equal(findings.length, 1, codes(findings).join());
    const { place, message } = only(findings, `content/${code}`);
    assert.deepEqual([place?.line, place?.column, place?.length], at);
    assert.equal(/curly/.test(message), code === 'yaml-open');
  });
}

test('a quote that is never closed is found where it opens', () => {
  const { findings } = reading('a: 1\nb: "x\nc: 2\n');
  const { place, message } = only(findings, 'content/yaml-open');
  assert.deepEqual([place?.line, place?.column], [3, 4]);
  assert.doesNotMatch(message, /curly/);
});

test('curly quotes round a value are a warning, within it they are letters', () => {
  const { facts, findings } = reading(
    'a: “University”\nb: {c: ‘x y’}\nd: The “big” one\ne: “One” and “two”\n',
  );
  assert.deepEqual(codes(findings), [
    'content/curly-quote @ x.md:2',
    'content/curly-quote @ x.md:3',
  ]);
  assert.match(findings[0]!.hint, /`"University"`/);
  assert.equal(findings[0]!.place?.column, 4);
  assert.equal(facts?.data.a, '“University”');
});

test('the hint for a second colon is the line to write', () => {
  const { findings } = reading('title: Groups: a start\n');
  assert.match(findings[0]!.hint, /`title: "Groups: a start"`/);
});

test('several problems of one file are all reported', () => {
  const { findings } = reading('a: @x\nb: @y\nc: 1\n');
  assert.deepEqual(codes(findings), ['content/yaml-start @ x.md:2', 'content/yaml-start @ x.md:3']);
});

test('a bomb of aliases is defused: what it grows to is bounded', () => {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 10; i++)
    rows.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  const { facts, findings } = reading(`${rows.join('\n')}\n`);
  assert.equal(facts, undefined);
  assert.deepEqual(codes(findings), ['content/yaml-too-much @ x.md:6']);
});

test('an alias within what it names ends', () => {
  const { findings } = reading('a: &a [*a]\nb: 1\n');
  assert.equal(findings.length, 1);
  assert.equal(only(findings, 'content/yaml-too-much').place?.line, 2);
});

test('a plain alias is read; one of nothing is a finding', () => {
  assert.deepEqual(reading('a: &x {b: 1}\nc: *x\n').facts!.data.c, { b: 1 });
  assert.equal(only(reading('a: *x\n').findings, 'content/yaml-alias').place?.line, 2);
});

test('brackets nested by the thousand end in one finding', () => {
  for (const piece of ['[', '{a: ', '- ']) {
    const { facts, findings } = reading(piece.repeat(20_000));
    assert.equal(facts, undefined);
    assert.ok(findings.length >= 1 && findings.length <= 3);
  }
});

test('tags are refused, those that would make objects above all', () => {
  for (const tag of ['!!js/function "x"', '!!str 5', '!x 5', '!!binary aGk=']) {
    assert.equal(only(reading(`a: ${tag}\n`).findings, 'content/yaml-tag').place?.line, 2);
  }
});

test('keys of the prototype are refused and change nothing', () => {
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const { facts, findings } = reading(`title: A\n${key}: {polluted: yes}\n`);
    assert.equal(only(findings, 'content/reserved-key').place?.line, 3);
    assert.deepEqual(Object.keys(facts!.data), ['title']);
    assert.equal(Object.getPrototypeOf(facts!.data), Object.prototype);
  }
  assert.equal(({} as { polluted?: string }).polluted, undefined);
});

test('a key given twice keeps its first value and is reported', () => {
  const { facts, findings } = reading('title: A\nyear: 2027\ntitle: B\n');
  assert.deepEqual(codes(findings), ['content/key-twice @ x.md:4']);
  assert.equal(facts!.data.title, 'A');
  const inEntry = reading('fees:\n  - {total: 1, total: 2}\n');
  assert.match(
    only(inEntry.findings, 'content/key-twice').message,
    /^`total` in this entry of `fees` is given twice/,
  );
});

test('a comment that looks like part of the value is a warning', () => {
  const finding = only(reading('location: Room #3\n').findings, 'content/yaml-hash');
  assert.equal(finding.severity, 'warning');
  assert.deepEqual(reading('location: Room 3 # ask Ann\n').findings, []);
});

test('in a project, a file with broken YAML is left out and its prose is still looked at', async (t) => {
  const { findings, project } = await readCourse(t, '---\na: @x\n---\nA <b>word</b>.\n', {
    'content/courses/other.md': 'To [x](course:x).\n',
  });
  assert.deepEqual(codes(findings), [
    'content/yaml-start @ content/courses/x.md:2',
    'markdown/html @ content/courses/x.md:4',
  ]);
  assert.deepEqual(
    project.courses.map(({ slug }) => slug),
    ['other'],
  );
});
