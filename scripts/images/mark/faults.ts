import { coveredAlong, cuts, edges, lengthOf } from './edges.ts';
import { gap } from './geometry.ts';
import type { Disc, Mark, MarkFrame, Seating } from './mark.ts';
import { family, overlapShares } from './mark.ts';
import { misplacement } from './place.ts';
import { shownShare, shownShareOfOverlap } from './share.ts';

/** Coordinates are rounded: what is measured from them may be off by this much. */
const tolerance = 0.005;

/** What is cut keeps this share of its area; less is a sliver that looks like an accident. For the other discs the frame says how much. */
const leastShown = { accent: 0.6, largest: 0.45, overlap: 0.45 };

/** Between two discs along an edge, or between a disc and a corner, ground shows by this much or not at all. */
const leastGround = { mm: 4, share: 0.12 };

/** Discs that are not neighbours stay apart by this share of the largest radius: they must not seem to touch. */
const leastApart = 0.09;

/** Says the first thing that is wrong, if anything is. */
type Rule = (seating: Seating, frame: MarkFrame) => string | undefined;

/** What chance gets wrong with discs of which each may stand where it stands; first what turns down most drafts. */
const ofChance: readonly Rule[] = [
  slivers,
  cuttingEdges,
  scraps,
  distances,
  openPlace,
  sliversOfOverlaps,
  discsSeen,
  widthTaken,
  sizeOfCircle,
];

/** What comes out right by the way a plan is carried out. */
const ofBuilding: readonly Rule[] = [radii, roles, neighbours, seats];

/** What is wrong with a drawing by the house style ("The circles"); empty if nothing is. A frame without room has a mark without discs, which is right. */
export function faults(mark: Mark, frame: MarkFrame): string[] {
  const { discs, overlaps } = mark;
  if (discs.length === 0) return [];
  const found = [
    ...discs.map((disc) => misplacement(disc, frame)),
    ...[...ofChance, ...ofBuilding].map((rule) => rule(mark, frame)),
    overlaps.length === discs.length - 1 ? undefined : 'an overlap is missing',
  ];
  return found.filter((fault) => fault !== undefined);
}

/** Whether nothing is wrong with a plan that was carried out and of which each disc may stand where it stands. */
export function standTogether(seating: Seating, frame: MarkFrame): boolean {
  return ofChance.every((rule) => rule(seating, frame) === undefined);
}

function slivers({ discs }: Seating, { window, leastShown: ofDisc, leastShownOf }: MarkFrame) {
  const r = largestRadius(discs);
  for (const disc of discs) {
    const whole = disc.role === 'accent' ? leastShown.accent : leastShown.largest;
    const least = disc.r === r ? (leastShownOf?.largest ?? whole) : ofDisc;
    if (shownShare(disc, window) < least) return 'a disc is cut to a sliver';
  }
  return undefined;
}

function sliversOfOverlaps({ discs }: Seating, { window, leastShownOf }: MarkFrame) {
  const least = leastShownOf?.overlap ?? leastShown.overlap;
  const cut = discs.some((disc, i) => {
    const before = discs[i - 1];
    return before && shownShareOfOverlap(before, disc, window) < least;
  });
  return cut ? 'an overlap is cut to a sliver' : undefined;
}

function cuttingEdges({ discs }: Seating, { window, cutBy, cutEdges }: MarkFrame) {
  const cut = edges.filter((edge) => discs.some((disc) => cuts(edge, window, disc)));
  const uncut = cutBy.find((edge) => !cut.includes(edge));
  if (uncut) return `the ${uncut} edge does not cut it`;
  const [least, most] = cutEdges;
  return cut.length < least || cut.length > most ? `${cut.length} edges cut it` : undefined;
}

/** Scraps of ground along the edges: beside a disc that is cut. */
function scraps({ discs }: Seating, { window, leastEdgeMm }: MarkFrame) {
  const least = leastEdgeMm ?? Math.min(leastGround.mm, leastGround.share * largestRadius(discs));
  for (const edge of edges) {
    const length = lengthOf(edge, window);
    let end = 0;
    for (const [from, to] of [...coveredAlong(edge, window, discs), [length, length] as const]) {
      if (leastEdgeMm !== undefined && to > from && to - from < leastEdgeMm) {
        return `a disc shows too little at the ${edge} edge`;
      }
      if (from > end && from - end < least) return `a scrap of ground shows at the ${edge} edge`;
      end = Math.max(end, to);
    }
  }
  return undefined;
}

function discsSeen({ discs }: Seating, { seen: [least, most] }: MarkFrame) {
  return discs.length < least || discs.length > most ? `${discs.length} discs are seen` : undefined;
}

function widthTaken({ discs }: Seating, { widthShare, window: { left, right } }: MarkFrame) {
  const taken =
    Math.min(right, Math.max(...discs.map((disc) => disc.x + disc.r))) -
    Math.max(left, Math.min(...discs.map((disc) => disc.x - disc.r)));
  return taken < widthShare * (right - left) ? 'it leaves too much of the width empty' : undefined;
}

function distances({ discs }: Seating) {
  const least = leastApart * largestRadius(discs);
  const near = discs.some((a, i) => discs.slice(i + 2).some((b) => gap(a, b) < least));
  return near ? 'discs that are not neighbours come too near' : undefined;
}

function openPlace({ discs }: Seating) {
  if (discs.length < 3) return undefined;
  const closed = gap(discs[0]!, discs.at(-1)!) < 0.5 * largestRadius(discs) - tolerance;
  return closed ? 'the open place is closed' : undefined;
}

function sizeOfCircle({ discs, circle }: Seating, { bend: [low, high] }: MarkFrame) {
  const radii = circle.r / largestRadius(discs);
  const within = radii >= low - tolerance && radii <= high + tolerance;
  return within ? undefined : `the circle is of ${radii} radii`;
}

function radii({ discs }: Seating) {
  const largest = largestRadius(discs);
  if (discs.filter(({ r }) => r === largest).length !== 1) return 'more than one largest disc';
  const isOfFamily = (r: number) =>
    family.some((share) => Math.abs(share * largest - r) < tolerance);
  const other = discs.find(({ r }) => !isOfFamily(r));
  return other && `a radius of ${other.r} is not of the family`;
}

function roles({ discs }: Seating, { accent, alternates }: MarkFrame) {
  const largest = largestRadius(discs);
  const first = discs.findIndex(({ r }) => r === largest);
  for (const [i, { r, role }] of discs.entries()) {
    const isAccent = alternates ? (i - first) % 2 === 0 : r === largest;
    const right = accent && isAccent ? 'accent' : 'second';
    if (role !== right) return `a disc of ${r} is ${role}, not ${right}`;
  }
  return undefined;
}

function neighbours({ discs }: Seating) {
  const [low, high] = overlapShares;
  for (const [i, a] of discs.slice(1).entries()) {
    const b = discs[i]!;
    if (Math.abs(a.r - b.r) < tolerance) return 'two neighbours are alike';
    const share = -gap(a, b) / (2 * Math.min(a.r, b.r));
    if (share < low - 0.001 || share > high + 0.001) return `neighbours overlap by ${share}`;
  }
  return undefined;
}

function seats({ discs, circle }: Seating) {
  const off = discs.some((disc) => {
    const distance = Math.hypot(disc.x - circle.x, disc.y - circle.y);
    return Math.abs(distance - circle.r) > tolerance;
  });
  return off ? 'a disc is off the circle' : undefined;
}

function largestRadius(discs: readonly Disc[]): number {
  return Math.max(...discs.map((disc) => disc.r));
}
