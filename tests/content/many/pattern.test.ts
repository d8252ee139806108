import assert from 'node:assert/strict';
import test from 'node:test';
import { fillPattern, nameOf, parsePattern } from '../../../scripts/content/many/pattern.ts';

function codesOf(text: string): string[] {
  const codes: string[] = [];
  const pattern = parsePattern(text, ({ code }, start, end) =>
    codes.push(`${code} «${text.slice(start, end)}»`),
  );
  assert.equal(pattern === undefined, codes.length > 0);
  return codes;
}

function filled(text: string, words: Record<string, string>): string {
  const pattern = parsePattern(text, ({ message }) => assert.fail(message));
  return fillPattern(pattern!, (part) => words[nameOf(part)] ?? '');
}

const names: [pattern: string, words: Record<string, string>, name: string][] = [
  ['{course}-{kind}', { course: 'law', kind: 'course-sheet' }, 'law-course-sheet'],
  ['Open day {Course}', { course: 'law' }, 'open-day-law'],
  ['{ course } / {fees.audience}', { course: 'law', 'fees.audience': 'UK only' }, 'law-uk-only'],
  ['{faculty}-{course}', { course: 'law' }, 'law'],
  ['../../{title}.pdf', { title: '../../etc/passwd' }, 'etc-passwd-pdf'],
  ['{title}', { title: 'C:\\CON\0|<>:"?*' }, 'c-con'],
  ['{title}', { title: 'Llŷn a’r Môr' }, 'llŷn-ar-môr'],
  ['{title}', { title: 'Cafe\u0301' }, 'café'],
];
for (const [pattern, words, name] of names) {
  test(`${pattern} with ${JSON.stringify(words)} is ${name}`, () => {
    assert.equal(filled(pattern, words), name);
  });
}

const bytes = (text: string) => Buffer.byteLength(text);

test('a name has at most 80 bytes: the longest value gives way, at the end of a word', () => {
  const title = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
  const name = filled('{title}-{kind}-{year}', { title, kind: 'course-sheet', year: '2028' });
  assert.match(name, /^word0-.*-word\d+-course-sheet-2028$/);
  assert.ok(bytes(name) <= 80 && bytes(name) > 70, name);
  for (const letter of ['x', 'é', '文', '𠀀']) {
    const one = filled('{title}-{kind}', { title: letter.repeat(400), kind: 'flyer' });
    assert.ok(bytes(one) <= 80 && one.endsWith('-flyer'), one);
    assert.equal(one.isWellFormed(), true);
  }
  const both = filled('{title}-{award}', { title: 'a'.repeat(2000), award: 'b'.repeat(2000) });
  assert.match(both, /^a+-b+$/);
  assert.ok(bytes(both) <= 80);
  assert.ok(bytes(filled('w'.repeat(200), {})) <= 80);
});

test('a pattern that names nothing or is not closed is said, with its place', () => {
  assert.deepEqual(codesOf('{coarse}-{kind}'), ['content/name-unknown «{coarse}»']);
  assert.deepEqual(codesOf('{fees}'), ['content/name-unknown «{fees}»']);
  assert.deepEqual(codesOf('{}'), ['content/name-unknown «{}»']);
  for (const open of ['{course', 'course}', '{a{course}}', '}{'])
    assert.deepEqual(codesOf(open), [`content/name-brace-open «${open}»`]);
  assert.deepEqual(codesOf('--'), ['content/name-empty «--»']);
  assert.deepEqual(codesOf('{course}'), []);
  const hints: string[] = [];
  parsePattern('{coarse}', ({ hint }) => hints.push(hint));
  assert.deepEqual(hints, ['Did you mean `{course}`?']);
});

test('hostile patterns end', () => {
  for (const piece of ['{', '}', '{}', '{a', '{{', '}{'])
    assert.ok(codesOf(piece.repeat(50_000 / piece.length)).length > 0);
});
