import { join } from 'node:path';
import { sha256 } from '../content/inputs.ts';
import type { Message, Place, Report } from '../finding.ts';
import type { World } from '../world.ts';
import { openBudget } from './budget.ts';
import { readBytes } from './bytes.ts';
import { cropRound, pixelsFor } from './crop.ts';
import { develop, isTransparent, recipe } from './develop.ts';
import { inspect } from './inspect.ts';
import { openStore } from './kept.ts';
import * as say from './messages.ts';
import { mostPixels, mostSeconds, sharpVersion } from './sharp.ts';

/** What a picture is made for. */
export interface Slot {
  /** Relative to the project: `content/images/room.jpg`. */
  file: string;
  /** Where the project names it: findings stand there. */
  place: Place;
  /** The printed size, bleed included. */
  widthMm: number;
  heightMm: number;
  /** The point that must stay, in percent from left and top. */
  focus?: readonly [number, number] | undefined;
  /** Pixels an inch at most. */
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

/** Below these, in pixels an inch of the printed size, a picture is refused and warned about (Ghent Workgroup 2022, R0031, R0032). */
const leastPpi = { error: 150, warning: 225 };

const mostBytes = 200_000_000;

/** What is kept with a made picture. */
interface Facts {
  widthPx: number;
  heightPx: number;
  /** Of the crop in the original. */
  originalPpi: number;
  isTransparent: boolean;
  coloursGuessed: boolean;
}

/** Pictures are decoded side by side as long as they have this many pixels together. */
const decoding = openBudget(mostPixels / 2);

/**
 * Makes a project's picture for a slot: cropped round its focus to the slot's ratio, scaled down to
 * `ppi` (300) at the printed size, never up. What was made before is taken from the cache.
 *
 * Undefined after a finding if it is missing, outside the project, no picture, of a format that is
 * not opened, animated, damaged, or of more than 100 million pixels. A picture with too few pixels
 * is made all the same, with a finding.
 */
export async function preparePicture(
  world: World,
  slot: Slot,
  report: Report,
): Promise<Picture | undefined> {
  const { file, place, widthMm, heightMm, focus, ppi = 300 } = slot;
  const bytes = readBytes(world, file, place, mostBytes, report);
  if (!bytes) return undefined;

  const from = [recipe, sharpVersion(), sha256(bytes), widthMm, heightMm, focus ?? null, ppi];
  const key = sha256(JSON.stringify(from));
  const store = openStore<Facts>(join(world.cache, 'images'));
  let kept = store.find(key);
  if (!kept) {
    const made = await make(bytes, slot, ppi);
    if ('severity' in made) {
      report(made, place);
      return undefined;
    }
    kept = store.keep(key, made.jpeg, made.facts);
  }

  const { path, hash, facts } = kept;
  const { widthPx, heightPx } = facts;
  for (const message of remarks(slot, facts)) report(message, place);
  const effectivePpi = (widthPx / widthMm) * 25.4;
  return { path, hash, widthPx, heightPx, effectivePpi, widthMm, heightMm };
}

async function make(
  bytes: Uint8Array,
  { file, widthMm, heightMm, focus }: Slot,
  ppi: number,
): Promise<{ jpeg: Buffer; facts: Facts } | Message> {
  const inspected = await inspect(bytes, file);
  if ('severity' in inspected) return inspected;
  const slotMm = { width: widthMm, height: heightMm };
  const crop = cropRound(inspected, slotMm, focus);
  const size = pixelsFor(crop, slotMm, ppi);
  try {
    return await decoding(inspected.width * inspected.height, async () => ({
      jpeg: await develop(bytes, inspected, crop, size),
      facts: {
        widthPx: size.width,
        heightPx: size.height,
        originalPpi: (crop.width / widthMm) * 25.4,
        isTransparent: inspected.hasAlpha && (await isTransparent(bytes)),
        coloursGuessed: inspected.coloursGuessed,
      },
    }));
  } catch (fault) {
    const tookTooLong = fault instanceof Error && fault.message.includes('timeout');
    return tookTooLong ? say.pictureTooSlow(file, mostSeconds) : say.pictureDamaged(file);
  }
}

/** What has to be said about a picture each time it is used. */
function remarks({ file, widthMm, heightMm }: Slot, facts: Facts): Message[] {
  const found: Message[] = [];
  const inPixels = (mm: number) => Math.ceil((mm / 25.4) * 300);
  const needs: say.Needs = {
    widthMm,
    ppi: Math.floor(facts.originalPpi),
    widthPx: inPixels(widthMm),
    heightPx: inPixels(heightMm),
  };
  if (facts.originalPpi < leastPpi.error) found.push(say.pictureTooCoarse(file, needs));
  else if (facts.originalPpi < leastPpi.warning) found.push(say.pictureCoarse(file, needs));
  if (facts.isTransparent) found.push(say.pictureTransparent(file));
  if (facts.coloursGuessed) found.push(say.coloursGuessed(file));
  return found;
}
