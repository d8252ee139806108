import type { Box, Clearance } from './mark.ts';

/** What frames have in common. */

/** A CSS pixel, in mm: cards, slides and web pages are laid out in pixels. */
export const pixelMm = 25.4 / 96;

export const anywhere: Box = {
  left: -Infinity,
  top: -Infinity,
  right: Infinity,
  bottom: Infinity,
};

/** White paper, and an edge of the window that cuts the mark. */
export const onPaper = {
  ground: 'paper',
  accent: true,
  reach: anywhere,
  cutBy: [],
  cutEdges: [1, 4],
  leastShown: 0.28,
  widthShare: 0,
  folds: [],
} as const;

/** House style for formats: so far from type on A5 and DL; 4 from a panel, or over it by 8. */
export const clearOnA5: Clearance = { typeMm: 8, panelMm: 4, folioMm: 8, lapMm: 8 };

/** The same on A4, on A3 and on what is as large: cards and slides. */
export const clearOnA4: Clearance = { typeMm: 10, panelMm: 4, folioMm: 10, lapMm: 8 };

/** Where the largest disc's centre may lie: on paper within 6 mm of where the house style for formats has it. */
export function around(x: number, y: number, mm = 6): Box {
  return { left: x - mm, top: y - mm, right: x + mm, bottom: y + mm };
}
