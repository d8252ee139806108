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
const lighter = [
  { quality: 95 },
  { quality: 85 },
  { quality: 60 },
  { quality: 30 },
  { colours: 16 },
];
const paletteEffort = 4;

/** The same of at most so many bytes, where fewer colours can do it. Flat colours stay what they are. */
export async function encodeLight(picture: Picture, mostBytes: number): Promise<Uint8Array> {
  let lightest = await encodePng(picture, { effort: 9 });
  for (const how of lighter) {
    if (lightest.length <= mostBytes) break;
    const { widthPx: width, heightPx: height, rgba } = picture;
    const open = await openPicture(rgba, { raw: { width, height, channels: 4 } });
    const made = await open
      .removeAlpha()
      .png({ ...how, palette: true, effort: paletteEffort, compressionLevel: 9 })
      .toBuffer();
    if (made.length < lightest.length) lightest = made;
  }
  return lightest;
}
