import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../scripts/content/inputs.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName, PdfStream } from '../../scripts/pdf/objects.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { heavyFile } from '../../scripts/plan/messages.ts';
import { heaviest } from '../../scripts/plan/weight.ts';

function file(pictures: readonly Buffer[], fontBytes: number): Uint8Array {
  const pdf = new PdfFile();
  const program = pdf.add(new PdfStream(PdfDict.of({}), Buffer.alloc(fontBytes, 1)));
  const images = pictures.map((data) =>
    pdf.add(new PdfStream(PdfDict.of({ Subtype: PdfName.of('Image') }), data)),
  );
  const font = pdf.add(
    PdfDict.of({ FontName: PdfName.of('ABCDEF+Serif-Regular'), FontFile2: program }),
  );
  const catalog = PdfDict.of({ Type: PdfName.of('Catalog'), Held: [font, ...images] });
  pdf.trailer.set('Root', pdf.add(catalog));
  return writePdf(pdf);
}

test('what weighs most is named, pictures by their files and fonts by their names', () => {
  const pictures = [300, 900, 500, 100].map((size, i) => Buffer.alloc(size, i));
  const names = new Map(pictures.map((data, i) => [sha256(data), `content/images/${i}.jpg`]));
  assert.deepEqual(
    heaviest(file(pictures, 700), (hash) => names.get(hash)),
    [
      { name: 'content/images/1.jpg', bytes: 900 },
      { name: 'Serif-Regular', bytes: 700 },
      { name: 'content/images/2.jpg', bytes: 500 },
    ],
  );
  assert.deepEqual(
    heaviest(file(pictures, 7), () => undefined).map(({ name }) => name),
    ['Serif-Regular'],
  );
});

test('a heavy file is said with its size and parts', () => {
  const parts = [{ name: 'content/images/a.jpg', bytes: 4_200_000 }];
  const { message, severity } = heavyFile(6_250_000, 5, parts);
  assert.equal(severity, 'warning');
  assert.match(
    message,
    /6\.3 MB, more than 5; what weighs most: content\/images\/a\.jpg \(4\.2 MB\)/,
  );
  assert.doesNotMatch(heavyFile(6_250_000, 5, []).message, /weighs/);
});
