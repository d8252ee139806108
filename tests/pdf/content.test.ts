import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ContentReader, spliced } from '../../scripts/pdf/content.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { PdfDict } from '../../scripts/pdf/objects.ts';

function operatorsOf(text: string): string[] {
  const reader = new ContentReader(Buffer.from(text, 'latin1'));
  const found: string[] = [];
  while (reader.next()) found.push(`${reader.operator}/${reader.operands}`);
  return found;
}

test('operators come with their operands, whatever separates them', () => {
  const text = '.24 0 0 -.24 0 842 cm%note\nq/G3 gs[(a]) -20<0041>]TJ BT/F4 12 Tf ET Q f*';
  assert.deepEqual(operatorsOf(text), [
    'cm/6',
    'q/0',
    'gs/1',
    'TJ/1',
    'BT/0',
    'Tf/2',
    'ET/0',
    'Q/0',
    'f*/0',
  ]);
});

test('operands are read when asked for, with their places', () => {
  const text = 'q /Span<</MCID 3/ActualText(f\\)i)>> BDC <00 41> Tj -1.5 .25 Td (a\\(b) Tj';
  const reader = new ContentReader(Buffer.from(text));
  reader.next();
  reader.next();
  assert.equal(reader.name(0), 'Span');
  const properties = reader.value(1);
  assert.ok(properties instanceof PdfDict && properties.get('MCID') === 3);
  assert.equal(text.slice(...reader.range(1)), '<</MCID 3/ActualText(f\\)i)>>');
  assert.equal(text.slice(reader.start, reader.end), '/Span<</MCID 3/ActualText(f\\)i)>> BDC');
  assert.equal(text.slice(reader.operatorStart, reader.end), 'BDC');
  reader.next();
  assert.equal(reader.string(0), '\0A');
  reader.next();
  assert.deepEqual(
    [reader.number(0), reader.number(1), reader.number(2)],
    [-1.5, 0.25, Number.NaN],
  );
  reader.next();
  assert.equal(reader.string(0), 'a(b');
  assert.equal(reader.next(), false);
});

test('an inline image is one operator, whatever its bytes look like', () => {
  const text = 'q BI /W 1 /H 1 ID \xffEI(<Q\x00 EI Q';
  assert.deepEqual(operatorsOf(text), ['q/0', 'BI/0', 'Q/0']);
});

test('what is no content is a fault', () => {
  for (const text of [
    '1 2',
    '(a',
    '<41',
    '[1',
    '<</A',
    ') Tj',
    '> Tj',
    'BI ID x',
    '1 '.repeat(5000),
  ]) {
    assert.throws(() => operatorsOf(text), PdfFault, text.slice(0, 20));
  }
});

test('splices change bytes at their places', () => {
  const bytes = Buffer.from('abcdef');
  const changed = spliced(bytes, [
    { at: 0, remove: 0, insert: '<' },
    { at: 2, remove: 2, insert: 'XYZ' },
    { at: 6, remove: 0, insert: '>' },
  ]);
  assert.equal(changed.toString(), '<abXYZef>');
  assert.throws(
    () =>
      spliced(bytes, [
        { at: 3, remove: 2, insert: '' },
        { at: 4, remove: 0, insert: '' },
      ]),
    RangeError,
  );
});
