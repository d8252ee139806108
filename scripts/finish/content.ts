import { ContentReader, type Splice, spliced } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import { type PdfPage, pageContent } from '../pdf/pages.ts';
import { numberText, rounded } from '../pdf/serialise.ts';
import { flateStream } from '../pdf/stream.ts';
import type { Artifacts } from './artifacts.ts';
import type { Shift } from './boxes.ts';

/**
 * Rewrites a page's content once: moved, and all that is not tagged marked as artifact. The
 * content is inflated, read and deflated one time whatever is done to it.
 */
export function rewriteContent(
  file: PdfFile,
  page: PdfPage,
  shift: Shift,
  artifacts: Artifacts,
): void {
  const content = pageContent(file, page.dict);
  const splices = [
    ...movement(content, shift),
    ...artifacts.of(content, page.resources, page.ref.number),
  ];
  page.dict.set('Contents', file.add(flateStream(spliced(content, splices))));
}

/** Chromium begins a page with the matrix from its pixels to points: the movement goes in there. */
function movement(content: Buffer, shift: Shift): Splice[] {
  if (shift.x === 0 && shift.y === 0) return [];
  const reader = new ContentReader(content);
  if (reader.next() && reader.operator === 'cm' && reader.operands === 6) {
    const [at] = reader.range(4);
    const x = rounded(reader.number(4) + shift.x, 6);
    const y = rounded(reader.number(5) + shift.y, 6);
    const [, end] = reader.range(5);
    return [{ at, remove: end - at, insert: `${numberText(x)} ${numberText(y)}` }];
  }
  return [
    { at: 0, remove: 0, insert: `1 0 0 1 ${numberText(shift.x)} ${numberText(shift.y)} cm\n` },
  ];
}
