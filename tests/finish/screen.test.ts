import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { join } from '../../scripts/assemble/join.ts';
import { plainText, TextReader } from '../../scripts/check/text.ts';
import { finishScreen } from '../../scripts/finish/screen.ts';
import { latin1 } from '../../scripts/pdf/bytes.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import type { PdfName, PdfString } from '../../scripts/pdf/objects.ts';
import { pageContent, pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { assertStructureIsWhole, structureOf } from '../assemble/structure.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';
import { chapters, dressed, joinedChapters, promise } from '../fixtures/pdf/promise.ts';
import { run } from '../fixtures/pdf/witness.ts';

function finished(): PdfFile {
  return readPdf(finishScreen(joinedChapters(), promise()));
}

/** The chapters as they were printed. */
function undressed(): PdfFile {
  return join(
    chapters.map((name) => fixture(name)),
    () => {},
  );
}

test('the trim is the page, from 0 0, in fractions of a point', () => {
  for (const page of pagesOf(finished())) {
    assert.deepEqual(page.mediaBox, [0, 0, 283.4646, 396.8504]);
    assert.deepEqual(page.cropBox, page.mediaBox);
  }
});

test('text stands where it was laid out, measured from the trim', () => {
  const file = finished();
  const reader = new TextReader(file);
  const [heading] = reader.page(pagesOf(file)[0]!);
  assert.equal(heading!.text, 'The first “fine” course');
  assert.ok(Math.abs(heading!.xMm - 10) < 0.01, `${heading!.xMm}`);
  const [facts] = reader.page(pagesOf(file)[1]!);
  // 12 mm down, in a line of 4.5 mm: the baseline is three quarters of the way.
  assert.ok(Math.abs(facts!.yMm - 15.4) < 0.3, `${facts!.yMm}`);
});

test('links and destinations move with what they belong to', () => {
  const file = finished();
  const [page] = pagesOf(file);
  const reader = new TextReader(file);
  const words = reader.page(page!).find((run) => run.text.startsWith('beside the harbour'))!;
  const link = file.dict(file.array(page!.dict.get('Annots'))![0])!;
  const [left, bottom, right, top] = file.numbers(link.get('Rect'), 4)!;
  const points = (mm: number) => (mm * 72) / 25.4;
  assert.ok(Math.abs(left! - points(words.xMm)) < 0.2);
  assert.ok(Math.abs(right! - points(words.xMm + words.widthMm)) < 0.2);
  const baseline = 396.8504 - points(words.yMm);
  assert.ok(bottom! < baseline && baseline < top!);
  const target = file.array(file.dict(file.catalog.get('Dests'))!.get('two'))!;
  assert.deepEqual(target.slice(2), [28.3125, 362.9129, 0]);
});

test('inside the trim nothing has changed to the eye, by more than a shade in a few pixels', async () => {
  const pdfium = await PDFiumLibrary.init();
  for (const name of [...chapters, 'hard']) {
    const pages = pagesOf(readPdf(fixture(name))).length;
    const own = { ...promise(), pages: promise().pages.slice(0, pages) };
    const after = finishScreen(
      join([dressed(name)], () => {}),
      own,
    );
    const before = await pdfium.loadDocument(cropped(fixture(name)));
    const done = await pdfium.loadDocument(after);
    for (let page = 0; page < pages; page++) {
      const one = await before.getPage(page).render({ scale: 2, render: 'bitmap' });
      const two = await done.getPage(page).render({ scale: 2, render: 'bitmap' });
      assert.deepEqual([two.width, two.height], [one.width, one.height]);
      const { count, most } = differences(one.data, two.data);
      // Moved gradients, and glyphs whose places are added up in another order, may round to the
      // neighbouring shade here and there; all else is equal.
      assert.ok(count <= 40 && most <= 1, `${name}, page ${page + 1}: ${count} by ${most}`);
      assert.ok(new Set(one.data).size > 2, 'the page is not blank');
    }
    before.destroy();
    done.destroy();
  }
  pdfium.destroy();
});

function differences(one: Uint8Array, two: Uint8Array): { count: number; most: number } {
  let count = 0;
  let most = 0;
  for (let at = 0; at < one.length; at++) {
    const difference = Math.abs(one[at]! - two[at]!);
    if (difference > 0) count++;
    most = Math.max(most, difference);
  }
  return { count, most };
}

/** The printed file as it is, seen through a box that is the trim. */
function cropped(bytes: Buffer): Uint8Array {
  const file = readPdf(bytes);
  for (const page of pagesOf(file)) {
    const top = page.mediaBox[3] - 12;
    page.dict.set('MediaBox', [12, top - 396.8504, 12 + 283.4646, top]);
  }
  return writePdf(file);
}

test('title, author, dates and tool are said once and alike', () => {
  const file = finished();
  const info = file.dict(file.trailer.get('Info'))!;
  assert.deepEqual(
    [...info].map(([key, value]) => [key, (value as PdfString).bytes]),
    [
      ['Title', 'Kilns & <looms>'],
      ['Author', 'The Harbour School'],
      ['Subject', 'Courses'],
      ['Keywords', 'clay, wool'],
      ['Creator', 'Prospectus Press'],
      ['Producer', 'Prospectus Press'],
      ['CreationDate', 'D:20260901120000Z'],
      ['ModDate', 'D:20260901120000Z'],
    ],
  );
  const xmp = file.decode(file.stream(file.catalog.get('Metadata'))!).toString();
  assert.match(xmp, /<dc:title>.*>Kilns &amp; &lt;looms&gt;</);
  assert.match(xmp, /<xmp:CreateDate>2026-09-01T12:00:00Z</);
  assert.ok(!file.stream(file.catalog.get('Metadata'))!.dict.has('Filter'));
});

test('a viewer shows title and language; bookmarks only where there are many pages', () => {
  const { catalog } = finished();
  assert.equal((catalog.get('Lang') as PdfString).bytes, 'en-GB');
  assert.equal(catalog.has('PageMode'), false);
  const many = ['chapter-one', 'chapter-one', 'chapter-one'].map(dressed);
  const pages = Array.from({ length: 6 }, () => promise().pages[0]!);
  const file = readPdf(
    finishScreen(
      join(many, () => {}),
      { ...promise(), pages },
    ),
  );
  assert.equal((file.catalog.get('PageMode') as PdfName).name, 'UseOutlines');
});

test('private subtags go, and a language that is only its parent’s', () => {
  const file = finished();
  const structure = structureOf(file);
  assert.match(structureOf(undressed()), /\[en-GB-x-list-1\]/);
  assert.doesNotMatch(structure, /-x-/);
  assert.deepEqual(structure.match(/\w+\[[\w-]+\]/g), ['Document[en-GB]', 'Span[fr]', 'Part[cy]']);
  assertStructureIsWhole(file);
});

test('all that is painted is tagged or an artifact', () => {
  const file = finished();
  const reader = new TextReader(file);
  const before = undressed();
  const beforeReader = new TextReader(before);
  pagesOf(file).forEach((page, index) => {
    const runs = reader.page(page);
    const untagged = beforeReader
      .page(pagesOf(before)[index]!)
      .filter((run) => run.mcid === undefined);
    assert.equal(plainText(untagged), String(index + 1), 'the folio alone is not tagged');
    assert.deepEqual(
      runs.filter((run) => run.isArtifact).map((run) => run.text),
      [String(index + 1)],
    );
    assert.equal(runs.filter((run) => run.mcid === undefined && !run.isArtifact).length, 0);
    assert.equal(unmarkedPainting(latin1(pageContent(file, page.dict))), 0);
  });
  const raw = readPdf(fixture('chapter-one'));
  assert.ok(unmarkedPainting(latin1(pageContent(raw, pagesOf(raw)[0]!.dict))) > 0);
});

/** Paths and shading painted at no mark's inside: counted line by line, as Chromium writes. */
function unmarkedPainting(content: string): number {
  let open = 0;
  let count = 0;
  for (const line of content.split('\n')) {
    if (/B[DM]C$/.test(line)) open++;
    else if (/EMC$/.test(line)) open--;
    else if (/^(?:f\*?|S|B\*?)$/.test(line) && open === 0) count++;
  }
  assert.equal(open, 0, 'marks are balanced');
  return count;
}

test('the same pages and promise give the same bytes', () => {
  const once = finishScreen(joinedChapters(), promise());
  assert.deepEqual(finishScreen(joinedChapters(), promise()), once);
  const later = finishScreen(joinedChapters(), { ...promise(), stamp: '2027-01-01T00:00:00Z' });
  assert.notDeepEqual(later, once);
});

test('a finished file is smaller than what was printed', () => {
  const printed = chapters.reduce((sum, name) => sum + fixture(name).length, 0);
  assert.ok(finishScreen(joinedChapters(), promise()).length < printed * 0.5);
});

test('another number of pages than promised is a fault of the tool', () => {
  assert.throws(() => finishScreen(joinedChapters(), { ...promise(), pages: [] }), RangeError);
});

test('other programs find the file sound and say the same of it', async (t) => {
  const bytes = finishScreen(joinedChapters(), promise());
  const check = await run(t, 'qpdf', ['--check', '-'], bytes);
  if (check !== undefined) assert.match(check, /No syntax or stream encoding errors/);
  const info = await run(t, 'pdfinfo', ['-'], bytes);
  if (info !== undefined) {
    assert.match(info, /Title: +Kilns & <looms>/);
    assert.match(info, /Tagged: +yes/);
    assert.match(info, /Page size: +283\.465 x 396\.85 pts/);
  }
  const text = await run(t, 'pdftotext', ['-layout', '-'], bytes);
  if (text !== undefined)
    assert.match(text, /Joins the first course for jumpers, quilts and velvet:/);
});
