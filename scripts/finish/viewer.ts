import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, PdfString } from '../pdf/objects.ts';

/** Files with more pages open with their bookmarks shown. */
const PAGES_WITHOUT_BOOKMARKS = 4;

/** Sets how a viewer shows the document: title in the window bar, language, bookmarks. */
export function setViewer(file: PdfFile, lang: string, pages: number): void {
  const { catalog } = file;
  catalog.set('Lang', new PdfString(lang));
  catalog.set('ViewerPreferences', PdfDict.of({ DisplayDocTitle: true }));
  if (pages > PAGES_WITHOUT_BOOKMARKS && catalog.has('Outlines')) {
    catalog.set('PageMode', PdfName.of('UseOutlines'));
  }
}
