import { anywhere, around, clearOnA4, clearOnA5, onPaper, pixelMm } from './basis.ts';
import type { Box, KeepOut, MarkFrame, Pose } from './mark.ts';

/** Marks in a corner of paper: quiet, two or three discs cut by two edges. */

const common = {
  ...onPaper,
  alternates: true,
  cutEdges: [2, 2],
  leastShown: 0.36,
  leastEdgeMm: 8,
} as const;

export interface FlyerBackOptions {
  /** Upper edge of the panel of facts, in mm; discs stay below it. */
  panelTopMm?: number;
}

/** The back of a flyer, A5: right of the panel of facts (0 to 111 mm), in the lower corner. */
export function flyerBack(
  keepOut: KeepOut = {},
  { panelTopMm = 92.5 }: FlyerBackOptions = {},
): MarkFrame {
  return {
    ...common,
    name: 'flyer-back',
    window: { left: 0, top: 0, right: 148, bottom: 210 },
    radiiMm: [33, 28],
    retreat: { x: 1, y: 1 },
    bend: [1.6, 5],
    poses: risingPoses({ left: 148, top: 190, right: 154, bottom: 202 }),
    reach: { ...anywhere, top: panelTopMm + 8 },
    cutBy: ['right', 'bottom'],
    leastShownOf: { largest: 0.25, overlap: 0.36 },
    clear: clearOnA5,
    seen: [2, 3],
    keepOut,
    sketch: {
      x: 149,
      y: 196,
      r: 33,
      bend: 3,
      bearing: 185,
      counterClockwise: [[0.52, 0.3]],
      clockwise: [],
    },
  };
}

function risingPoses(centre: Box): Pose[] {
  const up = [[0.72], [0.52], [0.72, 0.52], [0.72, 0.37], [0.52, 0.72]];
  return [
    { centre, bearing: [140, 215], sequences: up.map((shares) => [shares, []]) },
    { centre, bearing: [-35, 40], sequences: up.map((shares) => [[], shares]) },
  ];
}

/** The first page in clear and large print, A4: the upper right corner. Type beside it ends at 165 mm. */
export function plainCorner(keepOut: KeepOut = {}): MarkFrame {
  return {
    ...common,
    name: 'plain-corner',
    window: { left: 0, top: 0, right: 210, bottom: 297 },
    radiiMm: [30, 25],
    retreat: { x: 1, y: -1 },
    bend: [1.6, 5],
    poses: fallingPoses({ left: 198, top: 0, right: 206, bottom: 12 }),
    reach: { ...anywhere, left: 168, bottom: 78 },
    cutBy: ['top', 'right'],
    leastShownOf: { largest: 0.25, overlap: 0.36 },
    clear: clearOnA4,
    seen: [2, 3],
    keepOut,
    sketch: {
      x: 200,
      y: 6,
      r: 30,
      bend: 3,
      bearing: 0,
      counterClockwise: [[0.72, 0.3]],
      clockwise: [],
    },
  };
}

/** Down from the largest disc, and so many degrees towards the left. */
function fallingPoses(centre: Box, degrees = 0): Pose[] {
  const down = [[0.72], [0.52], [0.72, 0.37], [0.52, 0.37], [0.52, 0.72], [0.37, 0.72]];
  return [
    {
      centre,
      bearing: [-40 + degrees, 50 + degrees],
      sequences: down.map((shares) => [shares, []]),
    },
    {
      centre,
      bearing: [130 + degrees, 220 + degrees],
      sequences: down.map((shares) => [[], shares]),
    },
  ];
}

/**
 * The upper right corner of a web page: a box of 460 x 400 px, cut at the top and at the right; it
 * is the page's to scale. Where the box ends at the left and below, nothing cuts.
 */
export function htmlCorner(keepOut: KeepOut = {}): MarkFrame {
  const { x, y, r } = { x: 342 * pixelMm, y: 68 * pixelMm, r: 175 * pixelMm };
  return {
    ...common,
    name: 'html-corner',
    window: { left: 0, top: 0, right: 460 * pixelMm, bottom: 400 * pixelMm },
    radiiMm: [r],
    bend: [1.6, 5],
    poses: fallingPoses(around(x, y), 25),
    cutBy: ['top', 'right'],
    leastShownOf: { largest: 0.4, overlap: 0.4 },
    clear: clearOnA4,
    seen: [2, 3],
    keepOut,
    sketch: {
      x,
      y,
      r,
      bend: 4,
      bearing: 46,
      counterClockwise: [[0.72, 0.3]],
      clockwise: [],
    },
  };
}
