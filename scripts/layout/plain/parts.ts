import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';

/** Clear and large print: the same content in one column. */
export async function plainParts(_setting: Setting): Promise<Part[]> {
  return [];
}
