import type { Scene } from '../scene.ts';
import { blinds } from './blinds.ts';
import { ruler } from './ruler.ts';
import { shelves } from './shelves.ts';
import { stair } from './stair.ts';
import { stools } from './stools.ts';
import { vessels } from './vessels.ts';

/** Every picture of the sample, by the name of its file. */
export const scenes = { stools, blinds, ruler, stair, shelves, vessels } satisfies Record<
  string,
  () => Scene
>;
