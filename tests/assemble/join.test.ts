import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from '../../scripts/assemble/join.ts';
import type { Part } from '../../scripts/assemble/part.ts';
import { plainText, TextReader } from '../../scripts/check/text.ts';
import { collector } from '../../scripts/finding.ts';
import { latin1 } from '../../scripts/pdf/bytes.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import {
  type PdfName,
  type PdfRef,
  PdfStream,
  type PdfString,
  type PdfValue,
} from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { textOf } from '../../scripts/pdf/text.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { fixture, smallPdf } from '../fixtures/pdf/fixture.ts';
import { run } from '../fixtures/pdf/witness.ts';
import { assertStructureIsWhole, structureOf } from './structure.ts';

const printed = (name: string): Part => fixture(name);
const ALL = ['chapter-one', 'chapter-two', 'chapter-welsh'];

function joined(parts: readonly Part[]): PdfFile {
  const { findings, report } = collector();
  const file = join(parts, report);
  assert.deepEqual(findings, []);
  return file;
}

function texts(file: PdfFile): string[] {
  const reader = new TextReader(file);
  return pagesOf(file).map((page) => plainText(reader.page(page)));
}

/** Every object of a document, as it is written. */
function objectsOf(file: PdfFile): PdfValue[] {
  const written = readPdf(writePdf(file));
  return Array.from({ length: written.size }, (_, number) => written.object(number));
}

/** Where each link of a page leads: destination name, page from 1, left and top in points. */
function linksOf(file: PdfFile, page: number): unknown[] {
  const pages = pagesOf(file);
  const dests = file.dict(file.catalog.get('Dests'))!;
  return (file.array(pages[page]!.dict.get('Annots')) ?? []).map((entry) => {
    const annotation = file.dict(entry)!;
    const address = file.string(file.dict(annotation.get('A'))?.get('URI'));
    if (address) return address.bytes;
    const name = (annotation.get('Dest') as PdfName).name;
    const [ref, , left, top] = file.array(dests.get(name))!;
    const to = pages.findIndex((other) => other.ref.number === (ref as PdfRef).number);
    return [name, to + 1, left, top];
  });
}

function bookmarks(file: PdfFile): string[] {
  const lines: string[] = [];
  const walk = (value: PdfValue | undefined, depth: number) => {
    for (let item = file.dict(value); item; item = file.dict(item.get('Next'))) {
      const page = file.array(item.get('Dest'))![0] as PdfRef;
      const number = pagesOf(file).findIndex(({ ref }) => ref.number === page.number) + 1;
      const heading = file.name(file.dict(item.get('SE'))!.get('S'));
      lines.push(
        `${'  '.repeat(depth)}${textOf(item.get('Title') as PdfString)} ${number} ${heading}`,
      );
      walk(item.get('First'), depth + 1);
    }
  };
  walk(file.dict(file.catalog.get('Outlines'))?.get('First'), 0);
  return lines;
}

test('pages come in order, each with the text it had', () => {
  const file = joined(ALL.map(printed));
  const apart = ALL.flatMap((name) => texts(readPdf(fixture(name))));
  assert.equal(apart.length, 4);
  assert.deepEqual(texts(file), apart);
});

test('the structures stand under one Document, a part in another language in a Part of it', () => {
  const file = joined(ALL.map(printed));
  const inner = (name: string) =>
    /^Document\[[\w-]+\]\((.*)\)$/.exec(structureOf(readPdf(fixture(name))))![1];
  assert.equal(
    structureOf(file),
    `Document[en-GB](${inner('chapter-one')} ${inner('chapter-two')} Part[cy](${inner('chapter-welsh')}))`,
  );
  assertStructureIsWhole(file);
  assertStructureIsWhole(readPdf(writePdf(file)));
});

test('cell identifiers are given anew, and headers follow them', () => {
  const file = joined([printed('chapter-one'), printed('chapter-two')]);
  const cells = objectsOf(file).flatMap((value) => {
    const dict = file.dict(value);
    return dict && file.name(dict.get('S'))?.match(/^T[HD]$/) ? [dict] : [];
  });
  const ids = cells.map((cell) => file.string(cell.get('ID'))?.bytes).filter(Boolean);
  assert.deepEqual([...ids].sort(), ['e1', 'e2', 'e3', 'e4']);
  const headers = cells.flatMap((cell) =>
    (file.array(cell.get('A')) ?? []).flatMap((entry) =>
      (file.array(file.dict(entry)!.get('Headers')) ?? []).map((id) => (id as PdfString).bytes),
    ),
  );
  assert.equal(headers.length, 4);
  for (const id of headers) assert.ok(ids.includes(id), id);
});

test('links lead to other parts, to their own part first, and out', () => {
  const file = joined([printed('chapter-one'), printed('chapter-two')]);
  assert.deepEqual(linksOf(file, 0), [
    ['two', 3, 161.25, 238.16998],
    'mailto:kiln@example.org',
    'https://example.org/a?b=c',
    ['facts', 2, 161.25, 238.16998],
  ]);
  assert.deepEqual(
    linksOf(file, 2).map((link) => (link as string[])[0]),
    ['one', 'facts-2'],
  );
});

test('a link whose target is nowhere is reported once and goes, its words stay', () => {
  const { findings, report } = collector();
  // The same chapter twice has the same broken link twice.
  const file = join([printed('chapter-one'), printed('chapter-one')], report);
  assert.deepEqual(
    findings.map(({ code, message }) => [code, message]),
    [
      [
        'assemble/link-goes-nowhere',
        'A link leads to “two”, which no part of the publication has.',
      ],
    ],
  );
  assert.equal(linksOf(file, 0).length, 3);
  assert.match(texts(file)[0]!, /beside the harbour, page 3/);
  assertStructureIsWhole(file);
});

test('bookmarks nest by their headings across parts', () => {
  assert.deepEqual(bookmarks(joined(ALL.map(printed))), [
    'The first “fine” course 1 H1',
    '  Facts 2 H2',
    'Weaving & dyeing 3 H1',
    '  Other facts 3 H2',
    '  Dŵr a thân 4 H2',
  ]);
});

test('equal pictures, profiles and fonts are stored once', () => {
  const streams = objectsOf(joined(ALL.map(printed))).filter((value) => value instanceof PdfStream);
  const images = streams.filter(
    (stream) => (stream.dict.get('Subtype') as PdfName)?.name === 'Image',
  );
  assert.equal(images.length, 1);
  assert.equal(streams.filter((stream) => stream.dict.get('N') === 3).length, 1);
  assert.equal(streams.filter((stream) => stream.dict.has('Length1')).length, 4);
});

test('what depends on the run of the browser does not show', () => {
  const alter = (bytes: Buffer) =>
    Buffer.from(
      latin1(bytes)
        .replace(/D:\d{14}/g, 'D:19990101000000')
        .replace(
          /node(\d{8})/g,
          (_, digits) => `node${String(Number(digits) + 5000).padStart(8, '0')}`,
        )
        .replace(/Skia/, 'Skib'),
      'latin1',
    );
  const once = writePdf(joined(ALL.map(printed)));
  const again = writePdf(joined(ALL.map((name) => alter(fixture(name)))));
  assert.deepEqual(again, once);
  assert.doesNotMatch(
    latin1(writePdf(joined(ALL.map(printed)), { objectStreams: false })),
    /Skia|Chrom|CreationDate|ProcSet/,
  );
});

test('pages of a job taken apart and joined again are the job', () => {
  const file = fixture('chapter-one');
  const parts = [{ file, from: 0, to: 1 }, { file, from: 1, to: 2 }, printed('chapter-two')];
  const whole = joined([printed('chapter-one'), printed('chapter-two')]);
  const again = joined(parts);
  assert.deepEqual(texts(again), texts(whole));
  assert.deepEqual(bookmarks(again), bookmarks(whole));
  assert.deepEqual(linksOf(again, 0), linksOf(whole, 0));
  assert.deepEqual(linksOf(again, 1), linksOf(whole, 1));
  assert.equal(structureOf(again), structureOf(whole));
  assertStructureIsWhole(again);
});

test('some pages of a job bring only their own structure, destinations and bookmarks', () => {
  const part = { file: fixture('chapter-one'), from: 1, to: 2 };
  const { findings, report } = collector();
  const file = join([part], report);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['assemble/link-goes-nowhere'],
  );
  assert.deepEqual([...file.dict(file.catalog.get('Dests'))!.keys()], ['facts']);
  assert.deepEqual(bookmarks(file), ['Facts 1 H2']);
  assert.doesNotMatch(structureOf(file), /H1/);
  assertStructureIsWhole(file);
});

test('nothing to join, no pages, and a structure that contains itself are faults', () => {
  assert.throws(() => join([], () => {}), PdfFault);
  assert.throws(() => join([{ file: fixture('chapter-one'), from: 2, to: 2 }], () => {}), PdfFault);
  const looping = smallPdf([
    '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>',
    '<</Type/Pages/Kids[3 0 R]>>',
    '<</Type/Page/MediaBox[0 0 9 9]>>',
    '<</K 5 0 R>>',
    '<</S/Document/K 6 0 R>>',
    '<</S/P/K 6 0 R>>',
  ]);
  assert.throws(() => join([looping], () => {}), /structure element has two parents/);
  const selfDrawn = smallPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]>>',
    '<</Type/Page/MediaBox[0 0 9 9]/Resources 4 0 R>>',
    '<</XObject<</X 5 0 R>>>>',
    { dict: '/Subtype/Form/Resources 4 0 R', data: Buffer.from('/X Do') },
  ]);
  assert.throws(() => join([selfDrawn], () => {}), /contains itself/);
});

test('qpdf and pdfinfo find the joined file sound', async (t) => {
  const bytes = writePdf(joined(ALL.map(printed)));
  const check = await run(t, 'qpdf', ['--check', '-'], bytes);
  if (check !== undefined) assert.match(check, /No syntax or stream encoding errors/);
  const dests = await run(t, 'pdfinfo', ['-dests', '-'], bytes);
  if (dests !== undefined) assert.match(dests, /3 \[ XYZ +161 +238 null +\] "two"/);
});
