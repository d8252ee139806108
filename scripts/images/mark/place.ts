import { clearance } from './geometry.ts';
import type { Box, Circle, MarkFrame } from './mark.ts';

/** Beyond this distance from the window a disc cannot show, not even in the bleed. */
const outsideMm = 3;

/** So near to a fold a disc neither begins nor ends. */
const foldMm = 8;

/**
 * What is wrong with where a disc stands, whatever stands beside it: the first thing found, or
 * undefined. Most drafts end here, so that it makes nothing and calls little.
 */
export function misplacement(disc: Circle, frame: MarkFrame): string | undefined {
  const { x, y, r } = disc;
  const { clear, folds, footMm, keepOut, reach, window } = frame;
  if (x - r - reach.left < 0) return 'a disc is out of reach at the left';
  if (y - r - reach.top < 0) return 'a disc is out of reach at the top';
  if (reach.right - x - r < 0) return 'a disc is out of reach at the right';
  if (reach.bottom - y - r < 0) return 'a disc is out of reach at the bottom';
  if (merelyTouches(x - r - window.left, r)) return 'a disc merely touches the left edge';
  if (merelyTouches(y - r - window.top, r)) return 'a disc merely touches the top edge';
  if (merelyTouches(window.right - x - r, r)) return 'a disc merely touches the right edge';
  if (merelyTouches(window.bottom - y - r, r)) return 'a disc merely touches the bottom edge';
  if (footMm !== undefined && Math.abs(window.bottom - y - r) < footMm) {
    return "a disc's foot nearly touches the lower edge";
  }
  if (!isSeen(disc, frame)) return 'a disc is not seen';
  for (const box of keepOut.panels ?? none) {
    const distance = clearance(disc, box);
    const lies = clear.lapMm !== undefined && distance <= -clear.lapMm;
    if (distance < clear.panelMm && !lies) return 'a disc comes too near to a panel';
  }
  for (const box of keepOut.type ?? none) {
    if (clearance(disc, box) < clear.typeMm) return 'a disc comes too near to type';
  }
  if (keepOut.folio && clearance(disc, keepOut.folio) < clear.folioMm) {
    return 'a disc comes too near to the folio';
  }
  for (const fold of folds) {
    const near = Math.abs(x - r - fold) < foldMm || Math.abs(x + r - fold) < foldMm;
    if (near) return 'a disc ends near a fold';
  }
  return undefined;
}

const none: readonly Box[] = [];

export function isSeen(disc: Circle, { window }: MarkFrame): boolean {
  return clearance(disc, window) < outsideMm;
}

/** Neither clear of an edge nor well cut by it, `inside` mm before it. */
function merelyTouches(inside: number, r: number): boolean {
  return inside < Math.max(3, r / 10) && inside > -r / 6;
}
