import {
  contentsFoot,
  courseCorner,
  courseCornerSmall,
  cover,
  indexFoot,
  mirrored,
  plate,
  ring,
  sheet,
  third,
} from '../../../scripts/images/mark/frames.ts';
import type { Box, KeepOut, MarkFrame } from '../../../scripts/images/mark/mark.ts';

/** A box by its edges, in mm. */
export function box(left: number, top: number, right: number, bottom: number): Box {
  return { left, top, right, bottom };
}

const folio = box(26, 282, 33, 287);
const coursePanel = box(-3, 100, 126, 300);

/** Type as it stands beside the three marks of a left page. */
const beside: KeepOut = { type: [box(82, 30, 190, 280), box(26, 12, 80, 16)], folio };

/** Each frame as a page of the sample book uses it, words and panels in place. */
export const frames: MarkFrame[] = [
  cover({ type: [box(20, 21, 60, 26), box(20, 40, 150, 82), box(20, 87, 60, 93)] }),
  cover({ type: [box(20, 40, 150, 104), box(20, 109, 60, 115)] }, { titleLines: 3 }),
  cover({}, { spineMm: 6 }),
  contentsFoot({ type: [box(26, 40, 80, 52), box(26, 102, 134, 190)], folio }),
  courseCorner({ type: [box(138, 107, 190, 165)], panels: [coursePanel], folio }),
  courseCornerSmall({ type: [box(138, 107, 190, 142)], panels: [coursePanel] }),
  indexFoot({ type: [box(26, 40, 150, 52), box(26, 70, 190, 170)], folio }),
  third(0, beside),
  third(1, beside),
  third(2, beside),
  ring(),
  plate({ type: [box(178, 11, 190, 16)] }),
  plate({ type: [box(20, 11, 32, 16)] }, 0),
  sheet({
    type: [box(26, 36, 150, 80), box(26, 100, 120, 220), box(152, 101, 190, 117)],
    panels: [box(-3, 95, 126, 300)],
  }),
  mirrored(courseCorner({ type: [box(20, 107, 72, 165)], folio: box(177, 282, 184, 287) })),
  mirrored(ring()),
  mirrored(third(0, { type: [box(20, 30, 128, 280)], folio: box(177, 282, 184, 287) })),
];
