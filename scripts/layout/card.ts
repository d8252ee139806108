import type { Part } from './part.ts';
import type { Setting } from './setting.ts';

/** A card for social media. */
export async function cardParts(_setting: Setting): Promise<Part[]> {
  return [];
}
