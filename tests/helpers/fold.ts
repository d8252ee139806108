import type { Picture } from '../../scripts/pages/render.ts';

/** A panel of a leaflet, as geometry.json has it. */
export interface Panel {
  name: string;
  xMm: number;
  widthMm: number;
}

/** Cuts a panel out of the picture of its side, full height. */
export function cutOut(side: Picture, { xMm, widthMm }: Panel, pxPerMm: number): Picture {
  const left = Math.round(xMm * pxPerMm);
  const width = Math.round((xMm + widthMm) * pxPerMm) - left;
  const rgba = new Uint8Array(width * side.heightPx * 4);
  for (let y = 0; y < side.heightPx; y++) {
    const from = (y * side.widthPx + left) * 4;
    rgba.set(side.rgba.subarray(from, from + width * 4), y * width * 4);
  }
  return { widthPx: width, heightPx: side.heightPx, rgba };
}

/** Pictures of one height, side by side, a gap between them. */
export function sideBySide(pictures: readonly Picture[], gapPx: number): Picture {
  const heightPx = pictures[0]?.heightPx ?? 0;
  const widthPx = pictures.reduce((sum, one) => sum + one.widthPx, gapPx * (pictures.length - 1));
  const rgba = new Uint8Array(widthPx * heightPx * 4).fill(128);
  let left = 0;
  for (const one of pictures) {
    for (let y = 0; y < heightPx; y++) {
      const row = one.rgba.subarray(y * one.widthPx * 4, (y + 1) * one.widthPx * 4);
      rgba.set(row, (y * widthPx + left) * 4);
    }
    left += one.widthPx + gapPx;
  }
  return { widthPx, heightPx, rgba };
}

/** Colours of an area and the share that each has of it, the largest first: `#630041`. */
export function coloursIn(
  { widthPx, rgba }: Picture,
  area: { left: number; top: number; right: number; bottom: number },
): [colour: string, share: number][] {
  const counts = new Map<string, number>();
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      const at = (y * widthPx + x) * 4;
      const [r = 0, g = 0, b = 0] = rgba.subarray(at, at + 3);
      const colour = `#${[r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const all = (area.right - area.left) * (area.bottom - area.top);
  return [...counts]
    .map(([colour, count]): [string, number] => [colour, count / all])
    .sort((a, b) => b[1] - a[1]);
}
