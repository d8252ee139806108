import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfString, type PdfValue } from '../pdf/objects.ts';

/** A language tag without its private subtags (BCP 47, 2.2.7): `en-GB-x-note-7` is `en-GB`. */
export function plainLanguage(tag: string): string {
  return tag.replace(/(^|-)x-.*$/i, '');
}

/**
 * Takes the private subtags out of the structure's languages: they carried the roles of elements
 * through Chromium. A language that is then the same as around it goes altogether.
 */
export function cleanLanguages(file: PdfFile): void {
  const { catalog } = file;
  const whole = plainLanguage(file.string(catalog.get('Lang'))?.bytes ?? '');
  if (whole === '') catalog.delete('Lang');
  else catalog.set('Lang', new PdfString(whole));
  const values: (PdfValue | undefined)[] = [file.dict(catalog.get('StructTreeRoot'))?.get('K')];
  // The language around each of them.
  const languages = [whole];
  const seen = new Set<PdfDict>();
  while (values.length > 0) {
    const value = file.resolve(values.pop());
    const around = languages.pop()!;
    if (Array.isArray(value)) {
      for (const kid of value) {
        if (typeof kid === 'number') continue;
        values.push(kid);
        languages.push(around);
      }
    } else if (value instanceof PdfDict && value.has('S') && !seen.has(value)) {
      seen.add(value);
      languages.push(cleanElement(file, value, around));
      values.push(value.get('K'));
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
