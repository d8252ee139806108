import type { Message, Report } from '../finding.ts';
import type { World } from '../world.ts';
import { type Developed, developPicture } from './picture.ts';
import type { KeepProof } from './proof.ts';
import { remark } from './remarks.ts';
import { glancePpi, type Picture, ppiOf, type Slot } from './slot.ts';

/** Makes pictures for one build: the same crop is read and made once, however many pages show it. */
export type Darkroom = (slot: Slot, report: Report) => Promise<Picture | undefined>;

/** How pictures are made. */
export interface DarkroomOptions {
  /** Gets a picture of each crop that loses what must stay; without it none is drawn. */
  keepProof?: KeepProof | undefined;
  /** Nothing is printed: pictures are made as coarse as their room and their findings allow, and drawings are left empty. */
  isGlance?: boolean;
}

/** As `preparePicture`; what was found is told each time, where the picture is named then. */
export function openDarkroom(
  world: World,
  { keepProof, isGlance = false }: DarkroomOptions = {},
): Darkroom {
  const made = new Map<string, Promise<{ developed: Developed | undefined; found: Message[] }>>();
  const make = async (slot: Slot) => {
    const found: Message[] = [];
    const developed = await developPicture(world, slot, (message) => found.push(message));
    return { developed, found };
  };
  return async (wanted, report) => {
    const slot = isGlance ? { ...wanted, ppi: glancePpi } : wanted;
    const { file, widthMm, heightMm, focus, unseenMm } = slot;
    const key = JSON.stringify([file, widthMm, heightMm, focus, unseenMm, ppiOf(slot)]);
    const making = made.get(key) ?? make(slot);
    made.set(key, making);
    const { developed, found } = await making;
    for (const message of found) report(message, slot.place);
    if (developed) await remark(world, slot, developed.facts, report, keepProof);
    return developed?.picture;
  };
}
