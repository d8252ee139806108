import type { Focus } from '../content/schema/fields.ts';
import type { Place } from '../finding.ts';
import type { Size, Unseen } from './crop.ts';
import type { PieceName } from './crop-messages.ts';
import { type Reading, resolutions } from './reading.ts';

/** What a picture is made for. */
export interface Slot {
  /** Relative to the project: `content/images/room.jpg`. */
  file: string;
  /** Where the project names it: findings stand there. */
  place: Place;
  /** Where its focus stands, if not there. */
  focusPlace?: Place | undefined;
  /** The printed size, bleed included. */
  widthMm: number;
  heightMm: number;
  /** What of that is cut off or covered. */
  unseenMm?: Unseen | undefined;
  /** The point or the area that must stay, in percent. */
  focus?: Focus | undefined;
  /** `hand` unless something else is said. */
  reading?: Reading | undefined;
  /** The piece that shows it, for findings. */
  piece?: PieceName | undefined;
  /** Pixels an inch at most; as many as the reading asks for. */
  ppi?: number;
}

/** A picture made for its slot: baseline JPEG, sRGB or grey, no metadata. */
export interface Picture {
  /** Absolute, in the project's cache. */
  path: string;
  /** SHA-256 of the file in hexadecimal. Chromium embeds it as it is: the image in the PDF has the same. */
  hash: string;
  widthPx: number;
  heightPx: number;
  /** Pixels an inch at the printed size. */
  effectivePpi: number;
  widthMm: number;
  heightMm: number;
}

/** What is kept with a made picture. */
export interface Facts {
  widthPx: number;
  heightPx: number;
  /** The whole picture, upright. */
  original: Size;
  /** SHA-256 of its file. */
  originalHash: string;
  /** Of the crop in the original. */
  originalPpi: number;
  isTransparent: boolean;
  coloursGuessed: boolean;
}

/** As fine as a picture is made that nobody will see: its room is measured and what is wrong with it said. */
export const glancePpi = 24;

/** Larger files are not read. */
export const mostBytes = 200_000_000;

/** Pixels an inch that are kept of a crop. */
export function ppiOf({ ppi, reading = 'hand' }: Slot): number {
  return ppi ?? resolutions[reading].most;
}
