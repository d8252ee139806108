import { build, complete, largestDisc, seat, spacing, turn } from './build.ts';
import { standTogether } from './faults.ts';
import type { Box, Disc, Mark, MarkFrame, Plan, Pose, Seat, Seating } from './mark.ts';
import { overlapShares } from './mark.ts';
import { misplacement } from './place.ts';
import type { Random } from './random.ts';
import { between, pick, seeded } from './random.ts';
import { hasRoom } from './room.ts';

/**
 * At each radius so many compositions (a pose and its discs) are tried, and each so often; of those
 * that would do but look like another, so many.
 */
const bound = { compositions: 8, plans: 400, alike: 24 };

/** A pose and which discs it has. */
interface Composition {
  pose: Pose;
  sequence: Pose['sequences'][number];
}

/**
 * The mark of a course (or of a publication) in a frame: the seed is its slug. Draws until nothing
 * is wrong; then the frame's sketch; where not even that fits, a mark without discs: nothing is
 * better than a disc under words. Pure: same frame, seed and `others`, same mark.
 *
 * `others`: marks of the same frame that it should not look like, as long as that is possible. Two
 * of 60 slugs come within 2 mm of each other by chance.
 */
export function drawMark(frame: MarkFrame, seed: string, others: readonly Mark[] = []): Mark {
  const mayStand = (disc: Disc) => misplacement(disc, frame) === undefined;
  const random = seeded(`${frame.name}/${seed}`);
  const compositions: Composition[] = frame.poses.flatMap((pose) =>
    pose.sequences.map((sequence) => ({ pose, sequence })),
  );
  for (const r of frame.radiiMm) {
    let first: Seating | undefined;
    let other: Seating | undefined;
    let found = 0;
    for (let i = 0; i < bound.compositions; i++) {
      const composition = pick(random, compositions);
      const centres = centresOf(composition, r, frame);
      if (!hasRoom(centres, r, frame)) {
        random.skip(bound.plans * numbersOf(composition));
        continue;
      }
      for (let j = 0; j < bound.plans; j++) {
        const plan = draft(frame, composition, centres, r, random);
        const seating = plan && seat(plan, frame, mayStand);
        if (!seating || !standTogether(seating, frame)) continue;
        if (!others.some((one) => alike(seating, one, frame.alikeShare)))
          return complete(seating, frame);
        first ??= seating;
        // Where none is as unlike as wished, one that is not the same has to do.
        other ??= others.some((one) => alike(seating, one)) ? undefined : seating;
        if (++found === bound.alike) return complete(other ?? first, frame);
      }
    }
    if (first) return complete(other ?? first, frame);
  }
  const sketch = build(frame.sketch, frame);
  if (sketch.discs.every(mayStand) && standTogether(sketch, frame)) return sketch;
  return { ...sketch, discs: [], overlaps: [] };
}

/** Whether two marks look the same: as many discs, none of them apart by this share of the largest radius. */
export function alike(a: Seating, b: Seating, share = 0.1): boolean {
  if (a.discs.length !== b.discs.length) return false;
  const near = Math.max(0, ...a.discs.map((disc) => disc.r)) * share;
  return a.discs.every((disc, i) => {
    const other = b.discs[i]!;
    const moved = Math.hypot(disc.x - other.x, disc.y - other.y);
    return Math.max(moved, Math.abs(disc.r - other.r)) < near;
  });
}

/** Where the centre of a largest disc of this radius may lie. */
function centresOf({ pose: { centre } }: Composition, r: number, frame: MarkFrame): Box {
  const { radiiMm, retreat } = frame;
  if (!retreat) return centre;
  const less = radiiMm[0]! - r;
  return {
    left: centre.left + less * retreat.x,
    top: centre.top + less * retreat.y,
    right: centre.right + less * retreat.x,
    bottom: centre.bottom + less * retreat.y,
  };
}

/** A draft takes so many numbers: two for a place, a bearing, a bend, and an overlap for each disc that follows. */
function numbersOf({ sequence: [counterClockwise, clockwise] }: Composition): number {
  return 4 + counterClockwise.length + clockwise.length;
}

/**
 * The plan of one drawing, by chance within a pose; undefined if its largest disc may not stand
 * where it comes to lie. It takes as many numbers then: the next drawing does not depend on it.
 */
function draft(
  frame: MarkFrame,
  composition: Composition,
  centres: Box,
  r: number,
  random: Random,
): Plan | undefined {
  const { pose, sequence } = composition;
  const x = between(random, [centres.left, centres.right]);
  const y = between(random, [centres.top, centres.bottom]);
  if (misplacement(largestDisc(x, y, r, frame), frame)) {
    random.skip(numbersOf(composition) - 2);
    return undefined;
  }
  const bearing = between(random, pose.bearing);
  const seat = (share: number): Seat => [share, between(random, overlapShares)];
  const counterClockwise = sequence[0].map(seat);
  const clockwise = sequence[1].map(seat);
  const bend = pose.open
    ? closingBend([...counterClockwise, ...clockwise], between(random, pose.open))
    : between(random, frame.bend);
  return { x, y, r, bearing, bend, counterClockwise, clockwise };
}

/** The circle on which a ring's seats and its open place take up one whole turn, in largest radii: found by halving. */
function closingBend(seats: readonly Seat[], open: number): number {
  const distances: number[] = [];
  let before = 1;
  for (const [share, overlap] of seats) {
    distances.push(spacing(before, share, overlap));
    before = share;
  }
  distances.push(before + 1 + open);
  let low = Math.max(...distances) / 2;
  let high = distances.reduce((sum, distance) => sum + distance, 0);
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return high;
    let turned = 0;
    for (const distance of distances) turned += turn(distance, middle);
    if (turned > 2 * Math.PI) low = middle;
    else high = middle;
  }
}
