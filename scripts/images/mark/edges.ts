import type { Box, Circle, Edge, Range } from './mark.ts';

export const edges: readonly Edge[] = ['left', 'top', 'right', 'bottom'];

/** Whether an edge cuts a disc. */
export function cuts(edge: Edge, box: Box, { x, y, r }: Circle): boolean {
  switch (edge) {
    case 'left':
      return x - r - box.left < 0;
    case 'top':
      return y - r - box.top < 0;
    case 'right':
      return box.right - x - r < 0;
    case 'bottom':
      return box.bottom - y - r < 0;
  }
}

/** Which stretches of an edge discs cover, in order, in mm from its left or its upper end. */
export function coveredAlong(edge: Edge, box: Box, discs: readonly Circle[]): Range[] {
  const length = lengthOf(edge, box);
  const covered: Range[] = [];
  for (const disc of discs) {
    const x = disc.x - box.left;
    const y = disc.y - box.top;
    const right = x - (box.right - box.left);
    const bottom = y - (box.bottom - box.top);
    const across = { left: x, top: y, right, bottom }[edge];
    if (Math.abs(across) >= disc.r) continue;
    const half = Math.sqrt(disc.r ** 2 - across ** 2);
    const along = isUpright(edge) ? y : x;
    const from = Math.max(0, along - half);
    const to = Math.min(length, along + half);
    if (to > from) covered.push([from, to]);
  }
  return covered.sort((a, b) => a[0] - b[0]);
}

export function lengthOf(edge: Edge, box: Box): number {
  return isUpright(edge) ? box.bottom - box.top : box.right - box.left;
}

function isUpright(edge: Edge): boolean {
  return edge === 'left' || edge === 'right';
}
