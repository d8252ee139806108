import { build, complete, seat, spacing, turn } from './build.ts';
import { isFaultless } from './faults.ts';
import type { Mark, MarkFrame, Plan, Pose, Seat, Seating } from './mark.ts';
import { overlapShares } from './mark.ts';
import type { Random } from './random.ts';
import { between, pick, seeded } from './random.ts';

/**
 * At each radius so many compositions (a pose and its discs) are tried, and each so often; of those
 * that would do but look like another, so many.
 */
const bound = { compositions: 8, plans: 400, alike: 24 };

/**
 * The mark of a course (or of a publication) in a frame: the seed is its slug. Draws until nothing
 * is wrong; then the frame's sketch; where not even that fits, a mark without discs: nothing is
 * better than a disc under words. Pure: same frame, seed and `others`, same mark.
 *
 * `others`: marks of the same frame that it should not look like, as long as that is possible. Two
 * of 60 slugs come within 2 mm of each other by chance.
 */
export function drawMark(frame: MarkFrame, seed: string, others: readonly Mark[] = []): Mark {
  const random = seeded(`${frame.name}/${seed}`);
  const compositions = frame.poses.flatMap((pose) =>
    pose.sequences.map((sequence) => ({ pose, sequence })),
  );
  for (const r of frame.radiiMm) {
    let first: Seating | undefined;
    let found = 0;
    for (let i = 0; i < bound.compositions; i++) {
      const { pose, sequence } = pick(random, compositions);
      for (let j = 0; j < bound.plans; j++) {
        const seating = seat(draft(frame, pose, sequence, r, random), frame);
        const whole = seating.discs.length === 1 + sequence.flat().length;
        if (!whole || !isFaultless(seating, frame)) continue;
        if (!others.some((other) => alike(seating, other))) return complete(seating, frame);
        first ??= seating;
        if (++found === bound.alike) return complete(first, frame);
      }
    }
    if (first) return complete(first, frame);
  }
  const sketch = build(frame.sketch, frame);
  if (isFaultless(sketch, frame)) return sketch;
  return { ...sketch, discs: [], overlaps: [] };
}

/** Whether two marks look the same: as many discs, none of them apart by a tenth of the largest radius. */
export function alike(a: Seating, b: Seating): boolean {
  if (a.discs.length !== b.discs.length) return false;
  const near = Math.max(0, ...a.discs.map((disc) => disc.r)) / 10;
  return a.discs.every((disc, i) => {
    const other = b.discs[i]!;
    const moved = Math.hypot(disc.x - other.x, disc.y - other.y);
    return Math.max(moved, Math.abs(disc.r - other.r)) < near;
  });
}

/** The numbers of one drawing, by chance within a pose. */
function draft(
  frame: MarkFrame,
  { centre, bearing, open }: Pose,
  [counterClockwise, clockwise]: Pose['sequences'][number],
  r: number,
  random: Random,
): Plan {
  const seats = (shares: readonly number[]): Seat[] =>
    shares.map((share) => [share, between(random, overlapShares)]);
  const plan = {
    x: between(random, [centre.left, centre.right]),
    y: between(random, [centre.top, centre.bottom]),
    r,
    bearing: between(random, bearing),
    counterClockwise: seats(counterClockwise),
    clockwise: seats(clockwise),
  };
  const bend = open
    ? closingBend([...plan.counterClockwise, ...plan.clockwise], between(random, open))
    : between(random, frame.bend);
  return { ...plan, bend };
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
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const turned = distances.reduce((sum, distance) => sum + turn(distance, middle), 0);
    if (turned > 2 * Math.PI) low = middle;
    else high = middle;
  }
  return high;
}
