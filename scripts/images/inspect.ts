import type { Message } from '../finding.ts';
import type { Size } from './crop.ts';
import * as say from './messages.ts';
import { mostPixels, openPicture } from './sharp.ts';
import { sniff } from './sniff.ts';
import { isWhole } from './whole.ts';

/** What has to be known of a picture before it is decoded. */
export interface Inspected extends Size {
  /** Grey: it stays grey. */
  isGrey: boolean;
  hasAlpha: boolean;
  /** CMYK without a profile. */
  coloursGuessed: boolean;
}

/** Looks at a picture's first bytes, then at its header. A message says why it cannot be used; no pixel has been decoded by then. */
export async function inspect(bytes: Uint8Array, file: string): Promise<Inspected | Message> {
  const sniffed = sniff(bytes);
  if (sniffed.kind === 'drawing') return say.drawingAsPicture(file);
  if (sniffed.kind === 'unknown') return say.notAPicture(file);
  if (sniffed.kind === 'other') return say.formatUnsupported(file, sniffed.name);
  if (sniffed.animated) return say.pictureAnimated(file);
  if (!isWhole(bytes, sniffed.format)) return say.pictureDamaged(file);

  const header = await openPicture(bytes, { limitInputPixels: false })
    .then((picture) => picture.metadata())
    .catch(() => undefined);
  if (!header?.width || !header.height) return say.pictureDamaged(file);
  const { width, height } = header.autoOrient;
  if (width * height > mostPixels) return say.pictureTooLarge(file, width, height, mostPixels);
  if ((header.pages ?? 1) > 1) return say.pictureHasPages(file, header.pages!);
  return {
    width,
    height,
    isGrey: header.space === 'b-w' || header.space === 'grey16',
    hasAlpha: header.hasAlpha,
    coloursGuessed: header.space === 'cmyk' && !header.hasProfile,
  };
}
