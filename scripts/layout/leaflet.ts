import type { Part } from './part.ts';
import type { Setting } from './setting.ts';

/** Outside and inside of a leaflet. */
export async function leafletParts(_setting: Setting): Promise<Part[]> {
  return [];
}
