import type { Box, Circle, Edge, Range } from './mark.ts';

/** How far inside each edge a disc ends; negative where it is cut. */
export function insides(disc: Circle, box: Box): [Edge, number][] {
  return [
    ['left', disc.x - disc.r - box.left],
    ['top', disc.y - disc.r - box.top],
    ['right', box.right - disc.x - disc.r],
    ['bottom', box.bottom - disc.y - disc.r],
  ];
}

/** Which stretches of each edge discs cover, in order, and how long the edge is. */
export function coveredAlong(discs: readonly Circle[], window: Box): [Edge, Range[], number][] {
  const stretches = (
    across: (disc: Circle) => number,
    along: (disc: Circle) => number,
    length: number,
  ): Range[] =>
    discs
      .filter((disc) => Math.abs(across(disc)) < disc.r)
      .map((disc): Range => {
        const half = Math.sqrt(disc.r ** 2 - across(disc) ** 2);
        return [Math.max(0, along(disc) - half), Math.min(length, along(disc) + half)];
      })
      .filter(([from, to]) => to > from)
      .sort((a, b) => a[0] - b[0]);
  const [width, height] = [window.right - window.left, window.bottom - window.top];
  const x = (disc: Circle) => disc.x - window.left;
  const y = (disc: Circle) => disc.y - window.top;
  return [
    ['left', stretches(x, y, height), height],
    ['right', stretches((disc) => x(disc) - width, y, height), height],
    ['top', stretches(y, x, width), width],
    ['bottom', stretches((disc) => y(disc) - height, x, width), width],
  ];
}
