import type { Focus } from '../content/schema/fields.ts';
import { type Crop, type Side, type Size, sides, type Unseen } from './crop.ts';

/** An area of a picture, in percent from its left and its top. */
export type Area = { [side in Side]: number };

/** What a crop takes from the focus. */
export interface Loss {
  /**
   * - `lost`: less than half of the area is seen, or the point lies well outside.
   * - `cut`: a part of the area is not seen.
   * - `near`: the picture is cut at the point, or right beside it.
   */
  kind: 'lost' | 'cut' | 'near';
  /** How much of the area is seen, from 0 to 1; of a point all or nothing. */
  share: number;
  /** Where it is cut, or nearly. */
  sides: Side[];
}

/** Nobody types finer than that, in percent of the picture. */
const tolerance = 0.5;

/** Between a point and a cut lies so much of the shorter side of what is seen, or more. */
const marginShare = 0.03;

/**
 * Whether a crop keeps the focus: an area whole, a point clear of every edge that cuts the picture.
 * Where the picture itself ends nothing is lost; a focus that reaches there (0 or 100) means its
 * edge, wherever the bleed is cut.
 */
export function lossOf(
  picture: Size,
  crop: Crop,
  slot: Size,
  focus: Focus,
  unseen: Unseen = {},
): Loss | undefined {
  const seen = seenOf(picture, crop, slot, unseen);
  const kept = reachingEdges(areaOf(focus), percentOf(picture, crop), seen);
  const over = overhang(kept, seen);
  if (focus.length === 4) {
    const cut = sides.filter((side) => over[side] > tolerance);
    if (cut.length === 0) return undefined;
    const share = shareOf(kept, seen);
    return { kind: share < 0.5 ? 'lost' : 'cut', share, sides: cut };
  }
  const shorter = Math.min(
    (seen.right - seen.left) * picture.width,
    (seen.bottom - seen.top) * picture.height,
  );
  const marginOn = (side: Side) =>
    (shorter * marginShare) / (isAcross(side) ? picture.width : picture.height);
  const lost = sides.filter((side) => over[side] > marginOn(side));
  if (lost.length > 0) return { kind: 'lost', share: 0, sides: lost };
  const near = sides.filter((side) => {
    const isPicturesOwn = isEdge(seen[side]) || isEdge(areaOf(focus)[side]);
    return !isPicturesOwn && -over[side] < marginOn(side);
  });
  return near.length > 0 ? { kind: 'near', share: 1, sides: near } : undefined;
}

/** What of a picture is seen in its slot. */
export function seenOf(picture: Size, crop: Crop, slot: Size, unseen: Unseen): Area {
  const { left = 0, top = 0, right = 0, bottom = 0 } = unseen;
  const [across, down] = [crop.width / slot.width, crop.height / slot.height];
  return percentOf(picture, {
    left: crop.left + left * across,
    top: crop.top + top * down,
    width: crop.width - (left + right) * across,
    height: crop.height - (top + bottom) * down,
  });
}

export function areaOf([left, top, right = left, bottom = top]: Focus): Area {
  return { left, top, right, bottom };
}

function percentOf(picture: Size, { left, top, width, height }: Crop): Area {
  return {
    left: (left / picture.width) * 100,
    top: (top / picture.height) * 100,
    right: ((left + width) / picture.width) * 100,
    bottom: ((top + height) / picture.height) * 100,
  };
}

/** Where focus and crop both reach the picture's edge, the focus ends where the picture is cut. */
function reachingEdges(focus: Area, crop: Area, seen: Area): Area {
  const kept = { ...focus };
  const ways = [
    ['left', 'right'],
    ['top', 'bottom'],
  ] as const;
  for (const [low, high] of ways) {
    const from = isEdge(focus[low]) && isEdge(crop[low]) ? seen[low] : Number.NEGATIVE_INFINITY;
    const to = isEdge(focus[high]) && isEdge(crop[high]) ? seen[high] : Number.POSITIVE_INFINITY;
    for (const side of [low, high]) kept[side] = Math.min(Math.max(focus[side], from), to);
  }
  return kept;
}

function isAcross(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function isEdge(percent: number): boolean {
  return percent <= 0.001 || percent >= 99.999;
}

/** By how much the focus stands out of what is seen on each side; negative where it lies within. */
function overhang(focus: Area, seen: Area): Area {
  return {
    left: seen.left - focus.left,
    top: seen.top - focus.top,
    right: focus.right - seen.right,
    bottom: focus.bottom - seen.bottom,
  };
}

function shareOf(focus: Area, seen: Area): number {
  const along = (low: 'left' | 'top', high: 'right' | 'bottom') => {
    const length = focus[high] - focus[low];
    const left = Math.min(focus[high], seen[high]) - Math.max(focus[low], seen[low]);
    return length > 0 ? Math.max(0, left) / length : Number(left >= 0);
  };
  return along('left', 'right') * along('top', 'bottom');
}
