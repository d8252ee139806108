import { clearance, lensPath } from './geometry.ts';
import type { Disc, Mark, MarkFrame, Plan, Seat, Seating } from './mark.ts';
import { toThousandth } from './mark.ts';

/** Beyond this distance from the window a disc cannot show, not even in the bleed. */
export const outsideMm = 3;

/** Between the centres of two neighbours, in mm (house style: d = r1 + r2 - 2 k min(r1, r2)). */
export function spacing(a: number, b: number, overlap: number): number {
  return a + b - 2 * overlap * Math.min(a, b);
}

/** How far round a circle of radius `circle` two centres at `distance` lie apart, in radians; NaN if it is too small for them. */
export function turn(distance: number, circle: number): number {
  return 2 * Math.asin(distance / (2 * circle));
}

/** Carries out a plan: the whole mark. */
export function build(plan: Plan, frame: MarkFrame): Mark {
  return complete(seat(plan, frame), frame);
}

/** Where the discs of a plan come to lie. A chain ends where it leaves the window. */
export function seat(plan: Plan, frame: MarkFrame): Seating {
  const circleR = plan.bend * plan.r;
  const bearing = (plan.bearing * Math.PI) / 180;
  const circle = {
    x: toThousandth(plan.x + circleR * Math.cos(bearing)),
    y: toThousandth(plan.y + circleR * Math.sin(bearing)),
    r: toThousandth(circleR),
  };
  const largest: Disc = {
    x: toThousandth(plan.x),
    y: toThousandth(plan.y),
    r: toThousandth(plan.r),
    role: frame.accent ? 'accent' : 'second',
  };

  const follow = (seats: readonly Seat[], direction: 1 | -1): Disc[] => {
    const found: Disc[] = [];
    let angle = bearing + Math.PI;
    let before = plan.r;
    for (const [share, overlap] of seats) {
      const r = share * plan.r;
      angle += direction * turn(spacing(before, r, overlap), circleR);
      before = r;
      const disc: Disc = {
        x: toThousandth(plan.x + circleR * (Math.cos(bearing) + Math.cos(angle))),
        y: toThousandth(plan.y + circleR * (Math.sin(bearing) + Math.sin(angle))),
        r: toThousandth(r),
        role: 'second',
      };
      if (!(clearance(disc, frame.window) < outsideMm)) break;
      found.push(disc);
    }
    return found;
  };

  const discs = [
    ...follow(plan.counterClockwise, -1).reverse(),
    largest,
    ...follow(plan.clockwise, 1),
  ];
  return { discs, circle };
}

/** Adds what neighbours share. */
export function complete({ discs, circle }: Seating, frame: MarkFrame): Mark {
  return {
    frame: frame.name,
    ground: frame.ground,
    window: frame.window,
    discs,
    overlaps: discs.slice(1).map((disc, i) => ({
      path: lensPath(discs[i]!, disc),
      role: frame.ground === 'deep' ? 'pale' : 'deep',
    })),
    circle,
  };
}
