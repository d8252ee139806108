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

/**
 * The same of at most so many bytes, where that can be done: of a photograph, 256 colours are kept,
 * then as many as the eye needs (libimagequant), then fewer. Flat colours stay what they are.
 */
export async function encodeLight(picture: Picture, mostBytes: number): Promise<Uint8Array> {
  let lightest = await encodePng(picture, { effort: 9 });
  for (const quality of [95, 90, 80, 60, 40, 20]) {
    if (lightest.length <= mostBytes) break;
    const { widthPx: width, heightPx: height, rgba } = picture;
    const open = await openPicture(rgba, { raw: { width, height, channels: 4 } });
    const made = await open
      .removeAlpha()
      .png({ palette: true, quality, effort: 10, compressionLevel: 9 })
      .toBuffer();
    if (made.length < lightest.length) lightest = made;
  }
  return lightest;
}
