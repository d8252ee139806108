import { boxOf } from '../pdf/pages.ts';
import { boxIsWrong, pageCountIsWrong } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

const mmPerPoint = 25.4 / 72;
const TOLERANCE_MM = 0.05;

/** Holds the number of pages and their boxes against what is promised: the trim, from 0 0. */
export function checkBoxes({ file, pages, promise }: Opened): PageMessage[] {
  if (pages.length !== promise.pages.length) {
    return [pageCountIsWrong(promise.pages.length, pages.length)];
  }
  return pages.flatMap((page, index) => {
    const { trimWidthMm, trimHeightMm } = promise.pages[index]!;
    return (['MediaBox', 'CropBox'] as const).flatMap((name) => {
      const box = name === 'MediaBox' ? page.mediaBox : boxOf(file, page.dict.get(name));
      if (!box) return [];
      const [left, bottom, right, top] = box.map((value) => value * mmPerPoint) as typeof box;
      const wrong = [left, bottom, right - trimWidthMm, top - trimHeightMm].some(
        (difference) => Math.abs(difference) > TOLERANCE_MM,
      );
      const found = { widthMm: right - left, heightMm: top - bottom };
      return wrong ? [{ ...boxIsWrong(name, promise.pages[index]!, found), page: index + 1 }] : [];
    });
  });
}
