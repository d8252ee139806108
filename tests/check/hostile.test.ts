import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from '../../scripts/assemble/join.ts';
import { checkScreen } from '../../scripts/check/screen.ts';
import { dressPart } from '../../scripts/finish/part.ts';
import { finishScreen } from '../../scripts/finish/screen.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import {
  PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import { fixture, printedScale } from '../fixtures/pdf/fixture.ts';
import { joinedChapters, promise } from '../fixtures/pdf/promise.ts';

const ROUNDS = 100;

/** Numbers that are the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** Puts something of another kind into a few places of a document. */
function disorder(file: PdfFile, random: (below: number) => number): PdfFile {
  const other = (): PdfValue =>
    [
      5,
      -1,
      1e9,
      true,
      PdfName.of('Form'),
      new PdfString('x'),
      [],
      [1, 2],
      new PdfDict(),
      new PdfRef(random(file.size)),
      [new PdfRef(random(file.size)), PdfName.of('XYZ'), new PdfString('x'), 3],
      new PdfRef(9999),
    ][random(12)]!;
  for (let change = 0; change <= random(5); change++) {
    const object = file.object(1 + random(file.size - 1));
    const dict = object instanceof PdfStream ? object.dict : object;
    if (Array.isArray(dict) && dict.length > 0) dict[random(dict.length)] = other();
    if (!(dict instanceof PdfDict) || dict.size === 0) continue;
    const key = dict.keys()[random(dict.size)]!;
    const inside = file.resolve(dict.get(key));
    if (Array.isArray(inside) && inside.length > 0) inside[random(inside.length)] = other();
    else if (random(4) > 0) dict.set(key, other());
    else dict.delete(key);
  }
  return file;
}

test('a disordered print is dressed, joined and finished, or refused; nothing else happens', () => {
  const random = dice(20260901);
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const name = ['chapter-one', 'chapter-two', 'hard'][random(3)]!;
    try {
      const printed = disorder(readPdf(fixture(name)), random);
      const pages = pagesOf(printed).map(() => promise().pages[0]!);
      const part = dressPart(writePdf(printed), pages, printedScale);
      finishScreen(
        join([part], () => {}),
        { ...promise(), pages },
      );
    } catch (error) {
      if (!(error instanceof PdfFault)) throw error;
      refused++;
    }
  }
  assert.ok(refused > 3 && refused < ROUNDS, `${refused} of ${ROUNDS} were refused`);
});

test('a disordered finished file gives findings or passes; nothing is thrown', () => {
  const random = dice(1848);
  const finished = finishScreen(joinedChapters(), promise());
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = writePdf(disorder(readPdf(finished), random), { objectStreams: round % 2 === 0 });
    if (checkScreen(bytes, promise()).length > 0) found++;
  }
  assert.ok(found > 8, `${found} of ${ROUNDS} had findings`);
});

test('bytes that are no PDF are one finding', () => {
  for (const bytes of [
    new Uint8Array(),
    Buffer.from('<html>'),
    fixture('hard').subarray(0, 5000),
  ]) {
    assert.deepEqual(
      checkScreen(bytes, promise()).map(({ code }) => code),
      ['check/not-readable'],
    );
  }
});
