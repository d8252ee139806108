import assert from 'node:assert/strict';
import test from 'node:test';
import { pageLooks } from '../../scripts/pages/fingerprint.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName, PdfStream } from '../../scripts/pdf/objects.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { blue, plainPdf, red } from './plain-pdf.ts';

const prints = (pdf: Uint8Array) => pageLooks(pdf).map(({ print }) => print);

test('pages that look alike have one print, wherever they stand', async () => {
  const [one, two, three] = prints(await plainPdf([[red], [blue], [red]]));
  assert.equal(one, three);
  assert.notEqual(one, two);
  const [moved] = prints(await plainPdf([[blue], [red]], { spareObjects: 7 })).slice(1);
  assert.equal(moved, one);
});

test('a colour and a place make another print', async () => {
  const [one] = prints(await plainPdf([[red]]));
  const [other] = prints(await plainPdf([[{ ...red, colour: [1, 0, 0.1] }]]));
  const [moved] = prints(await plainPdf([[{ ...red, box: [1, 0, 50, 200] }]]));
  assert.equal(new Set([one, other, moved]).size, 3);
});

test('it knows how large a page is', async () => {
  const [look] = pageLooks(await plainPdf([[red]]));
  assert.deepEqual([look?.width, look?.height], [100, 200]);
});

interface Drawn {
  /** What the page calls its font, and what the font is. */
  name: string;
  baseFont: string;
  /** A form that the page draws, which draws another name of the same font. */
  inner?: string;
}

/** A page with a line of text, in the page itself and in a form, as Chromium numbers its fonts. */
function lettered({ name, baseFont, inner = name }: Drawn): Uint8Array {
  const file = new PdfFile();
  const stream = (dict: PdfDict, text: string) => file.add(new PdfStream(dict, Buffer.from(text)));
  const font = file.add(
    PdfDict.of({
      Type: PdfName.of('Font'),
      BaseFont: PdfName.of(baseFont),
      Widths: [baseFont.length],
    }),
  );
  const fonts = (called: string) => PdfDict.of({ Font: PdfDict.of({ [called]: font }) });
  const form = stream(PdfDict.of({ Resources: fonts(inner) }), `BT /${inner} 9 Tf (Same) Tj ET`);
  const resources = fonts(name);
  resources.set('XObject', PdfDict.of({ X1: form }));
  const again = file.reserve();
  file.set(again, PdfDict.of({ Again: again }));
  file.stream(form)?.dict.set('PieceInfo', again);
  const pages = file.reserve();
  const page = PdfDict.of({ Type: PdfName.of('Page'), Parent: pages, MediaBox: [0, 0, 100, 200] });
  page.set('Resources', resources);
  page.set('Contents', stream(new PdfDict(), `BT /${name} 12 Tf (Same) Tj ET /X1 Do`));
  const leaf = file.add(page);
  file.set(pages, PdfDict.of({ Type: PdfName.of('Pages'), Kids: [leaf], Count: 1 }));
  file.trailer.set('Root', file.add(PdfDict.of({ Type: PdfName.of('Catalog'), Pages: pages })));
  return writePdf(file);
}

test('how a font is called and cut makes no difference, which font it is does', () => {
  const of = (drawn: Drawn) => prints(lettered(drawn))[0];
  const one = of({ name: 'F4', baseFont: 'AAAAAA+Serif' });
  assert.equal(of({ name: 'F27', baseFont: 'AAAAAA+Serif' }), one);
  assert.equal(of({ name: 'F4', baseFont: 'BAAAAA+Serif', inner: 'F5' }), one);
  assert.notEqual(of({ name: 'F4', baseFont: 'AAAAAA+Sansy' }), one);
});

test('a damaged file is said to be one', () => {
  assert.throws(() => pageLooks(Buffer.from('%PDF-1.7\nnothing')), PdfFault);
});
