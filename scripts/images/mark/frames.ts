import { clearOnA4, onPaper as onAnyPaper } from './basis.ts';
import type { Box, Clearance, Edge, KeepOut, MarkFrame } from './mark.ts';
import {
  contentsFootPoses,
  courseCornerPoses,
  courseCornerSmallPoses,
  coverPoses,
  indexFootPoses,
  platePoses,
  ringPoses,
  sheetPoses,
  thirdPoses,
} from './poses.ts';
import { sketches } from './sketches.ts';

/** A4, the trim of book and sheet. */
const page: Box = { left: 0, top: 0, right: 210, bottom: 297 };

/** House style, "The circles": 5 from type, 6 from a panel, off the folio. */
const bookClearance: Clearance = { typeMm: 5, panelMm: 6, folioMm: 5 };

const onPaper = { ...onAnyPaper, window: page, clear: bookClearance } as const;

export interface CoverOptions {
  /** Three lines push the mark down and make it smaller. */
  titleLines?: number;
  /** With a spine (from 6 mm) the arc runs on over it and over the back, whose x are below 0. */
  spineMm?: number;
}

/** A front cover: one arc whose largest disc stands under the title (house style, "Cover"). */
export function cover(
  keepOut: KeepOut = {},
  { titleLines = 2, spineMm }: CoverOptions = {},
): MarkFrame {
  const [r, y] = titleLines > 2 ? [73.5, 212] : [84, 192];
  const wrap = spineMm !== undefined;
  return {
    ...onPaper,
    name: wrap ? 'cover-wrap' : 'cover',
    ground: 'deep',
    window: wrap ? { ...page, left: -spineMm - 210 } : page,
    radiiMm: [r],
    bend: [1.45, 1.6],
    poses: coverPoses(y, wrap),
    cutBy: ['right', 'bottom'],
    seen: [4, 5],
    leastShown: 0.19,
    folds: wrap ? [0, -spineMm] : [],
    keepOut,
    sketch: sketches[wrap ? 'coverWrap' : titleLines > 2 ? 'coverThreeLines' : 'cover'],
  };
}

/** The foot of the left page of the contents. */
export function contentsFoot(keepOut: KeepOut = {}): MarkFrame {
  return {
    ...onPaper,
    name: 'contents-foot',
    radiiMm: [34, 24.48],
    bend: [1.45, 1.6],
    poses: contentsFootPoses,
    reach: { left: 46, top: 195, right: Infinity, bottom: Infinity },
    cutBy: ['right', 'bottom'],
    seen: [4, 5],
    keepOut,
    sketch: sketches.contentsFoot,
  };
}

/** The lower inner corner of a left page that opens a course: right of the panel, below 180, cut by the inner edge and the foot. */
export function courseCorner(keepOut: KeepOut = {}): MarkFrame {
  return {
    ...onPaper,
    name: 'course-corner',
    radiiMm: [34],
    bend: [2, 2.4],
    poses: courseCornerPoses,
    reach: { left: 132, top: 180, right: Infinity, bottom: Infinity },
    cutBy: ['right', 'bottom'],
    seen: [3, 5],
    keepOut,
    sketch: sketches.courseCorner,
  };
}

/** Where a photograph takes the corner (80 x 120, from y 177), the mark steps back: its largest disc is 24 wide and it rises from the picture's upper edge. */
export function courseCornerSmall(keepOut: KeepOut = {}): MarkFrame {
  return {
    ...onPaper,
    name: 'course-corner-small',
    window: { ...page, bottom: 177 },
    radiiMm: [12],
    bend: [2, 2.4],
    poses: courseCornerSmallPoses,
    cutBy: ['right', 'bottom'],
    reach: { left: 136, top: 110, right: Infinity, bottom: Infinity },
    seen: [3, 4],
    keepOut,
    sketch: sketches.courseCornerSmall,
  };
}

/** The foot of the index's left page: like a course's corner, but free to reach further in; smaller, then absent, as the columns grow. */
export function indexFoot(keepOut: KeepOut = {}): MarkFrame {
  return {
    ...onPaper,
    name: 'index-foot',
    radiiMm: [34, 28],
    bend: [2, 2.4],
    poses: indexFootPoses,
    reach: { left: 100, top: 160, right: Infinity, bottom: Infinity },
    cutBy: ['right', 'bottom'],
    seen: [3, 5],
    keepOut,
    sketch: sketches.indexFoot,
  };
}

/** One of three short courses on a page: in the outer margin, cut by the trim, beside the title on 50, 130 or 210. Only the first has its coral. */
export function third(row: 0 | 1 | 2, keepOut: KeepOut = {}): MarkFrame {
  const down = 80 * row;
  return {
    ...onPaper,
    name: `third-${row + 1}`,
    accent: row === 0,
    radiiMm: [20],
    bend: [1.1, 1.2],
    poses: thirdPoses.map((pose) => ({ ...pose, centre: lowered(pose.centre, down) })),
    reach: { left: -Infinity, top: 24 + down, right: 72, bottom: 94 + down },
    cutBy: ['left'],
    seen: [3, 3],
    keepOut,
    sketch: { ...sketches.third, y: sketches.third.y + down },
  };
}

function lowered(box: Box, byMm: number): Box {
  return { ...box, top: box.top + byMm, bottom: box.bottom + byMm };
}

/** An editorial picture, 210 wide and 150 (or less) high on deep: the whole ring with one place open, cropped hard. */
export function ring(keepOut: KeepOut = {}, heightMm = 150): MarkFrame {
  const [top, bottom] = [(40 * heightMm) / 150, (120 * heightMm) / 150];
  return {
    ...onPaper,
    name: 'ring',
    ground: 'deep',
    window: { ...page, bottom: heightMm },
    radiiMm: [50],
    bend: [1.3, 2],
    poses: ringPoses.map((pose) => ({ ...pose, centre: { ...pose.centre, top, bottom } })),
    cutEdges: [2, 3],
    widthShare: 0.88,
    seen: [7, 8],
    keepOut,
    sketch: sketches.ring,
  };
}

/** A page that only faces an opener, on deep: seats of a ring so large that only a few are seen. `spineMm` is the x of its spine. */
export function plate(keepOut: KeepOut = {}, spineMm = 210): MarkFrame {
  return {
    ...onPaper,
    name: 'plate',
    ground: 'deep',
    radiiMm: [88, 76],
    bend: [1.2, 1.7],
    poses: platePoses,
    cutEdges: [2, 4],
    leastShown: 0.3,
    leastEdgeMm: 8,
    widthShare: 0.88,
    seen: [3, 5],
    folds: [spineMm],
    keepOut,
    sketch: sketches.plate,
  };
}

/** The first page of a course sheet. Formats have clearances of their own: 10 from type, 4 from a panel or over it by 8. */
export function sheet(keepOut: KeepOut = {}): MarkFrame {
  return {
    ...onPaper,
    name: 'sheet',
    radiiMm: [52],
    bend: [2.2, 4.5],
    poses: sheetPoses,
    reach: { left: 60, top: 125, right: Infinity, bottom: Infinity },
    cutBy: ['right', 'bottom'],
    seen: [3, 4],
    clear: clearOnA4,
    keepOut,
    sketch: sketches.sheet,
  };
}

/** The same frame on a right page: turned over, but for what it keeps clear of, which is given as it stands there. */
export function mirrored(frame: MarkFrame, pageWidthMm = page.right): MarkFrame {
  const over = (box: Box): Box => ({
    ...box,
    left: pageWidthMm - box.right,
    right: pageWidthMm - box.left,
  });
  const sides: Record<Edge, Edge> = { left: 'right', right: 'left', top: 'top', bottom: 'bottom' };
  const { retreat, sketch } = frame;
  return {
    ...frame,
    name: `${frame.name}-right`,
    window: over(frame.window),
    reach: over(frame.reach),
    cutBy: frame.cutBy.map((edge) => sides[edge]),
    folds: frame.folds.map((x) => pageWidthMm - x),
    ...(retreat && { retreat: { x: -retreat.x, y: retreat.y } }),
    poses: frame.poses.map((pose) => ({
      ...pose,
      centre: over(pose.centre),
      bearing: [180 - pose.bearing[1], 180 - pose.bearing[0]],
      sequences: pose.sequences.map(([before, after]) => [after, before]),
    })),
    sketch: {
      ...sketch,
      x: pageWidthMm - sketch.x,
      bearing: 180 - sketch.bearing,
      counterClockwise: sketch.clockwise,
      clockwise: sketch.counterClockwise,
    },
  };
}
