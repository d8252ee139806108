import assert from 'node:assert/strict';
import { ContentReader } from '../../scripts/pdf/content.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import { PdfDict, PdfRef, type PdfStream, type PdfValue } from '../../scripts/pdf/objects.ts';
import { pageContent, pagesOf } from '../../scripts/pdf/pages.ts';
import { numberTree } from '../../scripts/pdf/trees.ts';

/** The structure as nested types: `Document(Sect(H1 P(Link)))`; languages as `P[fr]`. */
export function structureOf(file: PdfFile): string {
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  const show = (value: PdfValue): string => {
    const element = file.dict(value);
    const type = file.name(element?.get('S'));
    if (!element || !type) return '';
    const lang = file.string(element.get('Lang'))?.bytes;
    const kids = kidsOf(file, element).map(show).filter(Boolean);
    return `${type}${lang ? `[${lang}]` : ''}${kids.length > 0 ? `(${kids.join(' ')})` : ''}`;
  };
  return root ? kidsOf(file, root).map(show).join(' ') : '';
}

export function kidsOf(file: PdfFile, element: PdfDict): PdfValue[] {
  const kids = element.get('K');
  return kids === undefined ? [] : (file.array(kids) ?? [kids]);
}

/** Asserts that every piece of tagged content and every annotation knows its element, and it them. */
export function assertStructureIsWhole(file: PdfFile): void {
  const root = file.dict(file.catalog.get('StructTreeRoot'))!;
  const parents = numberTree(file, root.get('ParentTree'));
  const claimed = new Map<string, number>();
  const walk = (value: PdfValue, parent: PdfRef | undefined, page: PdfRef | undefined) => {
    assert.ok(value instanceof PdfRef);
    const element = file.dict(value)!;
    if (parent) assert.equal((element.get('P') as PdfRef).number, parent.number);
    const own = (element.get('Pg') as PdfRef | undefined) ?? page;
    for (const kid of kidsOf(file, element)) {
      const dict = file.dict(kid);
      const type = file.name(dict?.get('Type'));
      if (typeof kid === 'number') claimed.set(`${own!.number} ${kid}`, value.number);
      else if (type === 'MCR') {
        const place = (dict!.get('Stm') ?? dict!.get('Pg') ?? own) as PdfRef;
        claimed.set(`${place.number} ${file.number(dict!.get('MCID'))}`, value.number);
      } else if (type === 'OBJR') {
        claimed.set(`${(dict!.get('Obj') as PdfRef).number}`, value.number);
      } else walk(kid, value, own);
    }
  };
  for (const kid of kidsOf(file, root)) walk(kid, undefined, undefined);

  let pieces = 0;
  const hold = (place: PdfRef, key: PdfValue | undefined, content: Buffer) => {
    const entry = file.array(parents.get(file.number(key) ?? -1));
    for (const mcid of mcidsOf(content)) {
      const element = entry?.[mcid];
      assert.ok(
        element instanceof PdfRef,
        `content ${mcid} of object ${place.number} has no element`,
      );
      assert.equal(claimed.get(`${place.number} ${mcid}`), element.number);
      pieces++;
    }
  };
  const keys = new Set<number>();
  for (const page of pagesOf(file)) {
    hold(page.ref, page.dict.get('StructParents'), pageContent(file, page.dict));
    keys.add(file.number(page.dict.get('StructParents')) ?? -1);
    for (const annotation of file.array(page.dict.get('Annots')) ?? []) {
      const key = file.number(file.dict(annotation)!.get('StructParent'))!;
      assert.ok(!keys.has(key), 'a key is given once');
      keys.add(key);
      const element = parents.get(key) as PdfRef;
      assert.equal(claimed.get(`${(annotation as PdfRef).number}`), element.number);
      assert.equal(file.name(file.dict(element)!.get('S')), 'Link');
    }
    for (const [ref, form] of formsOf(file, page.resources)) {
      if (form.dict.has('StructParents')) {
        hold(ref, form.dict.get('StructParents'), file.decode(form));
      }
    }
  }
  assert.ok(pieces > 0, 'there is tagged content');
}

function formsOf(file: PdfFile, resources: PdfDict): [PdfRef, PdfStream][] {
  const found: [PdfRef, PdfStream][] = [];
  for (const ref of file.dict(resources.get('XObject'))?.values() ?? []) {
    const stream = file.stream(ref);
    if (ref instanceof PdfRef && stream && file.name(stream.dict.get('Subtype')) === 'Form') {
      found.push([ref, stream]);
    }
  }
  return found;
}

function mcidsOf(content: Buffer): number[] {
  const mcids: number[] = [];
  const reader = new ContentReader(content);
  while (reader.next()) {
    if (reader.operator !== 'BDC') continue;
    const properties = reader.value(1);
    const mcid = properties instanceof PdfDict ? properties.get('MCID') : undefined;
    if (typeof mcid === 'number') mcids.push(mcid);
  }
  return mcids;
}
