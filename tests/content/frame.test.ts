import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFrame, harmless } from '../../scripts/content/frame.ts';

const text = 'one\ntwo: three\nfour\n';

test('the line stands under the one above it, with carets under what is meant', () => {
  assert.equal(
    codeFrame(text, { line: 2, column: 6, length: 5 }),
    ['1 | one', '2 | two: three', '  |      ^^^^^'].join('\n'),
  );
});

test('without a column there are no carets; without such a line there is nothing', () => {
  assert.equal(codeFrame(text, { line: 2 }), '1 | one\n2 | two: three');
  assert.equal(codeFrame(text, { line: 99, column: 1 }), '');
  assert.equal(codeFrame(text, {}), '');
});

test('carets stand right after tabs, wide letters and combining marks', () => {
  assert.equal(codeFrame('\ta: b', { line: 1, column: 5, length: 1 }), '1 |   a: b\n  |      ^');
  assert.equal(codeFrame('数学: b', { line: 1, column: 5, length: 1 }), '1 | 数学: b\n  |       ^');
  assert.equal(
    codeFrame('e\u0301: b', { line: 1, column: 5, length: 1 }),
    '1 | e\u0301: b\n  |    ^',
  );
});

test('a long line is cut so that the place is seen', () => {
  const frame = codeFrame(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, {
    line: 1,
    column: 501,
    length: 4,
  });
  const [line, carets] = frame.split('\n') as [string, string];
  assert.ok(line.length < 110);
  assert.equal(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'HERE');
});

test('content cannot steer the terminal', () => {
  const hostile = '\u001b[2J\u001b]0;owned\u0007 \u202Eabc\u009b31m';
  const frame = codeFrame(hostile, { line: 1, column: 1 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  assert.doesNotMatch(frame, /[\u001b\u0007\u202e\u009b]/);
  assert.equal(harmless('a\tb\u001bc'), 'a  b·c');
});
