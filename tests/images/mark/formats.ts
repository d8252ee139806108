import { flyerBack, htmlCorner, plainCorner } from '../../../scripts/images/mark/corner.ts';
import {
  cardTall,
  cardWide,
  flyerFront,
  posterFront,
  slide,
} from '../../../scripts/images/mark/horizon.ts';
import {
  leafletInside,
  leafletInsides,
  leafletOutside,
  leafletOutsides,
} from '../../../scripts/images/mark/leaflet.ts';
import type { Box, MarkFrame } from '../../../scripts/images/mark/mark.ts';
import { box } from './surroundings.ts';

const pixelMm = 25.4 / 96;

/** One line of type from its baseline, in mm: as high and deep as the serif is, so many characters wide. */
export function line(x: number, baseline: number, sizePt: number, characters: number): Box {
  const em = (sizePt * 25.4) / 72;
  return box(x, baseline - 0.76 * em, x + 0.43 * em * characters, baseline + 0.26 * em);
}

/** How many characters the lines of a promise have. */
const promises = { 1: [13], 3: [13, 12, 8], 4: [17, 18, 13, 18], 5: [19, 19, 23, 18, 21] } as const;

export type Lines = keyof typeof promises;
export const linesOfPromises: readonly Lines[] = [1, 3, 4, 5];

/** Where a promise stands: size in pt, first baseline and pitch, for up to three lines, four and five. */
type Setting = readonly [sizePt: number, first: number, pitch: number];

function promise(x: number, lines: Lines, settings: readonly [Setting, Setting, Setting]): Box[] {
  const [sizePt, first, pitch] = settings[Math.max(0, lines - 3)]!;
  return promises[lines].map((characters, i) => line(x, first + i * pitch, sizePt, characters));
}

/** The same in pixels, sizes too. */
function inPixels(setting: Setting): Setting {
  const [size, first, pitch] = setting;
  return [size * 0.75, first * pixelMm, pitch * pixelMm];
}

/** Under a promise of four lines or five discs sink by so much. */
const sunk = (lines: Lines, sinkMm: number) => ({ sinkMm: lines > 3 ? sinkMm : 0 });

const flyerPromise = [
  [40, 35, 15],
  [34, 35, 12.5],
  [34, 30, 12.5],
] as const;

const posterPromise = [
  [120, 80, 45],
  [96, 72, 36],
  [80, 70, 30],
] as const;

const tallPromise = [
  inPixels([103, 255, 109]),
  inPixels([88, 255, 91]),
  inPixels([88, 219, 91]),
] as const;

const cardPromise = [
  inPixels([90, 192, 96]),
  inPixels([68, 192, 74]),
  inPixels([60, 180, 66]),
] as const;

const slidePromise = [
  inPixels([148, 288, 156]),
  inPixels([112, 288, 120]),
  inPixels([96, 240, 102]),
] as const;

const leafletPromise = [
  [32, 27.5, 12.5],
  [32, 27.5, 12.5],
  [26, 27.5, 10],
] as const;

/** Fronts with a promise of so many lines. */
export function fronts(lines: Lines): MarkFrame[] {
  const type = (x: number, settings: Parameters<typeof promise>[2]) => ({
    type: promise(x, lines, settings),
  });
  return [
    flyerFront(type(12, flyerPromise), sunk(lines, 10)),
    posterFront(type(20, posterPromise), sunk(lines, 12)),
    cardTall(type(88 * pixelMm, tallPromise), sunk(lines, 19)),
    cardWide(type(60 * pixelMm, cardPromise)),
    slide(type(96 * pixelMm, slidePromise)),
    ...Object.values(leafletOutsides).map((side) => {
      const back = side.fieldLeftMm + 8;
      const words = promise(side.frontLeftMm + 8, lines, leafletPromise);
      const course = box(side.frontLeftMm + 8, 58, side.frontLeftMm + 80, 69);
      const type = [...words, course, box(back, 24, back + 60, 80), box(back, 197, back + 45, 205)];
      return leafletOutside({ type }, side);
    }),
  ];
}

/** The front of a Z-fold where its front alone is deep. */
export const frontAlone = leafletOutside(
  {},
  { ...leafletOutsides['z-fold'], fieldLeftMm: leafletOutsides['z-fold'].frontLeftMm },
);

/** The other sides, words and panels in place. */
export const insidesAndBacks: MarkFrame[] = [
  flyerBack({
    type: [
      box(12, 18, 124, 45),
      box(12, 50, 115, 82),
      box(12, 97, 102, 190),
      box(12, 190, 97, 204),
    ],
    panels: [box(-3, 92.5, 111, 213)],
  }),
  flyerBack({ panels: [box(-3, 112.5, 111, 213)] }, { panelTopMm: 112.5 }),
  ...Object.values(leafletInsides).map((side) =>
    leafletInside(
      {
        type: [
          box(9, 22, 80, 52),
          box(9, 61, 92, 200),
          box(108, 61, 192, 170),
          box(208, 61, 288, 155),
        ],
        panels: [box(side.acrossMm, -3, 300, 160)],
      },
      side,
    ),
  ),
  plainCorner({ type: [box(20, 20, 160, 70), box(20, 92, 185, 260)] }),
  plainCorner({ type: [box(20, 20, 165, 70)] }),
  htmlCorner(),
];

/** All of them with nothing to keep clear of. */
export const bareFormats: MarkFrame[] = [...fronts(3), ...insidesAndBacks].map((frame) => ({
  ...frame,
  keepOut: {},
}));
