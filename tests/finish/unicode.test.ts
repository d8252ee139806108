import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TextReader } from '../../scripts/check/text.ts';
import { Artifacts } from '../../scripts/finish/artifacts.ts';
import { folded, foldUnicode } from '../../scripts/finish/unicode.ts';
import { renderPages } from '../../scripts/pages/render.ts';
import { type Splice, spliced } from '../../scripts/pdf/content.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName } from '../../scripts/pdf/objects.ts';
import { pageContent, pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { flateStream } from '../../scripts/pdf/stream.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';
import { dressed } from '../fixtures/pdf/promise.ts';
import { run } from '../fixtures/pdf/witness.ts';

/** What stands in the fixture, as a reader would type it. */
const sentences = [
  'The certificate is worth 60 credits, a master’s degree 180 credits: a first-rate offer of office, flow and staff.',
  'Plain certificate of the first master’s office.',
];

function assertReads(text: string): void {
  const plain = text.replace(/\s+/g, ' ');
  for (const sentence of sentences) assert.ok(plain.includes(sentence), plain);
}

test('each kind of reader gives words with ligatures, apostrophes and narrow spaces whole', async (t) => {
  const bytes = writePdf(dressed('reading'));
  for (const [program, args] of [
    ['pdftotext', ['-']],
    ['pdfinfo', ['-struct-text', '-']],
  ] as const) {
    const said = await run(t, program, args, bytes);
    if (said !== undefined) await t.test(program, () => assertReads(said));
  }
  await t.test('pdf.js', async () => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const page = await (await task.promise).getPage(1);
    const { items } = await page.getTextContent();
    assertReads(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    await task.destroy();
  });
  await t.test('PDFium', async () => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    assertReads(document.getPage(0).getText());
    document.destroy();
    library.destroy();
  });
});

test('ActualText stays where it says something else, and only there', () => {
  const file = dressed('reading');
  const content = pageContent(file, pagesOf(file)[0]!.dict).toString('latin1');
  const said = [...content.matchAll(/ActualText ([^>]*)>/g)].map(([, text]) => text);
  assert.deepEqual(said.slice(0, 2), ['<FEFF03BC', '<FEFF03BC']);
  assert.ok(
    said.every((text) => /03BC|00AD/.test(text!)),
    said.join(),
  );
  const raw = readPdf(fixture('reading'));
  const before = pageContent(raw, pagesOf(raw)[0]!.dict);
  assert.ok(content.length < before.length / 1.5, `${content.length} of ${before.length}`);
});

test('soft hyphens break no word, whether they are drawn or not', async (t) => {
  const bytes = writePdf(dressed('reading'));
  const said = await run(t, 'pdftotext', ['-'], bytes);
  if (said) assert.match(said.replace(/\u00AD\s*/g, ''), /softly x[\s\S]*Comprehensively/);
  const runs = new TextReader(readPdf(bytes)).page(pagesOf(readPdf(bytes))[0]!);
  const all = runs.map(({ text }) => text).join('');
  assert.match(all, /softly x/);
  assert.match(all.replace(/\u00AD\s*/g, ''), /Comprehensively/);
});

test('a character is what would be typed for it', () => {
  assert.equal(folded('\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06'), 'fffiflffifflstst');
  assert.equal(folded('\u02BC\u2011\u202F\u00A0\u2009'), '’-   ');
  assert.equal(folded('\uFEFB'), '\u0644\u0627');
  const same = 'aé½µ–—…“”Ω№²';
  assert.equal(folded(same), same);
});

/** The fixture with only those changes to its content that `wanted` picks. */
function changed(wanted: (splice: Splice) => boolean): Uint8Array {
  const file = readPdf(fixture('reading'));
  const page = pagesOf(file)[0]!;
  const content = pageContent(file, page.dict);
  const splices = new Artifacts(file, foldUnicode(file)).of(content, page.resources);
  page.dict.set('Contents', file.add(flateStream(spliced(content, splices.filter(wanted)))));
  return writePdf(file);
}

test('text that is not painted and marks that are taken away change no pixel', async () => {
  const [before] = await renderPages(
    changed(() => false),
    { dpi: 150 },
  );
  for (const wanted of [
    ({ insert }: Splice) => / Tr|Tr$/.test(insert),
    ({ insert, remove }: Splice) => insert === '' && remove > 0,
  ]) {
    const [after] = await renderPages(changed(wanted), { dpi: 150 });
    assert.deepEqual([after!.widthPx, after!.heightPx], [before!.widthPx, before!.heightPx]);
    assert.ok(Buffer.from(after!.rgba).equals(Buffer.from(before!.rgba)));
  }
  const file = readPdf(changed(() => true));
  const content = pageContent(file, pagesOf(file)[0]!.dict).toString('latin1');
  assert.match(content, /3 Tr\nEMC\n\S+ <<\/MCID 3 >>BDC[^q]*?0 Tr \/G3 gs/);
});

test('text without colour becomes text that is not painted, up to the next state', () => {
  const alpha = (ca: number) => PdfDict.of({ ca, BM: PdfName.of('Normal') });
  const resources = PdfDict.of({ ExtGState: PdfDict.of({ N: alpha(0), F: alpha(1) }) });
  const silent = (content: string) => {
    const bytes = Buffer.from(content);
    return spliced(bytes, new Artifacts(new PdfFile()).of(bytes, resources)).toString();
  };
  const text = '/P <</MCID 0>> BDC BT (x) Tj ET EMC';
  assert.equal(silent(`/N gs ${text} /F gs`), `3 Tr ${text} 0 Tr /F gs`);
  assert.equal(silent(`q /N gs q ${text} Q Q`), `q 3 Tr q ${text} Q Q`);
  assert.equal(silent(`/N gs ${text} /N gs ${text}`), `3 Tr ${text} 3 Tr ${text}`);
  for (const kept of [
    `/N gs ${text} /P <</MCID 1>> BDC 0 0 1 1 re f EMC /F gs`,
    `/N gs 2 Tr ${text} /F gs`,
    `/F gs ${text}`,
  ]) {
    assert.equal(silent(kept), kept);
  }
});
