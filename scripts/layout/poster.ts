import type { Part } from './part.ts';
import type { Setting } from './setting.ts';

/** The one page of a poster. */
export async function posterParts(_setting: Setting): Promise<Part[]> {
  return [];
}
