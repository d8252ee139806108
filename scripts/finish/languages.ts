import type { PdfFile } from '../pdf/file.ts';
import { type PdfDict, PdfString, type PdfValue } from '../pdf/objects.ts';

/** A language tag without its private subtags (BCP 47, 2.2.7): `en-GB-x-note-7` is `en-GB`. */
export function plainLanguage(tag: string): string {
  return tag.replace(/(^|-)x-.*$/i, '');
}

/**
 * Takes the private subtags out of the structure's languages: they carried the roles of elements
 * through Chromium. A language that is then the same as around it goes altogether.
 */
export function cleanLanguages(file: PdfFile): void {
  const tree = file.dict(file.catalog.get('StructTreeRoot'));
  const stack: { value: PdfValue | undefined; around: string }[] = [
    { value: tree?.get('K'), around: '' },
  ];
  while (stack.length > 0) {
    const { value, around } = stack.pop()!;
    const kids = file.array(value);
    if (kids) {
      for (const kid of kids) stack.push({ value: kid, around });
      continue;
    }
    const element = file.dict(value);
    if (element?.has('S')) {
      stack.push({ value: element.get('K'), around: cleanElement(file, element, around) });
    }
  }
}

/** @returns the language inside the element */
function cleanElement(file: PdfFile, element: PdfDict, around: string): string {
  const tag = file.string(element.get('Lang'))?.bytes;
  if (tag === undefined) return around;
  const plain = plainLanguage(tag);
  if (plain === '' || plain.toLowerCase() === around.toLowerCase()) {
    element.delete('Lang');
    return around;
  }
  if (plain !== tag) element.set('Lang', new PdfString(plain));
  return plain;
}
