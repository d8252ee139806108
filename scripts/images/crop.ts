import type { Focus } from '../content/schema/fields.ts';

export interface Size {
  width: number;
  height: number;
}

/** What remains of a picture, in its own pixels. */
export interface Crop extends Size {
  left: number;
  top: number;
}

export const sides = ['left', 'top', 'right', 'bottom'] as const;
export type Side = (typeof sides)[number];

/**
 * What of a slot nobody sees, in mm from each of its sides: the bleed, which is cut off, and what
 * stands over the picture from edge to edge.
 */
export type Unseen = { readonly [side in Side]?: number };

/**
 * The largest part of a picture that has the slot's ratio, with the middle of the focus as near to
 * the middle of what is seen of the slot as the picture's edges allow: what can stay whole does.
 * Whole pixels.
 */
export function cropRound(
  picture: Size,
  slot: Size,
  focus: Focus = [50, 50],
  unseen: Unseen = {},
): Crop {
  const scale = Math.min(picture.width / slot.width, picture.height / slot.height);
  const width = clamp(Math.round(slot.width * scale), 1, picture.width);
  const height = clamp(Math.round(slot.height * scale), 1, picture.height);
  const start = (whole: number, part: number, percent: number, middle: number) =>
    clamp(Math.round((whole * percent) / 100 - part * middle), 0, whole - part);
  const [x, y] = middleOf(focus);
  const { left = 0, top = 0, right = 0, bottom = 0 } = unseen;
  return {
    left: start(picture.width, width, x, (1 + (left - right) / slot.width) / 2),
    top: start(picture.height, height, y, (1 + (top - bottom) / slot.height) / 2),
    width,
    height,
  };
}

/** The middle of a focus, in percent. */
export function middleOf(focus: Focus): [number, number] {
  const [left, top, right = left, bottom = top] = focus;
  return [(left + right) / 2, (top + bottom) / 2];
}

/** How many pixels a crop is given: at most `ppi` an inch of the slot (in mm), never more than it has. */
export function pixelsFor(crop: Size, slotMm: Size, ppi: number): Size {
  const wanted = (mm: number) => Math.max(1, Math.floor((mm / 25.4) * ppi));
  const [width, height] = [wanted(slotMm.width), wanted(slotMm.height)];
  // Both or neither: a crop is as coarse across as along.
  if (width >= crop.width || height >= crop.height) {
    return { width: crop.width, height: crop.height };
  }
  return { width, height };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
