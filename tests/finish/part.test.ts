import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from '../../scripts/assemble/join.ts';
import { TextReader } from '../../scripts/check/text.ts';
import { dressPart } from '../../scripts/finish/part.ts';
import { finishScreen } from '../../scripts/finish/screen.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import type { PdfRef } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { structureOf } from '../assemble/structure.ts';
import { fixture, printedScale } from '../fixtures/pdf/fixture.ts';
import { chapters, dressed, joinedChapters, promise } from '../fixtures/pdf/promise.ts';

const pointsPerMm = 72 / 25.4;

function destination(file: PdfFile, name: string) {
  const place = file.array(file.dict(file.catalog.get('Dests'))!.get(name))!;
  const at = pagesOf(file).findIndex(({ ref }) => ref.number === (place[0] as PdfRef).number);
  return { page: pagesOf(file)[at]!, leftPt: place[2] as number, topPt: place[3] as number };
}

test('a destination is where its heading is, though Chromium does not scale it', () => {
  const file = dressed('chapter-one');
  const { page, leftPt, topPt } = destination(file, 'one');
  const runs = new TextReader(file).page(page);
  const heading = runs.find((run) => run.text.startsWith('The first'))!;
  assert.ok(Math.abs(leftPt / pointsPerMm - heading.xMm) < 0.05);
  const below = heading.yMm - (page.mediaBox[3] - topPt) / pointsPerMm;
  assert.ok(below > 4 && below < 9, `${below} mm from the top of the line to the baseline`);
});

test('a destination that two names share moves once', () => {
  const file = readPdf(fixture('chapter-one'));
  const dests = file.dict(file.catalog.get('Dests'))!;
  const shared = file.add(file.array(dests.get('one'))!);
  dests.set('one', shared);
  dests.set('first', shared);
  const trims = pagesOf(file).map(() => promise().pages[0]!);
  const part = dressPart(writePdf(file), trims, printedScale);
  const { leftPt, topPt } = destination(dressed('chapter-one'), 'one');
  for (const name of ['one', 'first']) {
    const place = destination(part, name);
    assert.deepEqual([place.leftPt, place.topPt], [leftPt, topPt]);
  }
});

test('a part that was kept as bytes makes the same file as one that was not', () => {
  const kept = chapters.map((name) => writePdf(dressed(name), { objectStreams: false }));
  assert.deepEqual(
    finishScreen(
      join(kept, () => {}),
      promise(),
    ),
    finishScreen(joinedChapters(), promise()),
  );
});

test('languages are plain before parts are joined; what says the same as the part says nothing', () => {
  assert.equal(structureOf(dressed('chapter-welsh')).includes('['), false);
  assert.equal(dressed('chapter-welsh').catalog.has('Lang'), true);
});

test('another number of pages than promised is a fault of the tool', () => {
  assert.throws(() => dressPart(fixture('chapter-one'), promise().pages.slice(0, 1)), RangeError);
});
