import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrap, wrapHard } from '../../../scripts/charts/plot/wrap.ts';

/** A letter is 1 wide. */
const width = (text: string) => text.length;

describe('wrap', () => {
  it('fills lines from the first', () => {
    assert.deepEqual(wrap('North Wales and the Marches', 11, 3, width), [
      'North Wales',
      'and the',
      'Marches',
    ]);
    assert.deepEqual(wrap('West', 11, 3, width), ['West']);
  });

  it('breaks after hyphens and strokes, and never at a no-break space', () => {
    assert.deepEqual(wrap('south-east', 7, 2, width), ['south-', 'east']);
    assert.deepEqual(wrap('2021/22', 5, 2, width), ['2021/', '22']);
    assert.equal(wrap('level\u00a07', 6, 2, width), undefined);
  });

  it('gives nothing for a word that is too wide or too many lines', () => {
    assert.equal(wrap('Antidisestablishmentarianism', 10, 9, width), undefined);
    assert.equal(wrap('a b c d', 1, 3, width), undefined);
  });
});

describe('wrapHard', () => {
  it('breaks a word where the line is full and loses no letter', () => {
    const lines = wrapHard('The Antidisestablishmentarianism debate', 10, width);
    assert.ok(
      lines.every((line) => line.length <= 10),
      lines.join('|'),
    );
    assert.equal(lines.join('').replaceAll(' ', ''), 'TheAntidisestablishmentarianismdebate');
  });

  it('does as wrap does where that is enough', () => {
    assert.deepEqual(wrapHard('North Wales and', 11, width), ['North Wales', 'and']);
  });
});
