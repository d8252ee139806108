/** How a piece is read: at arm's length, on a wall, or on a screen, where it is drawn at 96 pixels an inch. */
export type Reading = 'hand' | 'wall' | 'pixels';

/** Pixels an inch of the size at which a picture stands in the piece. */
export interface Resolution {
  /** Below it a picture is refused. */
  least: number;
  /** Below it a picture is warned about. */
  good: number;
  /** More than these are not kept. */
  most: number;
}

/**
 * In the hand: Ghent Workgroup 2022, R0031 and R0032. A poster is read from twice as far or more.
 * On a screen a picture wants a pixel of its own for each that is drawn; twice as many serve a
 * screen of twice the density.
 */
export const resolutions: Readonly<Record<Reading, Resolution>> = {
  hand: { least: 150, good: 225, most: 300 },
  wall: { least: 100, good: 150, most: 200 },
  pixels: { least: 72, good: 96, most: 192 },
};

/** ISO 216; a sheet that is trimmed a little smaller counts. */
const a3 = { shorterMm: 295, longerMm: 418 };

/** How a piece on paper of this size is read: from A3 on it hangs on a wall. */
export function readingOf(page: { widthMm: number; heightMm: number }): 'hand' | 'wall' {
  const [shorter, longer] = [page.widthMm, page.heightMm].sort((a, b) => a - b) as [number, number];
  return shorter >= a3.shorterMm && longer >= a3.longerMm ? 'wall' : 'hand';
}
