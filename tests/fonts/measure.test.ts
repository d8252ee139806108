import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { openFont } from '../../scripts/fonts/font.ts';
import { inkHeightEm, measure, readyToMeasure } from '../../scripts/fonts/measure.ts';
import { builtIn } from './built-in.ts';

const sans = openFont(builtIn('SourceSans3-Regular'));
const serif = openFont(builtIn('SourceSerif4-Regular'));

describe('measure', () => {
  it('says so when the shaper was not loaded', () => {
    assert.throws(() => measure(sans, 'a', 10), /readyToMeasure/);
  });

  describe('with the shaper', () => {
    before(readyToMeasure);

    it('gives the width that Chromium gives', () => {
      // Read from Chromium 156 with --font-render-hinting=none: canvas measureText at 100 px.
      assert.equal(measure(sans, 'projected', 100), 399.8);
      assert.equal(measure(serif, 'projected', 100), 422.2);
    });

    it('grows with the size and is nothing for no text', () => {
      assert.equal(measure(sans, 'Group therapy', 20), 2 * measure(sans, 'Group therapy', 10));
      assert.equal(measure(sans, '', 10), 0);
    });

    it('kerns, unless told not to', () => {
      const kerned = measure(sans, 'AVATAR To', 10);
      assert.ok(kerned < measure(sans, 'AVATAR To', 10, { kern: false }));
      assert.equal(kerned, measure(sans, 'AVATAR To', 10, { kern: true }));
    });

    it('switches features: proportional figures are narrower where there is a 1', () => {
      assert.ok(measure(sans, '1111', 10, { pnum: true }) < measure(sans, '1111', 10));
      assert.equal(measure(sans, '1111', 10), measure(sans, '2002', 10));
    });

    it('shapes composed and decomposed text alike', () => {
      assert.equal(measure(sans, 'Dw\u0302r', 10), measure(sans, 'Dŵr', 10));
    });

    it('knows lining figures from old-style ones by their height', () => {
      assert.ok(Math.abs(inkHeightEm(sans, '1') - inkHeightEm(sans, '6')) < 0.05);
      assert.ok(inkHeightEm(sans, 'x') < inkHeightEm(sans, 'X'));
    });
  });
});
