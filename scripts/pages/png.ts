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
