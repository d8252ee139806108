import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName, PdfRef, PdfString } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { numberText, serialise } from '../../scripts/pdf/serialise.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';
import { run } from '../fixtures/pdf/witness.ts';

test('numbers are written short, without exponents, and come back the same', () => {
  const values = [0, -0, 12, -0.23999999, 1 / 3, 1e-7, 123456.789, 2 ** 40];
  const texts = [
    '0',
    '0',
    '12',
    '-0.23999999',
    '0.3333333333333333',
    '0.0000001',
    '123456.789',
    '1099511627776',
  ];
  assert.deepEqual(values.map(numberText), texts);
  assert.throws(() => numberText(Number.NaN), RangeError);
});

test('names and strings are written so that they are read again', () => {
  const dict = PdfDict.of({ 'A b#/é': PdfName.of('%C5(x)') });
  dict.set('S', [
    new PdfString('a(b\\c)'),
    new PdfString('\xFE\xFF\0a'),
    new PdfRef(7),
    null,
    true,
  ]);
  const text = serialise(dict);
  assert.equal(
    text,
    '<</A#20b#23#2F#E9/#25C5#28x#29/S[(a\\(b\\\\c\\)) <FEFF0061> 7 0 R null true]>>',
  );
});

test('writing is repeatable: read and written again, the bytes are the same', () => {
  for (const objectStreams of [true, false]) {
    const once = writePdf(readPdf(fixture('chapter-one')), { objectStreams });
    const twice = writePdf(readPdf(once), { objectStreams });
    assert.deepEqual(twice, once);
  }
});

test('the identifier follows the content', () => {
  const identifier = (bytes: Uint8Array) =>
    readPdf(bytes)
      .array(readPdf(bytes).trailer.get('ID'))!
      .map((id) => (id as PdfString).bytes);
  const one = identifier(writePdf(readPdf(fixture('chapter-one'))));
  const two = identifier(writePdf(readPdf(fixture('chapter-two'))));
  assert.equal(one[0]!.length, 16);
  assert.equal(one[0], one[1]);
  assert.notEqual(one[0], two[0]);
});

test('what nothing refers to is not written', () => {
  const file = readPdf(fixture('chapter-welsh'));
  file.add(new PdfString('a secret nobody refers to'));
  const text = Buffer.from(writePdf(file, { objectStreams: false })).toString('latin1');
  assert.doesNotMatch(text, /a secret/);
  file.catalog.set('Note', file.add(new PdfString('a note that is kept')));
  assert.match(Buffer.from(writePdf(file, { objectStreams: false })).toString('latin1'), /a note/);
});

test('a reference to nothing is written as null', () => {
  const file = new PdfFile();
  const catalog = PdfDict.of({
    Type: PdfName.of('Catalog'),
    Gone: new PdfRef(99),
    List: [new PdfRef(99)],
  });
  file.trailer.set('Root', file.add(catalog));
  const text = Buffer.from(writePdf(file, { objectStreams: false })).toString('latin1');
  assert.match(text, /<<\/Type\/Catalog\/List\[null\]>>/);
});

test('a very long chain of objects is written without recursion', () => {
  const file = new PdfFile();
  let next = file.add(PdfDict.of({ Last: true }));
  for (let count = 0; count < 20_000; count++) next = file.add(PdfDict.of({ Next: next }));
  file.trailer.set('Root', next);
  assert.equal(readPdf(writePdf(file)).size > 20_000, true);
});

test('qpdf finds nothing wrong with either form', async (t) => {
  for (const objectStreams of [true, false]) {
    const bytes = writePdf(readPdf(fixture('hard')), { objectStreams });
    assert.equal(pagesOf(readPdf(bytes)).length, 1);
    const output = await run(t, 'qpdf', ['--check', '-'], bytes);
    if (output !== undefined) assert.match(output, /No syntax or stream encoding errors/);
  }
});
