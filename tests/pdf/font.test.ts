import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readUnicodeMap, unicodeMapBytes } from '../../scripts/pdf/cmap.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { readFont, withoutTag } from '../../scripts/pdf/font.ts';
import { PdfDict } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { cidWidthEntries, readCidWidths } from '../../scripts/pdf/widths.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';

test('a ToUnicode stream is read: single codes, ranges, lists', () => {
  const map = readUnicodeMap(
    Buffer.from(`1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0020> <01A1> <00660069> endbfchar
2 beginbfrange <0028> <002A> <006D> <0030> <0031> [<D83DDE00> <0041>] endbfrange`),
  );
  assert.equal(map.codeBytes, 2);
  assert.deepEqual(Object.fromEntries(map.characters), {
    1: ' ',
    417: 'fi',
    40: 'm',
    41: 'n',
    42: 'o',
    48: '😀',
    49: 'A',
  });
});

test('a ToUnicode stream is written so that it is read again', () => {
  const characters = new Map(
    Array.from({ length: 250 }, (_, at) => [at * 3, `${String.fromCodePoint(0x1f600 + at)}ff`]),
  );
  assert.deepEqual(readUnicodeMap(unicodeMapBytes(characters)), { codeBytes: 2, characters });
});

test('a ToUnicode stream cannot grow without bound', () => {
  const bomb = `${'<0000> <FFFF> <0041> '.repeat(30)}endbfrange`;
  assert.throws(() => readUnicodeMap(Buffer.from(bomb)), PdfFault);
});

test('widths are read in both forms and written back the same', () => {
  const file = new PdfFile();
  const font = PdfDict.of({ DW: 217, W: [0, [640, 224], 20, 22, 526, 100, [300]] });
  const { standard, byCode } = readCidWidths(file, font);
  assert.equal(standard, 217);
  assert.deepEqual(
    [...byCode],
    [
      [0, 640],
      [1, 224],
      [20, 526],
      [21, 526],
      [22, 526],
      [100, 300],
    ],
  );
  const again = readCidWidths(file, PdfDict.of(cidWidthEntries(byCode)));
  for (const [code, width] of byCode) assert.equal(again.byCode.get(code) ?? again.standard, width);
});

test('widths cannot grow without bound', () => {
  const font = PdfDict.of({ W: Array.from({ length: 300 }, () => [0, 65535, 500]).flat() });
  assert.throws(() => readCidWidths(new PdfFile(), font), PdfFault);
});

test('fonts of a printed file say their name, width and meaning', () => {
  const file = readPdf(fixture('hard'));
  const fonts = file.dict(pagesOf(file)[0]!.resources.get('Font'))!;
  const read = fonts.values().map((value) => readFont(file, file.dict(value)!));
  const byName = new Map(read.map((font) => [font.name || font.subtype, font]));
  assert.deepEqual([...byName.keys()].sort(), [
    'SourceSans3-Regular',
    'SourceSerif4-Regular',
    'SourceSerif4-Semibold',
    'Type3',
  ]);
  const sans = byName.get('SourceSans3-Regular')!;
  assert.deepEqual([sans.embedded, sans.codeBytes, sans.glyph(0)], [true, 2, 0]);
  assert.equal(byName.get('Type3')!.codeBytes, 1);
  const serif = byName.get('SourceSerif4-Regular')!;
  // Glyph numbers are the original's, so its own table of advances must say the same.
  const original = readFileSync(
    new URL('../../templates/fonts/SourceSerif4-Regular.ttf', import.meta.url),
  );
  for (const letter of 'Upwards') {
    const code = [...Array(2000).keys()].find((glyph) => serif.text(glyph) === letter)!;
    assert.equal(serif.width(code), advanceOf(original, code), letter);
  }
});

/** A glyph's advance in a font of 1000 units an em: `hmtx`, found by the font's directory. */
function advanceOf(font: Buffer, glyph: number): number {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'hmtx') {
      return font.readUInt16BE(font.readUInt32BE(at + 8) + 4 * glyph);
    }
  }
  return Number.NaN;
}

test('a subset tag is taken off, a name that only looks like one is kept', () => {
  assert.equal(withoutTag('ABCDEF+SourceSerif4-Regular'), 'SourceSerif4-Regular');
  assert.equal(withoutTag('ABC+Font'), 'ABC+Font');
});
