import type { Composed } from '../layout/compose/in-page.ts';
import type { PlacedPart } from '../layout/pagination.ts';

/**
 * On which page of its part, counted from 0, each heading stands that a link leads to: known only
 * when the text has run. Before, it is taken to stand on the first.
 */
export type Offsets = ReadonlyMap<string, number>;

export function offsetsOf(composed: readonly Composed[]): Offsets {
  const offsets = new Map<string, number>();
  for (const { survey } of composed) {
    for (const [id, { page }] of Object.entries(survey.targets)) {
      const part = survey.parts.find(({ first, count }) => page >= first && page < first + count);
      if (part) offsets.set(id, page - part.first);
    }
  }
  return offsets;
}

/** Whether every number that running text prints was made from where its target then came to stand. */
export function numbersHold(composed: readonly Composed[], used: Offsets, seen: Offsets): boolean {
  return composed
    .flatMap(({ survey }) => survey.references)
    .every(({ to }) => (used.get(to) ?? 0) === (seen.get(to) ?? 0));
}

/** The page of everything that a number can point at: courses, pages, and headings of theirs. */
export function pageOf(
  id: string,
  placed: readonly PlacedPart[],
  offsets: Offsets,
): number | undefined {
  const start = id.split('--')[0] ?? id;
  const at = placed.find(({ part }) => part.id === start || part.aliases?.includes(start));
  return at && at.first + (id === start ? 0 : (offsets.get(id) ?? 0));
}
