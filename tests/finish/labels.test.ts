import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLabels } from '../../scripts/check/labels.ts';
import { setLabels } from '../../scripts/finish/labels.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict } from '../../scripts/pdf/objects.ts';
import { serialise } from '../../scripts/pdf/serialise.ts';

function labelled(folios: string[]): PdfFile {
  const file = new PdfFile();
  file.trailer.set('Root', file.add(new PdfDict()));
  setLabels(file, folios);
  return file;
}

test('labels read as the folios, whatever they are', () => {
  for (const folios of [
    ['', '', 'i', 'ii', 'iii', 'iv', '1', '2', '3', '', '5', 'A-1', 'A-2', 'C', 'Cover'],
    ['XIX', 'XX', 'XXI', 'xl', 'iiii', '07', '0', '12a'],
    ['1'],
    ['c', 'd', 'v', 'i', 'I', 'II'],
    ['Ŵ1', 'Ŵ2'],
  ]) {
    assert.deepEqual(readLabels(labelled(folios), folios.length), folios);
  }
});

test('pages that count on share one entry', () => {
  const file = labelled(['', 'i', 'ii', '1', '2', '3']);
  const tree = file.dict(file.catalog.get('PageLabels'))!;
  assert.equal(serialise(tree), '<</Nums[0 <</P()>> 1 <</S/r>> 3 <</S/D>>]>>');
});
