import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { latin1 } from '../../scripts/pdf/bytes.ts';
import { LIMITS, PdfFault } from '../../scripts/pdf/fault.ts';
import { PdfStream } from '../../scripts/pdf/objects.ts';
import { pageContent, pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { deflated, fixture, smallPdf } from '../fixtures/pdf/fixture.ts';

const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 20]/Contents 4 0 R>>';
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';

/** Does all that a later stage does to a file; gives the fault's code, or 'none'. */
function faultIn(bytes: Uint8Array): string {
  try {
    const file = readPdf(bytes, { ...LIMITS, streamBytes: 2 ** 22, totalBytes: 2 ** 24 });
    for (const page of pagesOf(file)) pageContent(file, page.dict);
    for (let number = 1; number < Math.min(file.size, 5000); number++) file.object(number);
    writePdf(file);
    return 'none';
  } catch (error) {
    if (error instanceof PdfFault) return error.code;
    throw error;
  }
}

test('reads what Chromium writes', () => {
  const file = readPdf(fixture('chapter-one'));
  const pages = pagesOf(file);
  assert.equal(pages.length, 2);
  assert.deepEqual(pages[0]!.mediaBox, [0, 0, 307.91998, 421.91998]);
  assert.match(
    pageContent(file, pages[0]!.dict).toString('latin1'),
    /\/NonStruct <<\/MCID 1 >>BDC/,
  );
});

test('reads object streams and cross-reference streams', () => {
  const plain = readPdf(fixture('chapter-one'));
  const packed = writePdf(plain);
  assert.ok(!Buffer.from(packed).includes('StructElem'), 'objects lie in streams');
  const file = readPdf(packed);
  assert.equal(pagesOf(file).length, 2);
  assert.deepEqual(
    pageContent(file, pagesOf(file)[1]!.dict),
    pageContent(plain, pagesOf(plain)[1]!.dict),
  );
});

test('reads a predictor, as other writers use for cross-references', () => {
  const rows = Buffer.from([2, 1, 2, 3, 2, 1, 1, 1]);
  const file = readPdf(smallPdf([CATALOG]));
  const dict = '/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>';
  const stream = readPdf(smallPdf([CATALOG, { dict, data: deflateSync(rows) }])).object(2);
  assert.ok(stream instanceof PdfStream);
  assert.deepEqual([...file.decode(stream)], [1, 2, 3, 2, 3, 4]);
});

test('attributes come down the page tree', () => {
  const pages = '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 30 40]/Rotate 90>>';
  const file = readPdf(smallPdf([CATALOG, pages, '<</Type/Page/CropBox[9 8 1 2]>>']));
  const [page] = pagesOf(file);
  assert.deepEqual(
    [page?.mediaBox, page?.cropBox, page?.rotate],
    [[0, 0, 30, 40], [1, 2, 9, 8], 90],
  );
});

/** A file whose cross-references name themselves as the ones before. */
function withItselfBefore(bytes: Buffer): Buffer {
  const start = /startxref\n(\d+)/.exec(latin1(bytes))![1]!;
  return replaced(bytes, 'trailer\n<<', `trailer\n<</Prev ${start}`);
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(latin1(bytes).replace(from, to), 'latin1');
}

test('each kind of damage is a fault of its kind', () => {
  const good = smallPdf([CATALOG, PAGES, PAGE, deflated('q Q')]);
  assert.equal(faultIn(good), 'none');
  const withContent = (dict: string, text: string) =>
    smallPdf([CATALOG, PAGES, PAGE, { dict, data: Buffer.from(text) }]);
  const cases: [string, Uint8Array][] = [
    ['not-pdf', Buffer.from('<html>')],
    ['truncated', good.subarray(0, good.length - 40)],
    ['structure', smallPdf(['<</Type/Catalog>>'], '')],
    ['structure', smallPdf([CATALOG, PAGES, '<</Type/Page>>'])],
    ['encrypted', smallPdf([CATALOG, PAGES, PAGE, '5'], '/Root 1 0 R/Encrypt<<>>')],
    ['loop', smallPdf([CATALOG, '<</Kids[2 0 R]>>'])],
    ['loop', smallPdf([CATALOG, '<</Kids[3 0 R]>>', '<</Kids[2 0 R]>>'])],
    ['loop', smallPdf([CATALOG, PAGES, PAGE, '5 0 R', '4 0 R'])],
    ['loop', withItselfBefore(good)],
    ['filter', withContent('/Filter/LZWDecode', 'x')],
    ['filter', withContent('/Filter/FlateDecode', 'x')],
    ['too-large', smallPdf([CATALOG, PAGES, PAGE, deflated(' '.repeat(2 ** 23))])],
    ['syntax', replaced(good, '/Length 11', '/Length 16')],
    ['xref', replaced(good, '3 0 obj', '7 0 obj')],
  ];
  for (const [code, bytes] of cases) {
    assert.equal(faultIn(bytes), code, latin1(bytes, 0, 200));
  }
});

test('a stream whose length needs the stream itself is a loop', () => {
  const data = smallPdf([CATALOG, PAGES, PAGE, '<</Length 4 0 R>>stream\nx\nendstream']);
  assert.equal(faultIn(data), 'loop');
});

test('an object stream that holds itself is a loop', () => {
  const file = readPdf(writePdf(readPdf(fixture('chapter-welsh'))));
  const bytes = Buffer.from(writePdf(file)).toString('latin1');
  assert.match(bytes, /\/ObjStm/);
  assert.equal(
    faultIn(Buffer.from(bytes.replace('/Type/ObjStm', '/Type/ObjStn'), 'latin1')),
    'xref',
  );
});

test('a file cut anywhere is a fault or whole, never anything else', () => {
  for (const bytes of [
    fixture('chapter-welsh'),
    Buffer.from(writePdf(readPdf(fixture('chapter-welsh')))),
  ]) {
    for (let length = 0; length < bytes.length - 60; length += 97) {
      assert.notEqual(faultIn(bytes.subarray(0, length)), 'none', `cut at ${length}`);
    }
  }
});

test('a file with damaged bytes is a fault or a document, never anything else', () => {
  const packed = Buffer.from(writePdf(readPdf(fixture('chapter-welsh'))));
  let seed = 20260901;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  let faults = 0;
  for (const original of [fixture('chapter-welsh'), packed]) {
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(original);
      for (let change = 0; change <= random(8); change++) {
        bytes[random(bytes.length)] = '0123456789<>[]()/ R%\n'.charCodeAt(random(21));
      }
      if (faultIn(bytes) !== 'none') faults++;
    }
  }
  assert.ok(faults > 50, `${faults} of 600 damaged files were refused`);
});
