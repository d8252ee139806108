import type { Part } from './part.ts';
import type { Setting } from './setting.ts';

/** A slide for a screen in a hall. */
export async function slideParts(_setting: Setting): Promise<Part[]> {
  return [];
}
