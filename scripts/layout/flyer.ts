import type { Part } from './part.ts';
import type { Setting } from './setting.ts';

/** Front and back of a flyer. */
export async function flyerParts(_setting: Setting): Promise<Part[]> {
  return [];
}
