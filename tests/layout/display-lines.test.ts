import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countLines, displayLines } from '../../scripts/layout/display-lines.ts';

/** Ten units a character. */
const widthOf = (text: string) => 10 * [...text].length;
const linesOf = (text: string, widthMm: number, lines = 4, lang = 'en-GB') =>
  displayLines(text, { widthOf, widthMm, lines, lang });

describe('large words in lines', () => {
  test('are broken by sense, of about one length', () => {
    assert.deepEqual(linesOf('Ask where the numbers came from.', 200), [
      'Ask where',
      'the numbers',
      'came from.',
    ]);
    assert.deepEqual(linesOf('Who decides, and how would you know?', 200), [
      'Who decides,',
      'and how would',
      'you know?',
    ]);
  });

  test('a sentence begins a line of its own', () => {
    assert.deepEqual(linesOf('Mend one chair. Then make one.', 240), [
      'Mend one chair.',
      'Then make one.',
    ]);
  });

  test('an article never ends a line where another break is as even, in each language', () => {
    for (const [lang, text] of [
      ['en-GB', 'See what a room of people is'],
      ['cy', 'Gweld sut y mae grŵp yn dal'],
      ['fr', 'Voir ce que les gens se disent'],
    ] as const) {
      const lines = linesOf(text, 200, 4, lang) ?? [];
      assert.equal(lines.join(' '), text);
      for (const line of lines) assert.doesNotMatch(line, / (a|y|les)$/, text);
    }
  });

  test('nothing is taken that is wider or has more lines than there is room for', () => {
    assert.equal(linesOf('Electroencephalography', 200), undefined);
    assert.equal(linesOf('one two three four five six', 60, 3), undefined);
    for (const width of [120, 180, 240, 400]) {
      const lines = linesOf('Ask where the numbers came from.', width) ?? [];
      for (const line of lines) assert.ok(widthOf(line) <= width, line);
    }
  });

  test('a word breaks after its hyphen or stroke where nothing else helps', () => {
    assert.deepEqual(linesOf('Neuro-psychology', 120), ['Neuro-', 'psychology']);
    assert.deepEqual(linesOf('Design/Engineering', 120), ['Design/', 'Engineering']);
    assert.deepEqual(linesOf('Part-time study', 120), ['Part-time', 'study']);
  });
});

test('lines are counted as a browser sets them: word after word', () => {
  assert.equal(countLines('aaa bbb ccc', 70, widthOf), 2);
  assert.equal(countLines('aaa bbb ccc', 110, widthOf), 1);
  assert.equal(countLines('a-word-that-is-too-wide', 100, widthOf), 3);
  // 20 letters, in lines of 10: eight, eight and four.
  assert.equal(countLines('aaaaaaaa\u200bbbbbbbbb\u200bcccc', 100, widthOf), 3);
  assert.equal(countLines('aaaa\u200bbbbb\u200bcccc', 90, widthOf), 2);
});
