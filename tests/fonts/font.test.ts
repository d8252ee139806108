import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { covers } from '../../scripts/fonts/coverage.ts';
import { missingGlyphs, openFont } from '../../scripts/fonts/font.ts';
import { builtIn, renameTable, tableOffset } from './built-in.ts';

describe('openFont', () => {
  it('reads the metrics that lines are laid out by', () => {
    const serif = openFont(builtIn('SourceSerif4-Regular'));
    assert.deepEqual(
      [serif.unitsPerEm, serif.ascent, serif.descent, serif.lineGap],
      [1000, 1036, 335, 0],
    );
    assert.deepEqual([serif.capHeight, serif.xHeight], [670, 475]);
    const sans = openFont(builtIn('SourceSans3-Semibold'));
    assert.deepEqual([sans.ascent, sans.descent, sans.capHeight], [1000, 326, 660]);
  });

  it('takes the typographic metrics where OS/2 asks for them, as Chromium does', () => {
    const bytes = builtIn('SourceSerif4-Regular');
    const os2 = tableOffset(bytes, 'OS/2');
    const view = new DataView(bytes.buffer);
    view.setInt16(os2 + 68, 900);
    view.setInt16(os2 + 70, -250);
    assert.equal(openFont(bytes).ascent, 1036, 'not asked for: hhea');
    view.setUint16(os2 + 62, view.getUint16(os2 + 62) | 0x80);
    assert.deepEqual([openFont(bytes).ascent, openFont(bytes).descent], [900, 250]);
  });

  it('falls back to the typographic metrics where hhea has none', () => {
    const bytes = builtIn('SourceSerif4-Regular');
    const view = new DataView(bytes.buffer);
    const hhea = tableOffset(bytes, 'hhea');
    view.setInt16(hhea + 4, 0);
    view.setInt16(hhea + 6, 0);
    view.setInt16(tableOffset(bytes, 'OS/2') + 68, 910);
    assert.equal(openFont(bytes).ascent, 910);
  });

  it('reads family, style, features and the licence to embed', () => {
    const font = openFont(builtIn('SourceSans3-Semibold'));
    assert.equal(font.family, 'Source Sans 3');
    assert.equal(font.style, 'Semibold');
    for (const tag of ['smcp', 'onum', 'kern', 'liga', 'frac'])
      assert.ok(font.features.has(tag), tag);
    assert.ok(!font.features.has('lnum'));
    assert.equal(font.embedding, 0);
  });

  it('has a hash that changes with the bytes', () => {
    const bytes = builtIn('SourceSans3-Regular');
    const before = openFont(bytes).hash;
    assert.match(before, /^[0-9a-f]{64}$/);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    assert.notEqual(openFont(bytes).hash, before);
  });

  it('counts a kern table as kerning', () => {
    const bytes = renameTable(builtIn('SourceSans3-Regular'), 'GPOS', 'kern');
    assert.ok(openFont(bytes).features.has('kern'));
    const without = renameTable(builtIn('SourceSans3-Regular'), 'GPOS', 'XXXX');
    assert.ok(!openFont(without).features.has('kern'));
  });
});

describe('openFont, given something else', () => {
  const whole = builtIn('SourceSans3-Regular');
  const head = (text: string) =>
    new Uint8Array([...text].map((c) => c.charCodeAt(0)).concat(Array(60).fill(0)));
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'not-a-font'],
    ['a page', head('<!doctype html><p>Not found</p>'), 'not-a-font'],
    ['a web font', head('wOF2'), 'web-font'],
    ['a collection', head('ttcf'), 'collection'],
    ['a variable font', renameTable(whole, 'GDEF', 'fvar'), 'variable'],
    ['a font without outlines', renameTable(whole, 'glyf', 'XXXX'), 'damaged'],
    ['a font without cmap', renameTable(whole, 'cmap', 'XXXX'), 'damaged'],
    ['half a font', whole.slice(0, whole.length / 2), 'damaged'],
    ['a directory that lies', new Uint8Array([0, 1, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0]), 'damaged'],
  ];
  for (const [name, bytes, reason] of cases) {
    it(`says ${reason} of ${name}`, () => {
      assert.throws(() => openFont(bytes), { reason });
    });
  }

  it('never fails in another way, whatever byte is wrong', () => {
    let opened = 0;
    for (let i = 0; i < 400; i++) {
      const bytes = whole.slice();
      bytes[(i * 7919) % 4000] = (i * 151) % 256;
      try {
        openFont(bytes);
        opened++;
      } catch (fault) {
        assert.ok(fault instanceof Error && 'reason' in fault, String(fault));
      }
    }
    assert.ok(opened > 0 && opened < 400, String(opened));
  });
});

describe('coverage', () => {
  const font = openFont(builtIn('SourceSerif4-Regular'));

  it('knows what is there and what is not', () => {
    for (const letter of 'Aŵŷ£€’\u202fÉ') {
      assert.ok(covers(font.coverage, letter.codePointAt(0) ?? 0), letter);
    }
    for (const letter of '中ع\u{1f600}') {
      assert.ok(!covers(font.coverage, letter.codePointAt(0) ?? 0), letter);
    }
  });

  it('lists missing characters once, in the order of the text', () => {
    assert.deepEqual(missingGlyphs(font, 'Tŷ 中 a 国 a 中'), ['中', '国']);
    assert.deepEqual(missingGlyphs(font, 'Dŵr'), []);
  });

  it('takes an accent typed apart for the letter it makes', () => {
    assert.deepEqual(missingGlyphs(font, 'Dw\u0302r'), []);
  });

  it('asks for nothing where nothing is drawn', () => {
    assert.deepEqual(missingGlyphs(font, 'co\u00adop\n\u200b\ufe0f'), []);
  });
});
