import type { Font } from '../fonts/font.ts';
import { openPicture } from '../images/sharp.ts';
import { openNumerals } from './numerals.ts';
import type { Picture } from './render.ts';

/** What lies side by side: the numbers of one page or of two that face, and none for an empty side. */
export type Group = readonly (number | undefined)[];

/** A book as it lies open: the cover alone at the right, then left and right, the back alone at the left. */
export function spreads(count: number): Group[] {
  const groups: Group[] = [];
  for (let left = 0; left <= count; left += 2) {
    groups.push([left || undefined, left < count ? left + 1 : undefined]);
  }
  return groups;
}

export function singles(count: number): Group[] {
  return Array.from({ length: count }, (_, index) => [index + 1]);
}

export interface SheetOptions {
  groups: readonly Group[];
  /** Groups in a row. */
  columns: number;
  /** For the page numbers. */
  font: Font;
}

const ground = 0xd2;
const inkColour = '#3d3d3d';
const marginPx = 56;
/** Between groups, side by side and from a number to the pages below. */
const gapPx = 40;
/** Between pages that face. */
const spinePx = 1;
const numberPx = 15;
/** From the foot of a page to the foot of its number. */
const dropPx = 24;

/**
 * All pages of a publication as small pictures in rows on a grey ground, their numbers below.
 *
 * @param pictures by page
 * @returns a PNG file
 */
export async function contactSheet(
  pictures: readonly Picture[],
  { groups, columns, font }: SheetOptions,
): Promise<Uint8Array> {
  const cellWidth = Math.max(...pictures.map(({ widthPx }) => widthPx));
  const cellHeight = Math.max(...pictures.map(({ heightPx }) => heightPx));
  const side = Math.max(...groups.map((group) => group.length));
  const groupWidth = side * cellWidth + (side - 1) * spinePx;
  const across = Math.min(columns, groups.length);
  const rows = Math.ceil(groups.length / across);
  const width = 2 * marginPx + across * groupWidth + (across - 1) * gapPx;
  const height = 2 * marginPx + rows * (cellHeight + dropPx) + (rows - 1) * gapPx;
  const canvas = new Uint8Array(width * height * 3).fill(ground);
  const number = await openNumerals(font, numberPx);
  const numbers: string[] = [];
  for (const [index, group] of groups.entries()) {
    const left = marginPx + (index % across) * (groupWidth + gapPx);
    const top = marginPx + Math.floor(index / across) * (cellHeight + dropPx + gapPx);
    for (const [place, page] of group.entries()) {
      const picture = page && pictures[page - 1];
      if (!picture) continue;
      const x = left + place * (cellWidth + spinePx);
      lay(picture, canvas, width, x, top);
      numbers.push(number(page, x + picture.widthPx / 2, top + cellHeight + dropPx));
    }
  }
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="${inkColour}">${numbers.join('')}</svg>`;
  const sheet = await openPicture(canvas, { raw: { width, height, channels: 3 } });
  return sheet
    .composite([{ input: Buffer.from(drawn) }])
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Copies a picture into a canvas of three bytes a pixel. */
function lay(
  { widthPx, heightPx, rgba }: Picture,
  canvas: Uint8Array,
  canvasWidth: number,
  left: number,
  top: number,
): void {
  for (let y = 0; y < heightPx; y++) {
    let to = ((top + y) * canvasWidth + left) * 3;
    for (let from = y * widthPx * 4; from < (y + 1) * widthPx * 4; from += 4) {
      canvas[to++] = rgba[from]!;
      canvas[to++] = rgba[from + 1]!;
      canvas[to++] = rgba[from + 2]!;
    }
  }
}
