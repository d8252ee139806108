import type { Picture } from '../../scripts/pages/render.ts';

/** Pixels whose red, green or blue differ by more than this count. */
const mostLevels = 24;
/** How many of them may: an edge drawn a hair elsewhere. */
const mostShare = 0.001;

export interface Comparison {
  isSame: boolean;
  /** Of all pixels; 1 where the sizes differ. */
  share: number;
  /** The expected page, pale, with red where the actual one differs. */
  difference: Picture;
}

export function compare(actual: Picture, expected: Picture): Comparison {
  const rgba = new Uint8Array(expected.rgba.length);
  const isSameSize = actual.widthPx === expected.widthPx && actual.heightPx === expected.heightPx;
  let differing = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs(actual.rgba[at + channel]! - expected.rgba[at + channel]!) > mostLevels,
    );
    if (differs) differing++;
    const pale = [0, 1, 2].map((channel) => 191 + expected.rgba[at + channel]! / 4);
    rgba.set(differs ? [220, 0, 0, 255] : [...pale, 255], at);
  }
  const share = isSameSize ? differing / (rgba.length / 4) : 1;
  return { isSame: share < mostShare, share, difference: { ...expected, rgba } };
}
