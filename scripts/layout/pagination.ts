import type { Part } from './part.ts';

/** A part with its place: pages count from 1, the cover being page 1, a right page. */
export interface PlacedPart {
  part: Part;
  first: number;
  count: number;
}

/**
 * Gives each part its pages. Where a part must begin on the other side of the spread, a plate (a
 * full-page drawing) faces it, never an empty page; the last part ends on a left page, as a back
 * cover does.
 */
export function paginate(
  parts: readonly { part: Part; count: number }[],
  plate: (beforePage: number) => Part,
): PlacedPart[] {
  const placed: PlacedPart[] = [];
  let next = 1;
  const add = (part: Part, count: number) => {
    placed.push({ part, first: next, count });
    next += count;
  };
  for (const { part, count } of parts) {
    const isLeft = next % 2 === 0;
    if ((part.start === 'left' && !isLeft) || (part.start === 'right' && isLeft))
      add(plate(next), 1);
    add(part, count);
  }
  return placed;
}
