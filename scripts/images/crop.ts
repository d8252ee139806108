export interface Size {
  width: number;
  height: number;
}

/** What remains of a picture, in its own pixels. */
export interface Crop extends Size {
  left: number;
  top: number;
}

/**
 * The largest part of a picture that has the slot's ratio, with the focus (percent from left and
 * top) as near its middle as the picture's edges allow. Whole pixels.
 */
export function cropRound(
  picture: Size,
  slot: Size,
  focus: readonly [number, number] = [50, 50],
): Crop {
  const scale = Math.min(picture.width / slot.width, picture.height / slot.height);
  const width = clamp(Math.round(slot.width * scale), 1, picture.width);
  const height = clamp(Math.round(slot.height * scale), 1, picture.height);
  const start = (whole: number, part: number, percent: number) =>
    clamp(Math.round((whole * percent) / 100 - part / 2), 0, whole - part);
  return {
    left: start(picture.width, width, focus[0]),
    top: start(picture.height, height, focus[1]),
    width,
    height,
  };
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
