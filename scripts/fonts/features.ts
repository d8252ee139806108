import type { Reader, Tables } from './tables.ts';

/** The tags of all features that a font's substitutions and positionings list. */
export function readFeatures(tables: Tables): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const name of ['GSUB', 'GPOS']) {
    const table = tables.get(name);
    if (table) for (const tag of featureList(table)) tags.add(tag);
  }
  if (tables.has('kern')) tags.add('kern');
  return tags;
}

/** The feature list of GSUB or GPOS (ISO/IEC 14496-22:2019, 6.2.4). */
function featureList(table: Reader): string[] {
  const list = table.from(table.u16(6));
  return Array.from({ length: list.u16(0) }, (_, i) => list.tag(2 + 6 * i));
}
