import { anywhere, around, clearOnA5, onPaper } from './basis.ts';
import { mirrored } from './frames.ts';
import type { Box, Circle, KeepOut, MarkFrame, Pose } from './mark.ts';

/** One side of an unfolded leaflet; x as they lie there, from the trim's left. */
interface Side {
  widthMm: number;
  heightMm: number;
  /** x of the folds. */
  folds: readonly number[];
}

export interface LeafletOutside extends Side {
  /** Where the deep field begins, at a fold or at the trim; it ends at the right trim. */
  fieldLeftMm: number;
  /** Where the front begins, the panel furthest right. */
  frontLeftMm: number;
  /** The largest disc: it stands on the front, whole or cut by the foot. */
  first: Circle;
}

export interface LeafletInside extends Side {
  /** The fold that the second disc hangs across. */
  acrossMm: number;
  /** Whether the largest disc hangs left or right of that fold. */
  hangs: 'left' | 'right';
}

/** The leaflets there are; folds as the house style for formats has them. */
export const leafletOutsides = {
  'roll-fold': {
    widthMm: 297,
    heightMm: 210,
    folds: [97, 197],
    fieldLeftMm: 97,
    frontLeftMm: 197,
    first: { x: 248, y: 150, r: 43 },
  },
  'z-fold': {
    widthMm: 297,
    heightMm: 210,
    folds: [99, 198],
    fieldLeftMm: 99,
    frontLeftMm: 198,
    first: { x: 248, y: 150, r: 42 },
  },
  a5: {
    widthMm: 297,
    heightMm: 210,
    folds: [148.5],
    fieldLeftMm: 0,
    frontLeftMm: 148.5,
    first: { x: 224, y: 166, r: 62 },
  },
} satisfies Record<string, LeafletOutside>;

export const leafletInsides = {
  'roll-fold': { widthMm: 297, heightMm: 210, folds: [100, 200], acrossMm: 200, hangs: 'left' },
  'z-fold': { widthMm: 297, heightMm: 210, folds: [99, 198], acrossMm: 198, hangs: 'left' },
  a5: { widthMm: 297, heightMm: 210, folds: [148.5], acrossMm: 148.5, hangs: 'right' },
} satisfies Record<string, LeafletInside>;

const common = {
  ...onPaper,
  alternates: true,
  clear: clearOnA5,
  leastEdgeMm: 8,
  leastShown: 0.36,
} as const;

/** A disc ends so far from a fold, or from what lies beyond the deep field, at least. */
const foldMm = 8;

/**
 * The outside of a leaflet: one chain on the deep field, from the front over its fold, so that the
 * front alone has three discs, one cropped by the fold. Nothing comes near a flap left of the field;
 * where the field is the front alone, the fold crops the chain.
 */
export function leafletOutside(
  keepOut: KeepOut = {},
  side: LeafletOutside = leafletOutsides['roll-fold'],
): MarkFrame {
  const { widthMm, heightMm, folds, fieldLeftMm, frontLeftMm, first } = side;
  const { x, y, r } = first;
  const { left, top, right, bottom } = around(x, y);
  const centre: Box = {
    left: Math.max(left, frontLeftMm + foldMm + r),
    top,
    right: Math.min(right, widthMm - 1.1 * r),
    bottom,
  };
  const hasFlap = fieldLeftMm > 0 && fieldLeftMm < frontLeftMm;
  return {
    ...common,
    name: 'leaflet-outside',
    ground: 'deep',
    window: { left: fieldLeftMm, top: 0, right: widthMm, bottom: heightMm },
    radiiMm: [r, 0.86 * r, 0.74 * r],
    retreat: { x: 0, y: 1 },
    bend: [1.3, 2.8],
    poses: frontPoses(centre),
    reach: hasFlap ? { ...anywhere, left: fieldLeftMm + foldMm } : anywhere,
    leastShownOf: { largest: 0.6, overlap: 0.4 },
    seen: [3, 4],
    folds,
    keepOut,
    sketch: {
      ...first,
      x: centre.left + 0.5,
      bend: 2.2,
      bearing: 93,
      counterClockwise: [[0.52, 0.28]],
      clockwise: [[0.72, 0.3]],
    },
  };
}

/** A hill and a valley: what stands towards the fold, then what leaves at the right. */
function frontPoses(centre: Box): Pose[] {
  const beside = [
    [[0.52, 0.37], [0.72]],
    [[0.52], [0.72]],
    [[0.72], [0.52]],
    [[0.72, 0.37], [0.52]],
    [[0.72, 0.52], [0.37]],
    [[0.52, 0.72], [0.72]],
  ] as const;
  return [
    { centre, bearing: [60, 150], sequences: beside },
    { centre, bearing: [-150, -60], sequences: beside.map(([left, right]) => [right, left]) },
  ];
}

/** The inside of a leaflet: discs that hang from the top edge, the second one across a fold. */
export function leafletInside(
  keepOut: KeepOut = {},
  side: LeafletInside = leafletInsides['roll-fold'],
): MarkFrame {
  const { widthMm, heightMm, folds, acrossMm, hangs } = side;
  if (hangs === 'right') {
    const over = (x: number) => widthMm - x;
    const left = { ...side, folds: folds.map(over), acrossMm: over(acrossMm), hangs: 'left' };
    return { ...mirrored(leafletInside({}, left as LeafletInside), widthMm), keepOut };
  }
  const before = folds.findLast((x) => x < acrossMm);
  return {
    ...common,
    name: 'leaflet-inside',
    window: { left: 0, top: 0, right: widthMm, bottom: heightMm },
    radiiMm: [38, 33],
    retreat: { x: 1, y: -1 },
    bend: [1.4, 5],
    poses: hangingPoses({ left: acrossMm - 52, top: -4, right: acrossMm - 46, bottom: 8 }),
    reach: { ...anywhere, left: before === undefined ? -Infinity : before + foldMm, bottom: 53 },
    cutBy: ['top'],
    cutEdges: [1, 2],
    leastShownOf: { largest: 0.4, overlap: 0.45 },
    seen: [2, 3],
    folds,
    keepOut,
    sketch: {
      x: acrossMm - 49,
      y: 2,
      r: 38,
      bend: 3,
      bearing: -60,
      counterClockwise: [[0.72, 0.3]],
      clockwise: [],
    },
  };
}

function hangingPoses(centre: Box): Pose[] {
  const across = [[0.72], [0.52], [0.72, 0.52], [0.72, 0.37], [0.52, 0.72], [0.52, 0.37]];
  return [
    { centre, bearing: [-110, -20], sequences: across.map((shares) => [shares, []]) },
    { centre, bearing: [75, 150], sequences: across.map((shares) => [[], shares]) },
  ];
}
