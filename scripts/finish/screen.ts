import type { PdfFile } from '../pdf/file.ts';
import { type PdfPage, pagesOf } from '../pdf/pages.ts';
import { writePdf } from '../pdf/write.ts';
import type { ScreenPromise } from '../promise.ts';
import { Artifacts } from './artifacts.ts';
import { nameBookmarks } from './bookmarks.ts';
import { moveDestinations, movedPatterns, type Shift, setBoxes, shiftOf } from './boxes.ts';
import { rewriteContent } from './content.ts';
import { setLabels } from './labels.ts';
import { cleanLanguages } from './languages.ts';
import { setMetadata } from './metadata.ts';
import { setViewer } from './viewer.ts';

/**
 * Makes the screen edition of a joined file: the trim is the page, labels are the folios, title,
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
  const artifacts = new Artifacts(file);
  const shifts = new Map<number, Shift>();
  pages.forEach((page, index) => {
    shifts.set(page.ref.number, finishPage(file, page, promise, index, artifacts));
  });
  moveDestinations(file, pages, shifts);
  cleanLanguages(file);
  setLabels(
    file,
    promise.pages.map((page) => page.folio),
  );
  nameBookmarks(file, promise.headings ?? []);
  setMetadata(file, promise);
  setViewer(file, promise.lang, pages.length);
  return writePdf(file);
}

function finishPage(
  file: PdfFile,
  page: PdfPage,
  promise: ScreenPromise,
  index: number,
  artifacts: Artifacts,
): Shift {
  const promised = promise.pages[index]!;
  const shift = shiftOf(page, promised);
  rewriteContent(file, page, shift, artifacts);
  page.dict.set('Resources', movedPatterns(file, page.resources, shift));
  setBoxes(file, page, promised);
  return shift;
}
