import type { Box, Circle } from './mark.ts';
import { toThousandth } from './mark.ts';

/** Between two edges, in mm; negative where the discs overlap. */
export function gap(a: Circle, b: Circle): number {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  return Math.sqrt(dx * dx + dy * dy) - a.r - b.r;
}

/** From a disc's edge to a box, in mm; negative by how far it reaches in. */
export function clearance(disc: Circle, box: Box): number {
  const dx = Math.max(box.left - disc.x, 0, disc.x - box.right);
  const dy = Math.max(box.top - disc.y, 0, disc.y - box.bottom);
  if (dx > 0 || dy > 0) return Math.sqrt(dx * dx + dy * dy) - disc.r;
  const inside = Math.min(
    disc.x - box.left,
    box.right - disc.x,
    disc.y - box.top,
    box.bottom - disc.y,
  );
  return -inside - disc.r;
}

/** The two corners of what two overlapping discs share: from `from` to `to`, clockwise along the first. */
function corners(a: Circle, b: Circle) {
  const d = Math.hypot(b.x - a.x, b.y - a.y);
  const along = (a.r * a.r - b.r * b.r + d * d) / (2 * d);
  const across = Math.sqrt(Math.max(0, a.r * a.r - along * along));
  const [ux, uy] = [(b.x - a.x) / d, (b.y - a.y) / d];
  const [x, y] = [a.x + along * ux, a.y + along * uy];
  return {
    from: { x: x + across * uy, y: y - across * ux },
    to: { x: x - across * uy, y: y + across * ux },
    largeArcOfA: along < 0,
    largeArcOfB: along > d,
  };
}

/** What two overlapping discs share, as SVG path data: two arcs. */
export function lensPath(a: Circle, b: Circle): string {
  const { from, to, largeArcOfA, largeArcOfB } = corners(a, b);
  const point = (p: { x: number; y: number }) => `${toThousandth(p.x)} ${toThousandth(p.y)}`;
  const arc = (r: number, large: boolean) => `A${r} ${r} 0 ${large ? 1 : 0} 1 `;
  return `M${point(from)}${arc(a.r, largeArcOfA)}${point(to)}${arc(b.r, largeArcOfB)}${point(from)}Z`;
}
