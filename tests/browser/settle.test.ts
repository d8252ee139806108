import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../scripts/browser/settle.ts';

const settled = (text: string) => settle(Buffer.from(text, 'latin1')).toString('latin1');

test('dates become one fixed date, and no byte moves', () => {
  const pdf =
    "<</Creator (Chromium)\n/CreationDate (D:20261123182106+00'00')\n/ModDate (D:20261123182106+00'00')>>";
  const result = settled(pdf);
  assert.equal(result, pdf.replaceAll('20261123182106', '20000101000000'));
});

test('names of nodes are counted from one, in their order, everywhere they stand', () => {
  const pdf = `1 0 obj
<</ID (node00019181)>> <</ID (node00019190)>>
/Headers [(node00019181) (node00019190)]
<</Limits [(node00019181) (node00019190)]
/Names [(node00019181) 40 0 R (node00019190) 43 0 R]>>
endobj`;
  const result = settled(pdf);
  assert.equal(result, pdf.replaceAll('00019181', '00000001').replaceAll('00019190', '00000002'));
});

test('words of the document that look like a name stay as they are', () => {
  const pdf = String.raw`1 0 obj
<</Alt (node00019181) /T (see \(node00019181\)) /ID (node00000007)>>`;
  assert.equal(settled(pdf), pdf.replace('00000007', '00000001'));
});

test('a stream stays as it is', () => {
  const pdf = '1 0 obj\n<</Length 16>> stream\n[(node00000042)]\nendstream\nendobj';
  assert.equal(settled(pdf), pdf);
});
