import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextReader } from '../../scripts/check/text.ts';
import { Artifacts } from '../../scripts/finish/artifacts.ts';
import { latin1 } from '../../scripts/pdf/bytes.ts';
import { spliced } from '../../scripts/pdf/content.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName } from '../../scripts/pdf/objects.ts';
import { pageContent, pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';
import { chapters, dressed } from '../fixtures/pdf/promise.ts';

const mmPerPoint = 25.4 / 72;

/** Glyphs 1, 2 and 3 are 500, 600 and 250 wide, all others 1000. */
function rewritten(content: string, encoding = 'Identity-H'): string {
  const file = new PdfFile();
  const descendant = PdfDict.of({ W: [1, [500, 600, 250]] });
  const font = PdfDict.of({ Encoding: PdfName.of(encoding), DescendantFonts: [descendant] });
  const resources = PdfDict.of({ Font: PdfDict.of({ F: font }) });
  const bytes = Buffer.from(content);
  return spliced(bytes, new Artifacts(file).of(bytes, resources)).toString();
}

/** Content between a mark that tags it and its end. */
function tagged(content: string, encoding?: string): string {
  const open = '/P <</MCID 0>> BDC BT /F 10 Tf 1 0 0 1 0 0 Tm ';
  const text = rewritten(`${open}${content} ET EMC`, encoding);
  assert.ok(text.startsWith(open) && text.endsWith(' ET EMC'));
  return text.slice(open.length, -' ET EMC'.length);
}

test('glyphs that follow by their widths are one string', () => {
  assert.equal(tagged('<0001> Tj 5 0 Td <0002> Tj 6 0 Td <00030009> Tj'), '[<0001000200030009>]TJ');
  assert.equal(tagged('<0001> Tj'), '<0001> Tj');
});

test('kerning is a number between strings, and steps are not added up with their rounding', () => {
  assert.equal(
    tagged('<0001> Tj 4.8 0 Td <0002> Tj 6.3 0 Td <0003> Tj'),
    '[<0001>20<0002>-30<0003>]TJ',
  );
  // Each step is 0.00009 too wide, which is less than is written; ten of them are not.
  const steps = Array.from({ length: 10 }, () => '5.00009 0 Td <0001> Tj').join(' ');
  assert.match(tagged(`<0001> Tj ${steps}`), /-0\.0[1-9]/);
});

test('what counts from the last glyph is told where it was', () => {
  assert.equal(
    tagged('<0001> Tj 5 0 Td <0002> Tj 1 -12 Td <0003> Tj'),
    '[<00010002>]TJ 5 0 Td 1 -12 Td <0003> Tj',
  );
  assert.equal(
    tagged('<0001> Tj 5 0 Td <0002> Tj 12 TL T* <0003> Tj'),
    '[<00010002>]TJ 12 TL 5 0 Td T* <0003> Tj',
  );
  assert.equal(
    tagged('<0001> Tj 5 0 Td <0002> Tj 1 0 0 1 0 9 Tm <0003> Tj'),
    '[<00010002>]TJ 1 0 0 1 0 9 Tm <0003> Tj',
  );
  assert.equal(
    tagged('<0001> Tj 5 0 Td <0002> Tj 60 0 Td <0003> Tj 2.5 0 Td <0001> Tj'),
    '[<00010002>]TJ 5 0 Td 60 0 Td [<00030001>]TJ',
  );
});

test('a glyph that stands where the one before it ends still does', () => {
  const space = '/Span <</ActualText <FEFF00A0> >> BDC <0003> Tj EMC';
  assert.equal(
    tagged(`<0001> Tj 5 0 Td <0002> Tj ${space} 8.5 0 Td <0001> Tj 5 0 Td <0002> Tj`),
    `[<00010002>]TJ ${space} 5 0 Td 8.5 0 Td [<00010002>]TJ`,
  );
  assert.equal(
    tagged('<0001> Tj 5 0 Td <0002> Tj <0003> Tj 9 0 Td <0001> Tj'),
    '[<00010002>]TJ <0003> Tj 5 0 Td 9 0 Td <0001> Tj',
  );
  assert.equal(
    tagged("<0001> Tj 5 0 Td <0002> Tj <0003> ' <0001> Tj 5 0 Td <0001> Tj"),
    "[<00010002>]TJ 5 0 Td <0003> ' <0001> Tj 5 0 Td <0001> Tj",
  );
});

test('text that stands otherwise is left alone', () => {
  const pair = '<0001> Tj 5 0 Td <0002> Tj';
  for (const content of [`1 Tc ${pair}`, `2 Tw ${pair}`, `90 Tz ${pair}`, `/G gs ${pair}`]) {
    assert.equal(tagged(content), content);
  }
  assert.equal(tagged(pair, 'Identity-V'), pair);
  assert.equal(tagged('<0001> Tj <0002> Tj'), '<0001> Tj <0002> Tj');
  assert.equal(tagged('<01> Tj 5 0 Td <02> Tj'), '<01> Tj 5 0 Td <02> Tj');
  const saved = 'q BT /F 10 Tf ET Q BT <0001> Tj 5 0 Td <0002> Tj ET';
  assert.match(rewritten(saved), /<0001> Tj 5 0 Td <0002> Tj/);
});

test('a line outside a mark is one artifact', () => {
  const before = 'BT /F 10 Tf /P <</MCID 0>> BDC <0001> Tj EMC 9 0 Td ';
  assert.equal(
    rewritten(`${before}<0001> Tj 5 0 Td <0002> Tj ET`),
    `${before}/Artifact BMC\n[<00010002>]TJ\nEMC ET`,
  );
});

test('every word of a part reads, stands and measures as it did', () => {
  for (const name of [...chapters, 'hard']) {
    const before = readPdf(fixture(name));
    const after = dressed(name);
    const readers = [new TextReader(before), new TextReader(after)] as const;
    const pages = pagesOf(after);
    pagesOf(before).forEach((page, index) => {
      const was = readers[0].page(page);
      const is = readers[1].page(pages[index]!);
      assert.deepEqual(
        is.map(({ text }) => text),
        // Soft hyphens that are not drawn are none (unicode.test.ts).
        was.map(({ text }) => text.replaceAll('\u00AD', '')),
      );
      is.forEach((run, at) => {
        const slackMm = (run.sizePt * mmPerPoint * 0.02) / 1000;
        assert.ok(Math.abs(run.widthMm - was[at]!.widthMm) < slackMm, run.text);
        const moved = was[at]!.xMm - was[0]!.xMm - (run.xMm - is[0]!.xMm);
        assert.ok(Math.abs(moved) < slackMm, `${run.text}: ${moved}`);
      });
      const shows = (bytes: Uint8Array) => latin1(bytes).match(/T[jJ]\b/g)!.length;
      const fewer = shows(pageContent(after, pages[index]!.dict));
      assert.ok(fewer < shows(pageContent(before, page.dict)) / 3, `${fewer} left`);
    });
  }
});
