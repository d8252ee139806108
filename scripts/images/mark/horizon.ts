import { around, clearOnA4, clearOnA5, onPaper, pixelMm } from './basis.ts';
import type { Box, Circle, Clearance, Edge, KeepOut, MarkFrame, Plan, Pose } from './mark.ts';

/**
 * What is picked up or shown: deep ground above, paper below, one straight cut across the full
 * width. Discs rise from the cut and are cut hard by it (house style for formats, "the horizon").
 */

interface Horizon {
  name: string;
  widthMm: number;
  /** y of the cut. */
  cutMm: number;
  /** The largest disc of the house style. */
  first: Circle;
  /** How far its centre may lie from there: 6 on paper; on a screen, 6 on a flyer as wide. */
  rangeMm: number;
  clear: Clearance;
  chain: Chain;
  keepOut: KeepOut;
}

/** How the others stand round the largest disc. */
interface Chain {
  poses: readonly Omit<Pose, 'centre'>[];
  cutBy: readonly Edge[];
  sketch: Omit<Plan, keyof Circle>;
}

function horizon({ widthMm, cutMm, first, rangeMm, chain, ...frame }: Horizon): MarkFrame {
  const { x, y, r } = first;
  return {
    ...onPaper,
    ...frame,
    ground: 'deep',
    window: { left: 0, top: 0, right: widthMm, bottom: cutMm },
    alternates: true,
    radiiMm: [1, 0.86, 0.74, 0.63, 0.54].map((share) => share * r),
    retreat: { x: 1, y: 0 },
    bend: [1.25, 4.5],
    poses: chain.poses.map((pose) => ({ ...pose, centre: around(x, y, rangeMm) })),
    cutBy: chain.cutBy,
    cutEdges: [2, 3],
    leastShown: 0.36,
    leastShownOf: { largest: 0.25, overlap: 0.25 },
    leastEdgeMm: 8,
    footMm: 8,
    alikeShare: 0.22,
    seen: [3, 4],
    sketch: { ...first, ...chain.sketch },
  };
}

/** Right and left of the largest disc: what stands on both sides of it, or rises from it on one. */
const beside = [
  [[0.72], [0.52]],
  [[0.72], [0.37]],
  [[0.52], [0.72]],
  [[0.52], [0.37]],
  [[0.37], [0.72]],
  [[0.37], [0.52]],
  [[0.72, 0.37], [0.52]],
  [[0.72, 0.52], [0.37]],
  [[0.52, 0.72], [0.37]],
  [[0.52, 0.37], [0.52]],
  [[0.52, 0.37], [0.72]],
  [[0.37, 0.52], [0.72]],
  [[0.72, 0.52], []],
  [[0.72, 0.37], []],
  [[0.52, 0.72], []],
] as const;

/** A valley, its sides even or one of them steep; and a hill, what stands beside it as low as the cut allows. */
const crossing: Chain = {
  poses: [
    { bearing: [-135, -55], sequences: beside },
    { bearing: [50, 115], sequences: beside.slice(0, 6).map(([right, left]) => [left, right]) },
  ],
  cutBy: ['bottom'],
  sketch: {
    bend: 2,
    bearing: -95,
    counterClockwise: [[0.72, 0.34]],
    clockwise: [[0.37, 0.32]],
  },
};

/** From the cut to the right edge, always right of the type. */
const climbing: Chain = {
  poses: [
    {
      bearing: [-150, -85],
      sequences: [
        [[0.72, 0.52], []],
        [[0.52, 0.72], []],
        [[0.72, 0.37], []],
        [[0.52, 0.72, 0.52], []],
        [[0.72, 0.52, 0.37], []],
        [[0.37, 0.72], []],
        [[0.52, 0.72, 0.37], []],
      ],
    },
    {
      bearing: [20, 80],
      sequences: [
        [[], [0.72, 0.52]],
        [[], [0.52, 0.72]],
        [[], [0.72, 0.37]],
        [[], [0.37, 0.72]],
        [[], [0.52, 0.72, 0.52]],
      ],
    },
  ],
  cutBy: ['right', 'bottom'],
  sketch: {
    bend: 4,
    bearing: -110,
    counterClockwise: [
      [0.72, 0.3],
      [0.52, 0.3],
    ],
    clockwise: [],
  },
};

/** Words as most fronts have them, as shares of the width: the publisher's name, "Draft", two lines of a promise. */
function usualWords({ widthMm, cutMm }: Pick<Horizon, 'widthMm' | 'cutMm'>): KeepOut {
  const box = (left: number, top: number, right: number, bottom: number): Box => ({
    left: left * widthMm,
    top: top * cutMm,
    right: right * widthMm,
    bottom: bottom * cutMm,
  });
  return {
    type: [box(0.08, 0.05, 0.4, 0.13), box(0.82, 0.08, 0.92, 0.12), box(0.08, 0.17, 0.62, 0.38)],
  };
}

/** A frame, and as what the family of it counts. */
function inFamily(
  make: (keepOut: KeepOut, sinkMm: number) => Horizon,
  keepOut: KeepOut,
  sinkMm = 0,
): MarkFrame {
  const plain = make({}, 0);
  return {
    ...horizon(make(keepOut, sinkMm)),
    family: horizon({ ...plain, keepOut: usualWords(plain) }),
  };
}

export interface HorizonOptions {
  /** How far the discs sink under a long promise, in mm. */
  sinkMm?: number;
}

/** The front of a flyer, A5. Under a promise of four lines the discs sink by 10. */
export function flyerFront(keepOut: KeepOut = {}, { sinkMm = 0 }: HorizonOptions = {}): MarkFrame {
  return inFamily(
    (own, sink) => ({
      name: 'flyer-front',
      widthMm: 148,
      cutMm: 140,
      first: { x: 86, y: 142 + sink, r: 52 },
      rangeMm: 6,
      clear: clearOnA5,
      chain: crossing,
      keepOut: own,
    }),
    keepOut,
    sinkMm,
  );
}

/** A poster, A3. Under a promise of four or five lines the discs sink by 12. */
export function posterFront(keepOut: KeepOut = {}, { sinkMm = 0 }: HorizonOptions = {}): MarkFrame {
  return inFamily(
    (own, sink) => ({
      name: 'poster-front',
      widthMm: 297,
      cutMm: 320,
      first: { x: 138, y: 318 + sink, r: 114 },
      rangeMm: 6,
      clear: clearOnA4,
      chain: crossing,
      keepOut: own,
    }),
    keepOut,
    sinkMm,
  );
}

/** A card of 1080 x 1350 px: the flyer's front, cut at 0.72 of its height. */
export function cardTall(keepOut: KeepOut = {}, { sinkMm = 0 }: HorizonOptions = {}): MarkFrame {
  return inFamily(
    (own, sink) => ({
      name: 'card-tall',
      widthMm: 1080 * pixelMm,
      cutMm: 972 * pixelMm,
      first: { x: 628 * pixelMm, y: 987 * pixelMm + sink, r: 380 * pixelMm },
      rangeMm: 44 * pixelMm,
      clear: clearOnA4,
      chain: crossing,
      keepOut: own,
    }),
    keepOut,
    sinkMm,
  );
}

/** A card of 1200 x 630 px. */
export function cardWide(keepOut: KeepOut = {}): MarkFrame {
  return inFamily(
    (own) => ({
      name: 'card-wide',
      widthMm: 1200 * pixelMm,
      cutMm: 522 * pixelMm,
      first: { x: 745 * pixelMm, y: 560 * pixelMm, r: 230 * pixelMm },
      rangeMm: 27 * pixelMm,
      clear: clearOnA4,
      chain: climbing,
      keepOut: own,
    }),
    keepOut,
  );
}

/** A slide of 1920 x 1080 px. */
export function slide(keepOut: KeepOut = {}): MarkFrame {
  return inFamily(
    (own) => ({
      name: 'slide',
      widthMm: 1920 * pixelMm,
      cutMm: 744 * pixelMm,
      first: { x: 1150 * pixelMm, y: 770 * pixelMm, r: 384 * pixelMm },
      rangeMm: 44 * pixelMm,
      clear: clearOnA4,
      chain: climbing,
      keepOut: own,
    }),
    keepOut,
  );
}
