import assert from 'node:assert/strict';
import test from 'node:test';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfName, PdfRef, type PdfValue } from '../../scripts/pdf/objects.ts';
import { isContent, isTag, readTags, type Tag, type TagKid } from '../../scripts/pdf/tags.ts';

const named = (type: string, entries: Record<string, PdfValue> = {}) =>
  PdfDict.of({ S: PdfName.of(type), ...entries });

/** A file whose structure is what `make` returns. */
function tagged(make: (file: PdfFile) => PdfValue): PdfFile {
  const file = new PdfFile();
  const root = file.add(PdfDict.of({ K: make(file) }));
  file.trailer.set('Root', file.add(PdfDict.of({ StructTreeRoot: root })));
  return file;
}

/** The tree as a person writes it down: `P(3@7 Link(5@7 o12))`. */
function drawn(kid: TagKid): string {
  if (isTag(kid)) return `${kid.type}(${kid.kids.map(drawn).join(' ')})`;
  if (isContent(kid)) {
    return `${kid.mcid}@${kid.page ?? '?'}${kid.form === undefined ? '' : `/${kid.form}`}`;
  }
  return `o${kid.object.number}`;
}

const all = (tags: readonly Tag[]) => tags.map(drawn).join(' ');

test('elements, content of pages and forms, and objects are read in order', () => {
  const page = new PdfRef(90);
  const other = new PdfRef(91);
  const file = tagged((own) => {
    const link = named('Link', {
      K: [
        5,
        PdfDict.of({ Type: PdfName.of('OBJR'), Obj: new PdfRef(77) }),
        PdfDict.of({ Type: PdfName.of('MCR'), MCID: 2, Stm: new PdfRef(78) }),
        PdfDict.of({ Type: PdfName.of('MCR'), MCID: 0, Pg: other }),
      ],
    });
    return own.add(named('Document', { K: [named('P', { Pg: page, K: [3, own.add(link)] })] }));
  });
  assert.equal(all(readTags(file)), 'Document(P(3@90 Link(5@90 o77 2@90/78 0@91)))');
});

test('what is no kid is passed over, and a file without structure has no tags', () => {
  const none = new PdfFile();
  none.trailer.set('Root', none.add(new PdfDict()));
  assert.deepEqual(readTags(none), []);
  const file = tagged(() => [
    named('P', { K: [null, true, PdfDict.of({ Type: PdfName.of('MCR') })] }),
    7,
  ]);
  assert.equal(all(readTags(file)), 'P()');
});

test('loops, two parents and trees without end are faults', () => {
  const fault = (code: string) => (error: unknown) =>
    error instanceof PdfFault && error.code === code;
  const loop = tagged((own) => {
    const ref = own.reserve();
    own.set(ref, named('P', { K: [ref] }));
    return ref;
  });
  assert.throws(() => readTags(loop), fault('loop'));
  const shared = tagged((own) => {
    const ref = own.add(named('P'));
    return [ref, ref];
  });
  assert.throws(() => readTags(shared), fault('loop'));
  const deep = tagged(() => {
    let inner = named('P');
    for (let i = 0; i < 500; i++) inner = named('Div', { K: inner });
    return inner;
  });
  assert.throws(() => readTags(deep), fault('too-deep'));
});
