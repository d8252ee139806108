import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { eachShown } from '../../scripts/pdf/shown.ts';

function entries(array: string, codeBytes: 1 | 2): unknown[] {
  const found: unknown[] = [];
  const bytes = Buffer.from(`x ${array} TJ`, 'latin1');
  eachShown(bytes, 2, 2 + array.length, codeBytes, {
    code: (code) => found.push(code),
    back: (number) => found.push([number]),
  });
  return found;
}

test('codes of one and two bytes, steps between them', () => {
  assert.deepEqual(entries('[<00010A0b>-12.5<0003>]', 2), [1, 0x0a0b, [-12.5], 3]);
  assert.deepEqual(entries('[ (AB) +5 <4344> ]', 1), [65, 66, [5], 67, 68]);
  assert.deepEqual(entries('[(\\101\\))]', 1), [65, 41]);
  assert.deepEqual(entries('[]', 2), []);
});

test('white space in hexadecimal strings does not count, a missing digit is 0', () => {
  assert.deepEqual(entries('[<00 0\n1 000>]', 2), [1, 0]);
  assert.deepEqual(entries('[<4>]', 1), [64]);
});

test('what is neither string nor number is passed over; what is no object is a fault', () => {
  assert.deepEqual(entries('[/Name [1 (A)] <</K 1>> true (B)]', 1), [66]);
  assert.deepEqual(entries('(AB)', 1), []);
  assert.throws(() => entries('[(A) ) (B)]', 1), PdfFault);
});
