import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfStream } from '../pdf/objects.ts';
import type { Box, PdfPage } from '../pdf/pages.ts';
import { rounded } from '../pdf/serialise.ts';
import type { PageTrim } from '../promise.ts';

/** Points in a CSS px and in a millimetre. */
const pointsPerPx = 0.75;
const pointsPerMm = 72 / 25.4;

/** A tenth of a thousandth of a point: far below what any device shows. */
export const DECIMALS = 4;

/** How far a page's content moves so that the trim's bottom left corner is at 0 0, in points. */
export interface Shift {
  x: number;
  y: number;
}

/** The trim of a page as the screen edition's only box, in points: it begins at 0 0. */
export function trimBox(trim: PageTrim): Box {
  return [
    0,
    0,
    rounded(trim.trimWidthMm * pointsPerMm, DECIMALS),
    rounded(trim.trimHeightMm * pointsPerMm, DECIMALS),
  ];
}

/** How far the content of a printed page moves. Measured from its top left corner. */
export function shiftOf(page: PdfPage, trim: PageTrim): Shift {
  const [left, , , top] = page.mediaBox;
  const [, , , height] = trimBox(trim);
  return {
    x: rounded(-(left + trim.originPx.x * pointsPerPx), DECIMALS),
    y: rounded(height - (top - trim.originPx.y * pointsPerPx), DECIMALS),
  };
}

/**
 * Makes the trim the page: MediaBox and CropBox. What lies on the page in the page's own
 * coordinates moves with it: annotations here, patterns in `movedPatterns`, content and
 * destinations by whoever rewrites them.
 */
export function setBoxes(file: PdfFile, page: PdfPage, trim: PageTrim): void {
  const { dict } = page;
  for (const box of ['BleedBox', 'TrimBox', 'ArtBox']) dict.delete(box);
  dict.set('MediaBox', trimBox(trim));
  dict.set('CropBox', trimBox(trim));
  const shift = shiftOf(page, trim);
  for (const entry of file.array(dict.get('Annots')) ?? []) {
    const annotation = file.dict(entry);
    for (const key of ['Rect', 'QuadPoints']) {
      const points = file.numbers(annotation?.get(key));
      if (points) annotation!.set(key, movedPoints(points, shift));
    }
  }
}

function movedPoints(points: number[], shift: Shift): number[] {
  return points.map((value, index) =>
    rounded(value + (index % 2 === 0 ? shift.x : shift.y), DECIMALS),
  );
}

/**
 * Resources whose patterns have moved: a pattern's matrix leads to the page's own coordinates, not
 * to those of the content that uses it (8.7.3.1). Patterns of forms lead to the form's: they stay.
 */
export function movedPatterns(file: PdfFile, resources: PdfDict, shift: Shift): PdfDict {
  const patterns = file.dict(resources.get('Pattern'));
  if (!patterns) return resources;
  const moved = new PdfDict();
  for (const [name, value] of patterns) {
    const pattern = file.resolve(value);
    const dict = pattern instanceof PdfStream ? pattern.dict : file.dict(pattern);
    if (!dict) continue;
    const copy = PdfDict.copy(dict);
    const [a, b, c, d, e, f] = file.numbers(dict.get('Matrix'), 6) ?? [1, 0, 0, 1, 0, 0];
    copy.set('Matrix', [a!, b!, c!, d!, rounded(e! + shift.x, 6), rounded(f! + shift.y, 6)]);
    moved.set(
      name,
      file.add(pattern instanceof PdfStream ? new PdfStream(copy, pattern.data) : copy),
    );
  }
  const own = PdfDict.copy(resources);
  own.set('Pattern', moved);
  return own;
}
