import type { PdfFile } from '../pdf/file.ts';
import { type PdfPage, pagesOf } from '../pdf/pages.ts';
import { readPdf } from '../pdf/read.ts';
import type { PageTrim } from '../promise.ts';
import { Artifacts } from './artifacts.ts';
import { movedPatterns, type Shift, setBoxes, shiftOf } from './boxes.ts';
import { rewriteContent } from './content.ts';
import { moveDestinations } from './destinations.ts';
import { cleanLanguages } from './languages.ts';
import { dressTags, openTags } from './tags/dress.ts';
import { foldUnicode } from './unicode.ts';

/**
 * Does for one printed part all that its pages need and that no other part has a say in: the trim
 * becomes the page, with everything on it; what is not tagged is an artifact; glyphs mean what is
 * searched for; languages lose their private subtags. It is most of the work on a file, and can be done while the next part is still
 * being printed. What comes out is ready to be joined. `writePdf` without object streams makes
 * bytes of it that can be kept and joined in its stead: writing and reading them takes a third of
 * the time of dressing it again, and they are shorter than what was printed.
 * @param pdf as Chromium wrote it
 * @param trims of its pages, in order
 * @param printedScale at what scale Chromium printed it: the inverse of the layout's zoom
 */
export function dressPart(pdf: Uint8Array, trims: readonly PageTrim[], printedScale = 1): PdfFile {
  const file = readPdf(pdf);
  const pages = pagesOf(file);
  if (pages.length !== trims.length) {
    throw new RangeError(`${trims.length} pages are promised, ${pages.length} were printed`);
  }
  const tags = openTags(file);
  const artifacts = new Artifacts(file, foldUnicode(file), tags.speaking);
  const shifts = new Map<number, Shift>();
  pages.forEach((page, index) => {
    shifts.set(page.ref.number, shiftOf(page, trims[index]!));
  });
  moveDestinations(file, pages, shifts, printedScale);
  pages.forEach((page, index) => {
    dressPage(file, page, trims[index]!, artifacts);
  });
  dressTags(file, tags, pages, artifacts.decoration);
  cleanLanguages(file);
  return file;
}

function dressPage(file: PdfFile, page: PdfPage, trim: PageTrim, artifacts: Artifacts): void {
  const shift = shiftOf(page, trim);
  rewriteContent(file, page, shift, artifacts);
  page.dict.set('Resources', movedPatterns(file, page.resources, shift));
  setBoxes(file, page, trim);
}
