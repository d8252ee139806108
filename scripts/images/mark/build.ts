import { lensPath } from './geometry.ts';
import type { Disc, Mark, MarkFrame, Plan, Seating } from './mark.ts';
import { toThousandth } from './mark.ts';
import { isSeen } from './place.ts';

/** Between the centres of two neighbours, in mm (house style: d = r1 + r2 - 2 k min(r1, r2)). */
export function spacing(a: number, b: number, overlap: number): number {
  return a + b - 2 * overlap * Math.min(a, b);
}

/** How far round a circle of radius `circle` two centres at `distance` lie apart, in radians; NaN if it is too small for them. */
export function turn(distance: number, circle: number): number {
  return 2 * Math.asin(distance / (2 * circle));
}

/** Carries out a plan: the whole mark. A chain ends where it leaves the window. */
export function build(plan: Plan, frame: MarkFrame): Mark {
  const bow = bowOf(plan);
  const isHere = (disc: Disc) => isSeen(disc, frame);
  const before = chain(plan, bow, -1, frame, isHere);
  const after = chain(plan, bow, 1, frame, isHere);
  return complete(seating(plan, bow, before, after, frame), frame);
}

/** Where the discs of a plan come to lie; undefined as soon as one may not stand there. */
export function seat(
  plan: Plan,
  frame: MarkFrame,
  mayStand: (disc: Disc) => boolean,
): Seating | undefined {
  const bow = bowOf(plan);
  const before = chain(plan, bow, -1, frame, mayStand);
  if (before.length < plan.counterClockwise.length) return undefined;
  const after = chain(plan, bow, 1, frame, mayStand);
  if (after.length < plan.clockwise.length) return undefined;
  return seating(plan, bow, before, after, frame);
}

/** The disc that a plan begins with. */
export function largestDisc(x: number, y: number, r: number, { accent }: MarkFrame): Disc {
  return {
    x: toThousandth(x),
    y: toThousandth(y),
    r: toThousandth(r),
    role: accent ? 'accent' : 'second',
  };
}

/** The circle of seats as seen from the largest disc. */
interface Bow {
  r: number;
  /** To its middle, in radians. */
  bearing: number;
  cosine: number;
  sine: number;
}

function bowOf({ bend, r, bearing }: Plan): Bow {
  const radians = (bearing * Math.PI) / 180;
  return {
    r: bend * r,
    bearing: radians,
    cosine: Math.cos(radians),
    sine: Math.sin(radians),
  };
}

/** The discs that follow the largest, clockwise (1) or counter-clockwise (-1), up to one that may not stand. */
function chain(
  plan: Plan,
  bow: Bow,
  direction: 1 | -1,
  { accent, alternates }: MarkFrame,
  mayStand: (disc: Disc) => boolean,
): Disc[] {
  const seats = direction === 1 ? plan.clockwise : plan.counterClockwise;
  const discs: Disc[] = [];
  let angle = bow.bearing + Math.PI;
  let before = plan.r;
  for (const seat of seats) {
    const r = seat[0] * plan.r;
    angle += direction * turn(spacing(before, r, seat[1]), bow.r);
    before = r;
    const disc: Disc = {
      x: toThousandth(plan.x + bow.r * (bow.cosine + Math.cos(angle))),
      y: toThousandth(plan.y + bow.r * (bow.sine + Math.sin(angle))),
      r: toThousandth(r),
      role: accent && alternates && discs.length % 2 === 1 ? 'accent' : 'second',
    };
    if (!mayStand(disc)) break;
    discs.push(disc);
  }
  return discs;
}

function seating(
  { x, y, r }: Plan,
  bow: Bow,
  before: readonly Disc[],
  after: readonly Disc[],
  frame: MarkFrame,
): Seating {
  return {
    discs: [...before.toReversed(), largestDisc(x, y, r, frame), ...after],
    circle: {
      x: toThousandth(x + bow.r * bow.cosine),
      y: toThousandth(y + bow.r * bow.sine),
      r: toThousandth(bow.r),
    },
  };
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
