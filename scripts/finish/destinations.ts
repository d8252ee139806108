import type { PdfFile } from '../pdf/file.ts';
import { type PdfArray, PdfRef, type PdfValue } from '../pdf/objects.ts';
import { outlineOf } from '../pdf/outline.ts';
import type { PdfPage } from '../pdf/pages.ts';
import { rounded } from '../pdf/serialise.ts';
import { nameTree } from '../pdf/trees.ts';
import { DECIMALS, type Shift } from './boxes.ts';

/**
 * Moves every destination with its page, before the boxes of the pages change.
 *
 * Chromium writes named destinations (and only these) as if the page had been printed at scale 1:
 * measured with 153, bookmarks and link rectangles are right. Lengths count from the page's top
 * left. It takes no notice of page margins there either: lay out with none.
 * @param shifts by the page's object number
 */
export function moveDestinations(
  file: PdfFile,
  pages: readonly PdfPage[],
  shifts: ReadonlyMap<number, Shift>,
  printedScale: number,
): void {
  const moving: Moving = { file, shifts, moved: new Set() };
  for (const page of pages) {
    for (const entry of file.array(page.dict.get('Annots')) ?? []) {
      const annotation = file.dict(entry);
      move(moving, annotation?.get('Dest'));
      move(moving, file.dict(annotation?.get('A'))?.get('D'));
    }
  }
  for (const { item } of outlineOf(file).items) move(moving, item.get('Dest'));
  const tops = new Map(pages.map(({ ref, mediaBox }) => [ref.number, mediaBox[3]]));
  const tree = file.dict(file.catalog.get('Names'))?.get('Dests');
  for (const named of [
    ...(file.dict(file.catalog.get('Dests'))?.values() ?? []),
    ...nameTree(file, tree).values(),
  ]) {
    const place = file.array(file.dict(named)?.get('D') ?? named);
    if (place && !moving.moved.has(place)) scale(file, place, tops, printedScale);
    move(moving, place);
  }
}

interface Moving {
  file: PdfFile;
  shifts: ReadonlyMap<number, Shift>;
  /** One array may stand in two places. */
  moved: Set<PdfArray>;
}

/** Moves an explicit destination, `[page /XYZ left top zoom]` (ISO 32000-1, 12.3.2.2). */
function move({ file, shifts, moved }: Moving, value: PdfValue | undefined): void {
  const place = file.array(value);
  const shift = shifts.get(pageOf(place) ?? -1);
  if (!place || !shift || moved.has(place) || file.name(place[1]) !== 'XYZ') return;
  moved.add(place);
  const [left, top] = [file.number(place[2]), file.number(place[3])];
  if (left !== undefined) place[2] = Math.max(0, rounded(left + shift.x, DECIMALS));
  if (top !== undefined) place[3] = Math.max(0, rounded(top + shift.y, DECIMALS));
}

function scale(
  file: PdfFile,
  place: PdfArray,
  tops: ReadonlyMap<number, number>,
  printedScale: number,
): void {
  const pageTop = tops.get(pageOf(place) ?? -1);
  const [left, top] = [file.number(place[2]), file.number(place[3])];
  if (printedScale === 1 || pageTop === undefined) return;
  if (left === undefined || top === undefined) return;
  place[2] = left * printedScale;
  place[3] = pageTop - (pageTop - top) * printedScale;
}

function pageOf(place: PdfArray | undefined): number | undefined {
  const page = place?.[0];
  return page instanceof PdfRef ? page.number : undefined;
}
