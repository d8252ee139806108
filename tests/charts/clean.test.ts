import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanSvg } from '../../scripts/charts/clean.ts';
import { parseSvg, writeSvg } from '../../scripts/charts/svg.ts';

const frame = { width: 100, height: 50, scale: 1, alt: 'a & "b"', family: 'Own Sans' };
const clean = (inner: string) =>
  cleanSvg(parseSvg(`<svg width="100" height="50">${inner}</svg>`), frame).replace(
    /^<svg[^>]*>|<\/svg>$/g,
    '',
  );

describe('parseSvg', () => {
  it('reads what it writes', () => {
    const text =
      '<svg a="1"><g b="x y"><text>a &amp; b<tspan x="0">c</tspan></text><path d="M0,0"/></g></svg>';
    assert.equal(writeSvg(parseSvg(text)), text);
  });

  it('refuses what is not whole', () => {
    for (const text of [
      '',
      '<svg><g></svg>',
      '<svg>',
      'x<svg/>y<',
      '<svg a=1/>',
      '<!DOCTYPE x><svg/>',
    ]) {
      assert.throws(() => parseSvg(text), /cannot be read/, text);
    }
  });
});

describe('cleanSvg', () => {
  it('is true to scale in points, and says what it is', () => {
    const svg = cleanSvg(parseSvg('<svg/>'), frame);
    assert.match(
      svg,
      /role="img" aria-label="a &amp; &quot;b&quot;" viewBox="0 0 100 50" width="35\.278mm" height="17\.639mm"/,
    );
    assert.match(
      cleanSvg(parseSvg('<svg/>'), { ...frame, scale: 0.5 }),
      /viewBox="0 0 100 50" width="17\.639mm"/,
    );
  });

  it('drops roles, classes, pointers, what is not shown and what has no ink', () => {
    const mark =
      '<path aria-label="x" role="graphics-symbol" class="m" pointer-events="none" d="M0,0h5" fill="#111111" opacity="1"/>';
    assert.equal(clean(mark), '<path d="M0,0h5" fill="#111111"/>');
    assert.equal(clean('<path d="M0,0h5" class="background"/>'), '');
    assert.equal(clean('<path d="M0,0h5" fill="#111111" display="none"/>'), '');
    assert.equal(clean('<script>x</script><foreignObject/><image href="x"/>'), '');
  });

  it('unwraps groups that move nothing and keeps those that do', () => {
    const path = '<path d="M0,0" fill="#111111"/>';
    assert.equal(clean(`<g class="a"><g transform="translate(0,0)">${path}</g></g>`), path);
    assert.equal(
      clean(`<g class="a" transform="translate(3,4)">${path}</g>`),
      `<g transform="translate(3,4)">${path}</g>`,
    );
    assert.equal(clean('<g transform="translate(3,4)"></g>'), '');
  });

  it('sets words and lines in place', () => {
    assert.equal(
      clean(
        '<text transform="translate(3,4)" font-size="10px" fill="#111111"><tspan>a</tspan><tspan x="0" dy="12">b</tspan></text>',
      ),
      '<text x="3" y="4" font-size="10" fill="#111111"><tspan>a</tspan><tspan x="3" dy="12">b</tspan></text>',
    );
    assert.equal(
      clean('<line transform="translate(3,4)" x2="5" y2="-1" stroke="#111111"/>'),
      '<line x1="3" y1="4" x2="8" y2="3" stroke="#111111"/>',
    );
    assert.match(
      clean('<text transform="translate(3,4) rotate(90)" fill="#111111">a</text>'),
      /rotate/,
    );
  });

  it('rounds numbers without running them together', () => {
    assert.equal(
      clean('<path d="M1.23456,2e-7h12-0.00001v84.66666666666666" fill="#111111"/>'),
      '<path d="M1.235,0h12 0v84.667" fill="#111111"/>',
    );
  });
});
