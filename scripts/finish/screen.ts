import type { PdfFile } from '../pdf/file.ts';
import { pagesOf } from '../pdf/pages.ts';
import { writePdf } from '../pdf/write.ts';
import type { ScreenPromise } from '../promise.ts';
import { nameBookmarks } from './bookmarks.ts';
import { setLabels } from './labels.ts';
import { setMetadata } from './metadata.ts';
import { setViewer } from './viewer.ts';

/**
 * Makes the screen edition of a file joined from dressed parts: labels are the folios, title,
 * language and dates are as promised. The same file and promise give the same bytes.
 * @param file is changed on the way and of no further use
 */
export function finishScreen(file: PdfFile, promise: ScreenPromise): Uint8Array {
  const pages = pagesOf(file);
  if (pages.length !== promise.pages.length) {
    throw new RangeError(
      `${promise.pages.length} pages are promised, ${pages.length} were printed`,
    );
  }
  setLabels(
    file,
    promise.pages.map((page) => page.folio),
  );
  nameBookmarks(file, promise.headings ?? []);
  setMetadata(file, promise);
  setViewer(file, promise.lang, pages.length);
  return writePdf(file);
}
