import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPlainYaml } from '../../scripts/content/plain-yaml.ts';
import { readAnyYaml } from '../../scripts/content/yaml.ts';
import { collector } from '../../scripts/finding.ts';

/** What the library makes of a text; undefined when it has anything to say against it. */
function library(text: string) {
  const { findings, report } = collector();
  const facts = readAnyYaml(text, 'x.md', 2, report);
  return findings.length > 0 ? undefined : facts;
}

/** The plain reader's answer is the library's, or none; whether there was one. */
function agree(text: string): boolean {
  const plain = readPlainYaml(text, 'x.md', 2);
  if (!plain) return false;
  const any = library(text);
  assert.deepEqual(plain, any, JSON.stringify(text));
  return true;
}

const root = join(import.meta.dirname, '../..');

test('on every file of the repository’s projects it says what the library says', () => {
  const files = globSync(
    ['content/**/*.md', 'templates/projects/**/*.md', 'tests/fixtures/content/**/*.md'],
    { cwd: root },
  );
  assert.ok(files.length > 10);
  let read = 0;
  let all = 0;
  for (const file of files) {
    const yaml = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(root, file), 'utf8'))?.[1];
    if (yaml === undefined) continue;
    all++;
    if (agree(yaml)) read++;
  }
  assert.ok(read / all > 0.8, `it reads most of them: ${read} of ${all}`);
});

test('what people write is read by it', () => {
  for (const yaml of [
    'title: A b, c (d) - e/f\nyear: 2027\n',
    'a: \'it is\'\nb: "a: b # c"\nc: true\nd: -1.5\ne: 0114\nf: 1e3\ng: 2027-09-27\nh: yes\n',
    'a:\n  - b: 1\n    c: [x, "y, z", 3]\n  - {d: e f, g: {h: i}}\n  - plain words\nj:\n- k\n- l\n',
    '# note\na: 1\n\n  # another\nb:\n    c: 2\n    d:\n      - e\n',
    'a: []\nb: {}\nc: [ x , y ]\n',
    'a: naïve – “quoted” £5 %\nb: 10:30\nc: https://example.org/a#b\nd: a:b\n',
    '2027:\n  starts: [2027-09-27]\n',
    'a: x\u00A0\nb: y   \n',
  ]) {
    assert.ok(agree(yaml), yaml);
  }
});

test('what is wrong or doubtful is left to the library', () => {
  for (const yaml of [
    'a: b: c\n',
    'a:\n',
    'a: ~\n',
    'a: |\n  b\n',
    'a: >\n  b\n',
    'a: &x b\n',
    'a: *x\n',
    'a: !t b\n',
    'a: b\n  c\n',
    'a: b # c\n',
    'a: "b" # c\n',
    'a: "b\\n"\n',
    "a: 'b''c'\n",
    'a: [b,\n  c]\n',
    'a: [b, ]\n',
    'a: [b] c\n',
    'a: {b}\n',
    'a: {b:c}\n',
    'a: {"b": c}\n',
    'a: [b: c]\n',
    'a: 1\na: 2\n',
    '__proto__: 1\n',
    'constructor: 1\n',
    'a:\n  b: 1\n c: 2\n',
    'a:\n   b: 1\n  c: 2\n',
    '  a: 1\nb: 2\n',
    '- a\n',
    'a: - b\n',
    'a:\n  - - b\n',
    'a:\n  -\n',
    'a: @b\n',
    'a:\tb\n',
    'a: 1\n---\nb: 2\n',
    '? a\n: b\n',
    'a b: c\n',
    '"a": b\n',
    'a: .inf\n',
    'a: 0x1F\n',
    'words\n',
    `a: ${'['.repeat(20)}b${']'.repeat(20)}\n`,
  ]) {
    assert.equal(readPlainYaml(yaml, 'x.md', 2), undefined, yaml);
  }
});

test('on texts made at random it says what the library says, or nothing', () => {
  // A small generator with a seed of its own: the same texts in every run.
  let seed = 12345;
  const random = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * n);
  };
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const good = [
    'a',
    'b c',
    '1',
    '-1',
    '1.5',
    '2027-09-27',
    'true',
    "'q'",
    '"q: #"',
    '[a, "b"]',
    '{a: 1, b: x}',
    'ü',
    '{a: [1, {b: c}]}',
    'a:b',
    'it’s',
    '5"',
    'No',
    '+1',
    '.5',
    '1.',
    '1e5',
    '1_0',
    "it's",
    '10:30',
    '[ ]',
    'x#y',
  ];
  const odd = [
    'x: y',
    '[',
    '}',
    '- ',
    ': ',
    ' #',
    '#',
    ',',
    '',
    ' ',
    '*a',
    '&a',
    '|',
    '0x1',
    '~',
    '"a" b',
    '-a',
    '- b',
    '?',
    '%',
    '!x',
    'null',
    '[a, ]',
    '{a}',
    '"',
  ];
  const keys = ['a', 'b', 'c', 'd_e', 'f-g', '2027', 'g', 'i', 'k'];
  const oddKeys = ['h i', '- a', '-', '"k"', 'toString', 'a'];
  let read = 0;
  for (let round = 0; round < 6000; round++) {
    const isOdd = random(2) === 0;
    const rows: string[] = [];
    let indent = '';
    for (let n = random(6); n >= 0; n--) {
      const key = isOdd && random(6) === 0 ? pick(oddKeys) : pick(keys);
      const opens = random(4) === 0;
      const value = isOdd && random(3) === 0 ? pick(odd) : pick(good);
      const entry = indent !== '' && random(2) === 0 ? '- ' : '';
      const space = isOdd ? pick([' ', ' ', '  ', '']) : ' ';
      rows.push(`${indent}${entry}${key}:${opens ? '' : `${space}${value}`}${pick(['', '', ' '])}`);
      if (entry !== '' && random(2) === 0) rows.push(`${indent}  ${pick(keys)}: ${pick(good)}`);
      indent = opens ? `${indent}${pick(['  ', '  ', '    '])}` : pick([indent, indent, '']);
      if (isOdd && random(5) === 0) indent = ' '.repeat(random(5));
    }
    if (agree(`${rows.join('\n')}${pick(['', '\n'])}`)) read++;
  }
  assert.ok(read > 1000, `${read} of them were plain`);
});
