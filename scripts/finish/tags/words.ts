import { ContentReader } from '../../pdf/content.ts';
import type { PdfFile } from '../../pdf/file.ts';
import { type PdfFont, readFont } from '../../pdf/font.ts';
import { PdfDict, PdfString } from '../../pdf/objects.ts';
import { type PdfPage, pageContent } from '../../pdf/pages.ts';
import { eachCode, eachShown } from '../../pdf/shown.ts';
import { textOf } from '../../pdf/text.ts';

/** What pieces of a page's content say, by MCID. */
export function wordsOn(
  file: PdfFile,
  page: PdfPage,
  fonts: Map<PdfDict, PdfFont>,
): Map<number, string> {
  const named = file.dict(page.resources.get('Font')) ?? new PdfDict();
  const found = new Map<number, string>();
  const marks: { mcid: number | undefined; actual: string | undefined }[] = [];
  let font: PdfFont | undefined;
  const add = (text: string) => {
    const mcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
    if (mcid !== undefined) found.set(mcid, (found.get(mcid) ?? '') + text);
  };
  const visitor = {
    code: (code: number) => {
      const covered = marks.find(({ actual }) => actual !== undefined);
      if (!covered) add(font?.shown(code).text ?? '');
    },
    back: () => {},
  };
  const reader = new ContentReader(pageContent(file, page.dict));
  while (reader.next()) {
    switch (reader.operator) {
      case 'BMC':
        marks.push({ mcid: undefined, actual: undefined });
        break;
      case 'BDC': {
        const properties = reader.value(1);
        const dict = properties instanceof PdfDict ? properties : undefined;
        const mcid = dict?.get('MCID');
        const actual = dict?.get('ActualText');
        const text = actual instanceof PdfString ? textOf(actual) : undefined;
        if (text !== undefined) add(text);
        marks.push({ mcid: typeof mcid === 'number' ? mcid : undefined, actual: text });
        break;
      }
      case 'EMC':
        marks.pop();
        break;
      case 'Tf': {
        const dict = file.dict(named.get(reader.name(0) ?? ''));
        font = dict && (fonts.get(dict) ?? readFont(file, dict));
        if (dict && font) fonts.set(dict, font);
        break;
      }
      case 'Tj':
        eachCode(reader.string(0) ?? '', font?.codeBytes ?? 2, visitor);
        break;
      case 'TJ':
        eachShown(reader.bytes, ...reader.range(0), font?.codeBytes ?? 2, visitor);
    }
  }
  return found;
}
