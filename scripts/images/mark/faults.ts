import { outsideMm } from './build.ts';
import { coveredAlong, insides } from './edges.ts';
import { clearance, gap, shownShare } from './geometry.ts';
import type { Disc, Edge, Mark, MarkFrame, Seating } from './mark.ts';
import { family, overlapShares } from './mark.ts';

/** Coordinates are rounded: what is measured from them may be off by this much. */
const tolerance = 0.005;

/** What is cut keeps this share of its area; less is a sliver that looks like an accident. For the other discs the frame says how much. */
const leastShown = { accent: 0.6, largest: 0.45, overlap: 0.45 };

/** Between two discs along an edge, or between a disc and a corner, ground shows by this much or not at all. */
const leastGround = { mm: 4, share: 0.12 };

/** Discs that are not neighbours stay apart by this share of the largest radius: they must not seem to touch. */
const leastApart = 0.09;

/** What is wrong with a drawing by the house style ("The circles"); empty if nothing is. A frame without room has a mark without discs, which is right. */
export function faults(mark: Mark, frame: MarkFrame): string[] {
  const found = [...find(mark, frame)];
  const shared = Math.max(0, mark.discs.length - 1);
  if (mark.overlaps.length !== shared) found.push('an overlap is missing');
  return found;
}

/** Whether nothing is wrong with it; stops at the first fault. */
export function isFaultless(mark: Seating, frame: MarkFrame): boolean {
  return find(mark, frame).next().done === true;
}

/** The rules, those that are quickly tried first. */
function* find(mark: Seating, frame: MarkFrame): Generator<string> {
  if (mark.discs.length === 0) return;
  yield* numberFaults(mark, frame);
  yield* clearanceFaults(mark, frame);
  yield* edgeFaults(mark, frame);
  yield* neighbourFaults(mark);
  yield* circleFaults(mark, frame);
  yield* scrapFaults(mark, frame);
  yield* sliverFaults(mark, frame);
}

function* numberFaults({ discs }: Seating, frame: MarkFrame) {
  const r = largestRadius(discs);
  if (discs.filter((disc) => disc.r === r).length !== 1) yield 'more than one largest disc';
  for (const disc of discs) {
    if (!family.some((share) => Math.abs(share * r - disc.r) < tolerance)) {
      yield `a radius of ${disc.r} is not of the family`;
    }
    const role = frame.accent && disc.r === r ? 'accent' : 'second';
    if (disc.role !== role) yield `a disc of ${disc.r} is ${disc.role}, not ${role}`;
  }
  const [least, most] = frame.seen;
  if (discs.length < least || discs.length > most) yield `${discs.length} discs are seen`;
  const { left, right } = frame.window;
  const width =
    Math.min(right, Math.max(...discs.map((disc) => disc.x + disc.r))) -
    Math.max(left, Math.min(...discs.map((disc) => disc.x - disc.r)));
  if (width < frame.widthShare * (right - left)) yield 'it leaves too much of the width empty';
}

function* clearanceFaults({ discs }: Seating, { clear, keepOut, reach, window }: MarkFrame) {
  for (const disc of discs) {
    if (clearance(disc, window) >= outsideMm) yield 'a disc is not seen';
    for (const [edge, inside] of insides(disc, reach)) {
      if (inside < 0) yield `a disc is out of reach at the ${edge}`;
    }
    for (const box of keepOut.type ?? []) {
      if (clearance(disc, box) < clear.typeMm) yield 'a disc comes too near to type';
    }
    for (const box of keepOut.panels ?? []) {
      const distance = clearance(disc, box);
      const lies = clear.lapMm !== undefined && distance <= -clear.lapMm;
      if (distance < clear.panelMm && !lies) yield 'a disc comes too near to a panel';
    }
    if (keepOut.folio && clearance(disc, keepOut.folio) < clear.folioMm) {
      yield 'a disc comes too near to the folio';
    }
  }
}

function* edgeFaults({ discs }: Seating, { window, folds, cutBy, cutEdges }: MarkFrame) {
  const cut = new Set<Edge>();
  for (const disc of discs) {
    for (const [edge, inside] of insides(disc, window)) {
      const touches = inside < Math.max(3, disc.r / 10) && inside > -disc.r / 6;
      if (touches) yield `a disc merely touches the ${edge} edge`;
      if (inside < 0) cut.add(edge);
    }
    for (const fold of folds) {
      const [left, right] = [disc.x - disc.r - fold, disc.x + disc.r - fold];
      if (Math.abs(left) < 8 || Math.abs(right) < 8) yield 'a disc ends near a fold';
    }
  }
  for (const edge of cutBy) if (!cut.has(edge)) yield `the ${edge} edge does not cut it`;
  if (cut.size < cutEdges[0] || cut.size > cutEdges[1]) yield `${cut.size} edges cut it`;
}

function* neighbourFaults({ discs }: Seating) {
  const r = largestRadius(discs);
  for (const [i, a] of discs.entries()) {
    for (const [j, b] of discs.entries()) {
      if (j <= i) continue;
      const apart = gap(a, b);
      if (j > i + 1) {
        if (apart < leastApart * r) yield 'discs that are not neighbours come too near';
        continue;
      }
      if (Math.abs(a.r - b.r) < tolerance) yield 'two neighbours are alike';
      const share = -apart / (2 * Math.min(a.r, b.r));
      const [low, high] = overlapShares;
      if (share < low - 0.001 || share > high + 0.001) yield `neighbours overlap by ${share}`;
    }
  }
  if (discs.length > 2 && gap(discs[0]!, discs.at(-1)!) < 0.5 * r - tolerance) {
    yield 'the open place is closed';
  }
}

function* circleFaults({ discs, circle }: Seating, frame: MarkFrame) {
  for (const disc of discs) {
    const distance = Math.hypot(disc.x - circle.x, disc.y - circle.y);
    if (Math.abs(distance - circle.r) > tolerance) yield 'a disc is off the circle';
  }
  const bend = circle.r / largestRadius(discs);
  const [low, high] = frame.bend;
  if (bend < low - tolerance || bend > high + tolerance) yield `the circle is of ${bend} radii`;
}

function* sliverFaults({ discs }: Seating, { window, leastShown: ofDisc }: MarkFrame) {
  const r = largestRadius(discs);
  for (const [i, disc] of discs.entries()) {
    const whole = disc.role === 'accent' ? leastShown.accent : leastShown.largest;
    const least = disc.r === r ? whole : ofDisc;
    if (shownShare([disc], window) < least) yield 'a disc is cut to a sliver';
    const before = discs[i - 1];
    if (before && shownShare([before, disc], window) < leastShown.overlap) {
      yield 'an overlap is cut to a sliver';
    }
  }
}

/** Scraps of ground along the edges: beside a disc that is cut. */
function* scrapFaults({ discs }: Seating, { window, leastEdgeMm }: MarkFrame) {
  const least = leastEdgeMm ?? Math.min(leastGround.mm, leastGround.share * largestRadius(discs));
  for (const [edge, covered, length] of coveredAlong(discs, window)) {
    let end = 0;
    for (const [from, to] of [...covered, [length, length] as const]) {
      if (leastEdgeMm !== undefined && to > from && to - from < leastEdgeMm) {
        yield `a disc shows too little at the ${edge} edge`;
      }
      if (from > end && from - end < least) yield `a scrap of ground shows at the ${edge} edge`;
      end = Math.max(end, to);
    }
  }
}

function largestRadius(discs: readonly Disc[]): number {
  return Math.max(...discs.map((disc) => disc.r));
}
