import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import {
  PdfDict,
  PdfName,
  PdfRef,
  type PdfString,
  type PdfValue,
} from '../../scripts/pdf/objects.ts';
import { Parser } from '../../scripts/pdf/parser.ts';
import { serialise } from '../../scripts/pdf/serialise.ts';

function parse(text: string): PdfValue {
  return new Parser(Buffer.from(text, 'latin1')).value();
}

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof PdfFault) return error.code;
    throw error;
  }
  return 'none';
}

test('numbers are read as they are written', () => {
  const texts = ['0', '-17', '+4', '.5', '-.23999999', '619.91998', '4.', '123456789012'];
  assert.deepEqual(texts.map(parse), [0, -17, 4, 0.5, -0.23999999, 619.91998, 4, 123456789012]);
});

test('what is no number is a fault', () => {
  for (const text of ['-', '.', '1e5', '1-2', '--1', '1.2.3']) {
    assert.equal(
      faultOf(() => parse(text)),
      'syntax',
      text,
    );
  }
});

test('a reference is told from two numbers', () => {
  const value = parse('[12 0 R 12 0 5 0 R 1 2 Rx]'.replace(' 1 2 Rx', ''));
  assert.ok(Array.isArray(value));
  assert.ok(value[0] instanceof PdfRef && value[0].number === 12);
  assert.deepEqual(value.slice(1, 3), [12, 0]);
  assert.ok(value[3] instanceof PdfRef && value[3].number === 5);
});

test('names are decoded and told from strings', () => {
  const name = parse('/A#20b#2Fc');
  assert.ok(name instanceof PdfName);
  assert.equal(name.name, 'A b/c');
  assert.equal((parse('/') as PdfName).name, '');
});

test('literal strings lose their escapes, hexadecimal ones their spaces', () => {
  const read = (text: string) => (parse(text) as PdfString).bytes;
  assert.equal(read('(a(b)c)'), 'a(b)c');
  assert.equal(read('(\\(\\)\\\\\\n\\101\\7x\\\r\ny\r\nz)'), '()\\\nA\x07xy\nz');
  assert.equal(read('<48 65\n6C6>'), 'Hel`');
  assert.equal(
    faultOf(() => parse('<4G>')),
    'syntax',
  );
});

test('a dictionary keeps its order, drops null, and takes the last of equal keys', () => {
  const dict = parse('<</B 1/A(x)/N null/B 2%note\n/C[/D true]>>') as PdfDict;
  assert.deepEqual([...dict.keys()], ['B', 'A', 'C']);
  assert.equal(dict.get('B'), 2);
  assert.equal(serialise(dict), '<</B 2/A(x)/C[/D true]>>');
});

test('a key called __proto__ is a key like any other', () => {
  const dict = parse('<</__proto__ 5/constructor 6>>') as PdfDict;
  assert.equal(dict.get('__proto__'), 5);
  assert.equal(dict.get('toString'), undefined);
});

test('unfinished objects are truncated, not read past the end', () => {
  for (const text of ['', '(ab', '<41', '[1 2', '<</A 1', '<</A', '(a\\']) {
    assert.equal(
      faultOf(() => parse(text)),
      'truncated',
      text,
    );
  }
});

test('nesting has a limit', () => {
  assert.equal(
    faultOf(() => parse('['.repeat(100_000))),
    'too-deep',
  );
  assert.equal(
    faultOf(() => parse('<</A'.repeat(100_000))),
    'too-deep',
  );
  assert.notEqual(
    faultOf(() => parse(`${'['.repeat(100)}${']'.repeat(100)}`)),
    'too-deep',
  );
});

test('a large dictionary is found, changed and cut like a small one', () => {
  const dict = parse(`<<${Array.from({ length: 300 }, (_, at) => `/K${at} ${at}`).join('')}>>`);
  assert.ok(dict instanceof PdfDict);
  assert.equal(dict.get('K299'), 299);
  dict.delete('K0');
  dict.set('K299', 1);
  dict.set('New', 2);
  assert.deepEqual([dict.size, dict.get('K1'), dict.get('K299'), dict.get('New')], [300, 1, 1, 2]);
  assert.equal(dict.has('K0'), false);
});
