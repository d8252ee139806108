import type { Message, Report } from '../finding.ts';
import type { World } from '../world.ts';
import { type Picture, preparePicture, type Slot } from './picture.ts';

/** Makes pictures for one build: the same crop is read and made once, however many pages show it. */
export type Darkroom = (slot: Slot, report: Report) => Promise<Picture | undefined>;

/** As `preparePicture`; what was found is told each time, where the picture is named then. */
export function openDarkroom(world: World): Darkroom {
  const made = new Map<string, Promise<{ picture: Picture | undefined; found: Message[] }>>();
  const make = async (slot: Slot) => {
    const found: Message[] = [];
    const picture = await preparePicture(world, slot, (message) => found.push(message));
    return { picture, found };
  };
  return async (slot, report) => {
    const { place, ...crop } = slot;
    const key = JSON.stringify(crop);
    const making = made.get(key) ?? make(slot);
    made.set(key, making);
    const { picture, found } = await making;
    for (const message of found) report(message, place);
    return picture;
  };
}
