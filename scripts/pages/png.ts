import { openPicture } from '../images/sharp.ts';
import type { Picture } from './render.ts';

export interface PngOptions {
  /** Zlib's, 1 to 9: how long to look for what repeats. */
  effort: number;
}

/** A picture as a PNG file, without alpha. The same pixels and version of sharp give the same bytes. */
export async function encodePng(
  { widthPx, heightPx, rgba }: Picture,
  { effort }: PngOptions,
): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx, channels: 4 as const };
  const picture = await openPicture(rgba, { raw });
  return picture.removeAlpha().png({ compressionLevel: effort }).toBuffer();
}

/** Of a photograph as many colours as the eye needs, then fewer (libimagequant); more effort costs seconds and saves nothing (measured). */
const qualities = [95, 85, 60, 30];
const paletteEffort = 4;

/** The same of at most so many bytes, where fewer colours can do it. Flat colours stay what they are. */
export async function encodeLight(picture: Picture, mostBytes: number): Promise<Uint8Array> {
  let lightest = await encodePng(picture, { effort: 9 });
  for (const quality of qualities) {
    if (lightest.length <= mostBytes) break;
    const fewer = await encodePalette(picture, { quality });
    const { data } = await (await openPicture(fewer))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Dithering carries the errors of a photograph out of it, over the flat ground beside it.
    const restored = { ...picture, rgba: withFlatsOf(picture, data) };
    const made = await encodePalette(restored, { quality: 100, dither: 0 });
    if (made.length < lightest.length) lightest = made;
  }
  return lightest;
}

async function encodePalette(
  { widthPx: width, heightPx: height, rgba }: Picture,
  how: { quality: number; dither?: number },
): Promise<Uint8Array> {
  const open = await openPicture(rgba, { raw: { width, height, channels: 4 } });
  return open
    .removeAlpha()
    .png({ ...how, palette: true, effort: paletteEffort, compressionLevel: 9 })
    .toBuffer();
}

/** A colour of which there is as much as this is a ground, and no part of a photograph. */
const flatShare = 0.02;

/** The pixels of a copy, but where the picture has a flat ground the picture's. */
function withFlatsOf({ widthPx, heightPx, rgba }: Picture, copy: Uint8Array): Uint8Array {
  const colourAt = (i: number) =>
    ((rgba[i] ?? 0) << 16) | ((rgba[i + 1] ?? 0) << 8) | (rgba[i + 2] ?? 0);
  const counts = new Map<number, number>();
  for (let i = 0; i < rgba.length; i += 4) {
    const colour = colourAt(i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const least = flatShare * widthPx * heightPx;
  const flats = new Set([...counts].filter(([, count]) => count >= least).map(([one]) => one));
  const restored = Uint8Array.from(copy);
  for (let i = 0; i < rgba.length; i += 4) {
    if (flats.has(colourAt(i))) restored.set(rgba.subarray(i, i + 4), i);
  }
  return restored;
}
