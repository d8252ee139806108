import type { Box, Circle } from './mark.ts';

/** Areas are compared by counting the points of a grid over them: so many to a side. */
const points = 24;

/** How many of a column's points lie in a circle, above its middle and as many below. */
const halves = Array.from({ length: points }, (_, column) => {
  const across = column + 0.5 - points / 2;
  return Math.ceil(Math.sqrt(points ** 2 / 4 - across ** 2) - 0.5);
});

const pointsOfCircle = halves.reduce((sum, half) => sum + 2 * half, 0);

/** How much of a disc shows in the window: a share of its area. */
export function shownShare({ x, y, r }: Circle, window: Box): number {
  const grid: Box = { left: x - r, top: y - r, right: x + r, bottom: y + r };
  const seen = seenPoints(grid, window);
  if (!seen) return 1;
  let shown = 0;
  for (let column = seen.left; column < seen.right; column++) {
    const half = halves[column]!;
    const from = Math.max(points / 2 - half, seen.top);
    const to = Math.min(points / 2 + half, seen.bottom);
    if (to > from) shown += to - from;
  }
  return shown / pointsOfCircle;
}

/** How much of what two discs share shows in the window: a share of its area. */
export function shownShareOfOverlap(a: Circle, b: Circle, window: Box): number {
  const grid: Box = {
    left: Math.max(a.x - a.r, b.x - b.r),
    top: Math.max(a.y - a.r, b.y - b.r),
    right: Math.min(a.x + a.r, b.x + b.r),
    bottom: Math.min(a.y + a.r, b.y + b.r),
  };
  const seen = seenPoints(grid, window);
  if (!seen) return 1;
  const height = grid.bottom - grid.top;
  const rowsAbove = (y: number) => Math.ceil(((y - grid.top) / height) * points - 0.5);
  let all = 0;
  let shown = 0;
  for (let column = 0; column < points; column++) {
    const x = point(column, grid.left, grid.right);
    const halfA = Math.sqrt(a.r ** 2 - (x - a.x) ** 2);
    const halfB = Math.sqrt(b.r ** 2 - (x - b.x) ** 2);
    const from = rowsAbove(Math.max(a.y - halfA, b.y - halfB));
    const to = rowsAbove(Math.min(a.y + halfA, b.y + halfB));
    all += Math.max(0, to - from);
    if (column < seen.left || column >= seen.right) continue;
    shown += Math.max(0, Math.min(to, seen.bottom) - Math.max(from, seen.top));
  }
  return all === 0 ? 0 : shown / all;
}

/** Which columns and rows of a grid the window shows, ends not included; undefined if it shows all. */
function seenPoints(grid: Box, window: Box): Box | undefined {
  const whole =
    grid.left >= window.left &&
    grid.right <= window.right &&
    grid.top >= window.top &&
    grid.bottom <= window.bottom;
  if (whole) return undefined;
  return {
    left: pointsUpTo(window.left, grid.left, grid.right),
    top: pointsUpTo(window.top, grid.top, grid.bottom),
    right: pointsBefore(window.right, grid.left, grid.right),
    bottom: pointsBefore(window.bottom, grid.top, grid.bottom),
  };
}

function pointsUpTo(edge: number, from: number, to: number): number {
  let count = 0;
  while (count < points && point(count, from, to) <= edge) count++;
  return count;
}

function pointsBefore(edge: number, from: number, to: number): number {
  let count = points;
  while (count > 0 && point(count - 1, from, to) >= edge) count--;
  return count;
}

/** Where a point of a grid lies between the ends of the grid. */
function point(index: number, from: number, to: number): number {
  return from + ((to - from) * (index + 0.5)) / points;
}
