import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Artifacts } from '../../scripts/finish/artifacts.ts';
import { spliced } from '../../scripts/pdf/content.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName } from '../../scripts/pdf/objects.ts';
import { plainStream } from '../../scripts/pdf/stream.ts';

function marked(content: string, file = new PdfFile(), resources = new PdfDict()): string {
  const bytes = Buffer.from(content);
  return spliced(bytes, new Artifacts(file).of(bytes, resources)).toString();
}

test('a path is wrapped from where it begins, a clip is not', () => {
  assert.equal(marked('q 0 0 m 1 1 l S Q'), 'q /Artifact BMC\n0 0 m 1 1 l S\nEMC Q');
  assert.equal(marked('0 0 5 5 re W n'), '0 0 5 5 re W n');
  assert.equal(
    marked('0 0 5 5 re W n 1 g 0 0 9 9 re f'),
    '0 0 5 5 re W n 1 g /Artifact BMC\n0 0 9 9 re f\nEMC',
  );
});

test('neighbours share a wrap, but none reaches over what it does not enclose', () => {
  assert.equal(
    marked('0 0 1 1 re f 1 g 2 2 1 1 re f'),
    '/Artifact BMC\n0 0 1 1 re f 1 g 2 2 1 1 re f\nEMC',
  );
  assert.equal(
    marked('0 0 1 1 re f q 2 2 1 1 re f Q'),
    '/Artifact BMC\n0 0 1 1 re f\nEMC q /Artifact BMC\n2 2 1 1 re f\nEMC Q',
  );
});

test('text is wrapped as a whole, marks that tag nothing inside it', () => {
  const text = 'BT /F 9 Tf /Span <</ActualText(fi)>> BDC (x) Tj EMC ET';
  assert.equal(marked(text), `/Artifact BMC\n${text}\nEMC`);
});

test('tagged content and artifacts are left alone', () => {
  for (const content of [
    '/P <</MCID 0>> BDC BT (x) Tj ET 0 0 1 1 re f EMC',
    '/Artifact BMC 0 0 1 1 re f EMC',
    '/Artifact <</Type/Pagination>> BDC BT (1) Tj ET EMC',
    'BT /P <</MCID 0>> BDC (x) Tj EMC ET',
  ]) {
    assert.equal(marked(content), content);
  }
});

test('text half of which is tagged is wrapped inside', () => {
  assert.equal(
    marked('0 0 1 1 re f BT /P <</MCID 0>> BDC (x) Tj EMC (y) Tj ET 0 0 2 2 re f'),
    '/Artifact BMC\n0 0 1 1 re f\nEMC BT /P <</MCID 0>> BDC (x) Tj EMC /Artifact BMC\n(y) Tj\nEMC ET /Artifact BMC\n0 0 2 2 re f\nEMC',
  );
});

test('a drawn form is wrapped, unless it has tags inside: then its own content is', () => {
  const file = new PdfFile();
  const form = (content: string, more: Record<string, number> = {}) =>
    file.add(
      plainStream(Buffer.from(content), PdfDict.of({ Subtype: PdfName.of('Form'), ...more })),
    );
  const tagged = form('0 0 1 1 re f /P <</MCID 0>> BDC (x) Tj EMC', { StructParents: 3 });
  const outer = form('/T Do');
  file.stream(outer)!.dict.set('Resources', PdfDict.of({ XObject: PdfDict.of({ T: tagged }) }));
  const plain = form('0 0 1 1 re f');
  const resources = PdfDict.of({ XObject: PdfDict.of({ O: outer, P: plain }) });
  assert.equal(marked('/O Do /P Do', file, resources), '/O Do /Artifact BMC\n/P Do\nEMC');
  assert.equal(
    file.decode(file.stream(tagged)!).toString(),
    '/Artifact BMC\n0 0 1 1 re f\nEMC /P <</MCID 0>> BDC (x) Tj EMC',
  );
});

test('a form that draws itself is marked once', () => {
  const file = new PdfFile();
  const self = file.reserve();
  const resources = PdfDict.of({ XObject: PdfDict.of({ S: self }) });
  const dict = PdfDict.of({ Subtype: PdfName.of('Form'), StructParents: 1, Resources: resources });
  file.set(self, plainStream(Buffer.from('/S Do 0 0 1 1 re f'), dict));
  assert.equal(marked('/S Do', file, resources), '/S Do');
  assert.match(file.decode(file.stream(self)!).toString(), /^\/S Do \/Artifact BMC/);
});
