import { relative } from 'node:path';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { cropRound } from './crop.ts';
import * as cropped from './crop-messages.ts';
import { lossOf } from './focus.ts';
import * as say from './messages.ts';
import { drawProof, type KeepProof, proofPath } from './proof.ts';
import { resolutions } from './reading.ts';
import type { Facts, Slot } from './slot.ts';

/** What has to be said about a picture each time a piece uses it. */
export async function remark(
  world: World,
  slot: Slot,
  facts: Facts,
  report: Report,
  keepProof?: KeepProof,
): Promise<void> {
  const { file, place, widthMm, heightMm, reading = 'hand', piece } = slot;
  const use: cropped.Use = { file, widthMm, heightMm, reading, piece };
  const { least, good, most } = resolutions[reading];
  const inPixels = (mm: number) => Math.ceil((mm / 25.4) * most);
  const coarse: cropped.Coarse = {
    ppi: Math.floor(facts.originalPpi),
    widthPx: inPixels(widthMm),
    heightPx: inPixels(heightMm),
  };
  if (facts.originalPpi < least) report(cropped.pictureTooCoarse(use, coarse), place);
  else if (facts.originalPpi < good) report(cropped.pictureCoarse(use, coarse), place);
  if (facts.isTransparent) report(say.pictureTransparent(file), place);
  if (facts.coloursGuessed) report(say.coloursGuessed(file), place);
  await remarkFocus(world, slot, use, facts, report, keepProof);
}

/** Says what the crop takes from the focus, and has it drawn. */
async function remarkFocus(
  world: World,
  slot: Slot,
  use: cropped.Use,
  { original, originalHash }: Facts,
  report: Report,
  keepProof: KeepProof | undefined,
): Promise<void> {
  const { widthMm, heightMm, focus, unseenMm, place } = slot;
  if (!focus) return;
  const slotMm = { width: widthMm, height: heightMm };
  const crop = cropRound(original, slotMm, focus, unseenMm);
  const loss = lossOf(original, crop, slotMm, focus, unseenMm);
  if (!loss) return;
  const path = proofPath(world, slot);
  const isDrawn = keepProof !== undefined;
  if (keepProof) {
    const jpeg = await drawProof(world, { slot, focus, original, originalHash, crop });
    if (jpeg) keepProof(path, jpeg);
  }
  const shown = relative(world.project, path).replaceAll('\\', '/');
  const proof = { file: shown, isDrawn };
  const { kind, share, sides } = loss;
  const message =
    kind === 'lost'
      ? cropped.focusLost(use, share, proof)
      : kind === 'cut'
        ? cropped.focusCut(use, share, sides, proof)
        : cropped.focusNear(use, sides, proof);
  report(message, slot.focusPlace ?? place);
}
