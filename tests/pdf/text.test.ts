import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfString } from '../../scripts/pdf/objects.ts';
import { dateString, textOf, textString } from '../../scripts/pdf/text.ts';
import { nameTree, nameTreeOf, numberTree, numberTreeOf } from '../../scripts/pdf/trees.ts';

test('text comes back as it went in', () => {
  for (const text of ['Prospectus', 'Ŵ “quoted” — 😀', '', 'a\nb', 'þÿ']) {
    assert.equal(textOf(textString(text)), text);
  }
});

test('text of other writers is read: document encoding, UTF-8', () => {
  assert.equal(textOf(new PdfString('\x8Da\x8E \x84 \xA0\xE9\x18')), '“a” — €é˘');
  assert.equal(textOf(new PdfString('\xEF\xBB\xBF\xC5\xB4')), 'Ŵ');
});

test('a date is written in UTC', () => {
  assert.equal(dateString('2026-09-01T13:30:00+01:00').bytes, 'D:20260901123000Z');
});

test('trees give all entries, through their branches', () => {
  const file = new PdfFile();
  const leaf = file.add(
    numberTreeOf([
      [7, true],
      [2, 5],
    ]),
  );
  const branch = file.add(PdfDict.of({ Kids: [leaf, file.add(numberTreeOf([[9, 1]]))] }));
  assert.deepEqual(
    [...numberTree(file, branch)],
    [
      [2, 5],
      [7, true],
      [9, 1],
    ],
  );
  const names = file.add(
    PdfDict.of({
      Kids: [
        file.add(
          nameTreeOf([
            ['b', 1],
            ['a', 2],
          ]),
        ),
      ],
    }),
  );
  assert.deepEqual(
    [...nameTree(file, names)],
    [
      ['a', 2],
      ['b', 1],
    ],
  );
});

test('a tree that contains itself is a fault', () => {
  const file = new PdfFile();
  const root = file.reserve();
  file.set(root, PdfDict.of({ Kids: [root] }));
  assert.throws(() => numberTree(file, root), PdfFault);
});
