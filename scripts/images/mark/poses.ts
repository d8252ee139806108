import type { Pose } from './mark.ts';

/**
 * How a mark may sit in each frame: compositions found by eye. Shares are of the largest disc's
 * radius; left of it (counter-clockwise) what leads away from it, right of it what follows.
 */

/** The largest disc under the title; with a back (`wrap`) the arc runs on to it. */
export function coverPoses(yMm: number, wrap: boolean): Pose[] {
  const left = wrap ? [0.72, 0.37] : [0.72];
  return [
    {
      centre: { left: 90, top: yMm - 2, right: 99, bottom: yMm + 2 },
      bearing: wrap ? [79, 104] : [79, 97],
      sequences: [
        [left, [0.52, 0.72]],
        [left, [0.37, 0.72]],
        [left, [0.52, 0.37]],
      ],
    },
  ];
}

export const contentsFootPoses: Pose[] = [
  {
    centre: { left: 112, top: 232, right: 156, bottom: 258 },
    bearing: [60, 125],
    sequences: [
      [[0.72], [0.52, 0.72]],
      [[0.72], [0.37, 0.72]],
      [[0.72], [0.72, 0.52]],
      [[0.52], [0.72, 0.37]],
      [[0.52], [0.72, 0.52]],
      [
        [0.37, 0.72],
        [0.52, 0.72],
      ],
      [
        [0.37, 0.52],
        [0.72, 0.52],
      ],
      [[0.72, 0.52], [0.72]],
    ],
  },
];

export const courseCornerPoses: Pose[] = [
  {
    centre: { left: 166, top: 225, right: 173, bottom: 260 },
    bearing: [-25, 60],
    sequences: [
      [[0.72], [0.52, 0.72]],
      [[0.72], [0.72, 0.52]],
      [[0.72], [0.37, 0.72]],
      [[0.52], [0.72, 0.37]],
      [[0.52], [0.72, 0.52]],
      [[0.52], [0.52, 0.72]],
      [[0.52], [0.37, 0.72]],
      [[0.37], [0.72, 0.52]],
      [[0.72, 0.52], [0.52]],
      [[0.72, 0.37], [0.52]],
      [[0.52, 0.72], [0.72]],
      [[0.52, 0.72], [0.52]],
      [[0.52, 0.37], [0.72]],
      [[0.37, 0.72], [0.72]],
      [[0.37, 0.52], [0.72]],
      [
        [0.37, 0.72],
        [0.52, 0.37],
      ],
    ],
  },
  {
    centre: { left: 166, top: 268, right: 180, bottom: 287 },
    bearing: [-10, 60],
    sequences: [
      [[], [0.52, 0.37, 0.72]],
      [[], [0.37, 0.52, 0.72]],
      [[], [0.72, 0.52]],
      [[], [0.72, 0.37]],
    ],
  },
  {
    centre: { left: 188, top: 214, right: 201, bottom: 250 },
    bearing: [-50, 40],
    sequences: [
      [[0.52, 0.72], [0.52]],
      [[0.37, 0.72], [0.72]],
      [[0.72, 0.37], [0.52]],
      [[0.72, 0.52], [0.37]],
    ],
  },
];

export const courseCornerSmallPoses: Pose[] = [
  {
    centre: { left: 165, top: 148, right: 196, bottom: 174 },
    bearing: [10, 100],
    sequences: [
      [[0.72], [0.52, 0.72]],
      [[0.52], [0.72, 0.37]],
      [[0.52], [0.72, 0.52]],
      [[0.37, 0.72], [0.72]],
    ],
  },
];

export const indexFootPoses: Pose[] = [
  {
    centre: { left: 160, top: 232, right: 173, bottom: 262 },
    bearing: [-15, 70],
    sequences: [
      [
        [0.52, 0.72],
        [0.72, 0.52],
      ],
      [[0.52], [0.72, 0.52]],
      [[0.72], [0.52, 0.72]],
      [
        [0.37, 0.72],
        [0.52, 0.72],
      ],
      [
        [0.52, 0.72],
        [0.52, 0.37],
      ],
    ],
  },
  {
    centre: { left: 176, top: 252, right: 190, bottom: 275 },
    bearing: [10, 70],
    sequences: [
      [[0.52], [0.72]],
      [[0.72], [0.52]],
      [[0.72], [0.52, 0.37]],
    ],
  },
];

export const thirdPoses: Pose[] = [
  {
    centre: { left: 23, top: 42, right: 34, bottom: 76 },
    bearing: [80, 280],
    sequences: [
      [[0.72], [0.52]],
      [[0.52], [0.72]],
    ],
  },
  {
    centre: { left: 12, top: 42, right: 16.6, bottom: 76 },
    bearing: [115, 155],
    sequences: [
      [[0.72], [0.52]],
      [[0.52], [0.72]],
    ],
  },
  {
    centre: { left: 12, top: 42, right: 16.6, bottom: 76 },
    bearing: [205, 245],
    sequences: [
      [[0.72], [0.52]],
      [[0.52], [0.72]],
    ],
  },
];

const ringSequences: Pose['sequences'] = [
  [[], [0.52, 0.72, 0.52, 0.37, 0.72, 0.52, 0.72]],
  [[], [0.52, 0.72, 0.37, 0.72, 0.52, 0.72]],
  [[], [0.72, 0.52, 0.72, 0.37, 0.52, 0.72]],
  [[], [0.72, 0.37, 0.72, 0.52, 0.37, 0.72, 0.52]],
  [[], [0.37, 0.72, 0.52, 0.72, 0.52, 0.72, 0.52]],
  [[], [0.72, 0.52, 0.72, 0.52, 0.72, 0.52, 0.72]],
  [[], [0.52, 0.72, 0.52, 0.72, 0.37, 0.72, 0.52]],
];

export const ringPoses: Pose[] = [
  {
    centre: { left: 10, top: 40, right: 70, bottom: 120 },
    bearing: [-70, 70],
    open: [0.5, 0.9],
    sequences: ringSequences,
  },
  {
    centre: { left: 140, top: 40, right: 200, bottom: 120 },
    bearing: [110, 250],
    open: [0.5, 0.9],
    sequences: ringSequences,
  },
];

export const sheetPoses: Pose[] = [
  {
    centre: { left: 182, top: 214, right: 198, bottom: 238 },
    bearing: [185, 250],
    sequences: [
      [[0.52], [0.72]],
      [[0.72], [0.52]],
      [[0.52], [0.72, 0.52]],
      [[0.37], [0.72, 0.52]],
      [[0.72, 0.52], [0.37]],
      [[0.72, 0.37], []],
    ],
  },
  {
    centre: { left: 182, top: 214, right: 198, bottom: 238 },
    bearing: [10, 70],
    sequences: [
      [[0.72], [0.52]],
      [[0.52], [0.72]],
      [[0.52, 0.72], []],
      [[0.37], [0.72]],
      [[], [0.72, 0.52]],
    ],
  },
];

/** A whole page: the largest disc about its middle, two to four more leaving it on all sides. */
export const platePoses: readonly Pose[] = [
  {
    centre: { left: 60, top: 90, right: 150, bottom: 205 },
    bearing: [0, 360],
    sequences: [
      [[0.72], [0.72, 0.52]],
      [[0.52, 0.72], [0.72]],
      [[0.52], [0.52, 0.72]],
      [[0.72, 0.52], [0.52]],
      [[0.72], [0.52]],
    ],
  },
];
