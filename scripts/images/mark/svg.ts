import type { Box, Disc, Mark, Overlap } from './mark.ts';
import { toThousandth } from './mark.ts';

/** A colour for each role, as CSS writes it: `#630041` or `var(--deep)`. */
export type MarkColours = Record<Disc['role'] | Overlap['role'], string>;

/**
 * The mark as an inline SVG element, decorative. Its view is `view` (mm on the page; the window
 * unless given: where the window is a trim, widen it by the bleed), its size in mm: set it with its
 * top left corner on the view's. Empty for a mark without discs.
 */
export function markSvg(mark: Mark, colours: MarkColours, view: Box = mark.window): string {
  if (mark.discs.length === 0) return '';
  const width = toThousandth(view.right - view.left);
  const height = toThousandth(view.bottom - view.top);
  const discs = mark.discs.map(
    ({ x, y, r, role }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colours[role]}"/>`,
  );
  const overlaps = mark.overlaps.map(
    ({ path, role }) => `<path d="${path}" fill="${colours[role]}"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false" ` +
    `width="${width}mm" height="${height}mm" viewBox="${view.left} ${view.top} ${width} ${height}">` +
    `${discs.join('')}${overlaps.join('')}</svg>`
  );
}
