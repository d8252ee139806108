import type { Lettering } from './lettering.ts';
import type { Label, Plot } from './plot.ts';

/** A hair of paper around words, so that no curve of a letter is cut off. */
const slackPt = 0.75;

/**
 * The room that words need around a plot. Above it there is always room for a figure over the
 * highest bar, so that charts of one size have their base at one height.
 */
export function padding(
  labels: readonly Label[],
  heightPt: number,
  figureRoomPt: number,
  lettering: Lettering,
): Plot['pad'] {
  const boxes = labels.map(lettering.box);
  const top = Math.max(figureRoomPt, ...boxes.map((box) => -box.top)) + slackPt;
  const foot = Math.max(heightPt, ...boxes.map((box) => box.bottom)) + slackPt;
  return { top, right: 0, bottom: foot - heightPt, left: 0 };
}
