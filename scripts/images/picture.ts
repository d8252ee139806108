import { join } from 'node:path';
import { sha256 } from '../content/inputs.ts';
import type { Message, Report } from '../finding.ts';
import type { World } from '../world.ts';
import { openBudget } from './budget.ts';
import { readBytes } from './bytes.ts';
import { cropRound, pixelsFor } from './crop.ts';
import { develop, glance, isTransparent, recipe } from './develop.ts';
import { inspect } from './inspect.ts';
import { openStore } from './kept.ts';
import * as say from './messages.ts';
import type { KeepProof } from './proof.ts';
import { remark } from './remarks.ts';
import { mostPixels, mostSeconds, sharpVersion } from './sharp.ts';
import { type Facts, glancePpi, mostBytes, type Picture, ppiOf, type Slot } from './slot.ts';

/** A picture with what can be said about it. */
export interface Developed {
  picture: Picture;
  facts: Facts;
}

/** Pictures are decoded side by side as long as they have this many pixels together. */
const decoding = openBudget(mostPixels / 2);

/**
 * Makes a project's picture for a slot: cropped round its focus to the slot's ratio, scaled down to
 * what its reading asks for at the printed size, never up. What was made before is taken from the cache.
 *
 * Undefined after a finding if it is missing, outside the project, no picture, of a format that is
 * not opened, animated, damaged, or of more than 100 million pixels. A picture with too few pixels,
 * or one that loses its focus, is made all the same, with a finding.
 *
 * @param keepProof gets the picture of a crop that loses its focus; without it none is drawn
 */
export async function preparePicture(
  world: World,
  slot: Slot,
  report: Report,
  keepProof?: KeepProof,
): Promise<Picture | undefined> {
  const developed = await developPicture(world, slot, report);
  if (developed) await remark(world, slot, developed.facts, report, keepProof);
  return developed?.picture;
}

/** As `preparePicture`, without what is said of a picture that was made: that depends on the piece. */
export async function developPicture(
  world: World,
  slot: Slot,
  report: Report,
): Promise<Developed | undefined> {
  const { file, place, widthMm, heightMm, focus, unseenMm } = slot;
  const ppi = ppiOf(slot);
  const bytes = readBytes(world, file, place, mostBytes, report);
  if (!bytes) return undefined;

  const originalHash = sha256(bytes);
  const crop = [widthMm, heightMm, focus ?? null, unseenMm ?? null, ppi];
  const key = sha256(JSON.stringify([recipe, sharpVersion(), originalHash, ...crop]));
  const store = openStore<Facts>(join(world.cache, 'images'));
  let kept = store.find(key);
  if (!kept) {
    const made = await make(bytes, slot, ppi);
    if ('severity' in made) {
      report(made, place);
      return undefined;
    }
    kept = store.keep(key, made.jpeg, { ...made.facts, originalHash });
  }

  const { path, hash, facts } = kept;
  const { widthPx, heightPx } = facts;
  const effectivePpi = (widthPx / widthMm) * 25.4;
  return {
    picture: { path, hash, widthPx, heightPx, effectivePpi, widthMm, heightMm },
    facts,
  };
}

async function make(
  bytes: Uint8Array,
  { file, widthMm, heightMm, focus, unseenMm }: Slot,
  ppi: number,
): Promise<{ jpeg: Buffer; facts: Omit<Facts, 'originalHash'> } | Message> {
  const inspected = await inspect(bytes, file);
  if ('severity' in inspected) return inspected;
  const slotMm = { width: widthMm, height: heightMm };
  const { width, height } = inspected;
  const crop = cropRound(inspected, slotMm, focus, unseenMm);
  const size = pixelsFor(crop, slotMm, ppi);
  try {
    return await decoding(width * height, async () => ({
      jpeg: await (ppi === glancePpi ? glance(bytes, size) : develop(bytes, inspected, crop, size)),
      facts: {
        widthPx: size.width,
        heightPx: size.height,
        original: { width, height },
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
