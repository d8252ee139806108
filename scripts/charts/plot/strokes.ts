import type { Ink, Stroke } from './plot.ts';

/** A bar as a rectangle: its foot on the base, its head above it, or below for a negative figure. */
export interface BarBox {
  left: number;
  right: number;
  base: number;
  head: number;
}

/**
 * The dashes of a line of a given length: as near to the pattern as lets it begin and end with a
 * whole dash, so that dashed lines meet in firm corners.
 */
export function fittedDash(length: number, [on, off]: readonly [number, number]): number[] {
  const periods = Math.round((length - on) / (on + off));
  if (periods < 1) return [];
  const scale = length / (periods * (on + off) + on);
  return [on * scale, off * scale];
}

/**
 * The outline of a bar that is no fact: three sides, open at the base, inside the bar's own edges.
 * Dashed for a projection, unbroken for an estimate.
 */
export function outline(
  bar: BarBox,
  weight: number,
  dash: readonly [number, number] | undefined,
  ink: Ink,
): Stroke[] {
  const inset = weight / 2;
  const down = Math.sign(bar.base - bar.head) || 1;
  const [left, right] = [bar.left + inset, bar.right - inset];
  const edge = bar.head + down * inset;
  const side = (x: number, y: number, x2: number, y2: number): Stroke => ({
    role: 'outline',
    ...{ x, y, x2, y2, ink, weight },
    dash: dash ? fittedDash(Math.hypot(x2 - x, y2 - y), dash) : [],
  });
  const top = side(bar.left, edge, bar.right, edge);
  if (Math.abs(bar.base - bar.head) <= weight) return [top];
  return [side(left, bar.head, left, bar.base), top, side(right, bar.head, right, bar.base)];
}

/**
 * Lines at 45 degrees across a bar, `gap` apart: how an estimate is told from a fact without
 * colour. Each ends on the bar's edges, so nothing has to be clipped.
 */
export function hatch(bar: BarBox, gap: number, weight: number, ink: Ink): Stroke[] {
  const [top, bottom] = [Math.min(bar.base, bar.head), Math.max(bar.base, bar.head)];
  const [width, height] = [bar.right - bar.left, bottom - top];
  const step = gap * Math.SQRT2;
  const strokes: Stroke[] = [];
  // c: how far a line's ends lie from the bar's lower right corner, along its foot and its side.
  for (let c = step / 2; c < width + height; c += step) {
    const up = Math.min(c, height);
    const along = Math.min(c, width);
    strokes.push({
      role: 'hatch',
      x: bar.right - along,
      y: bottom - (c - along),
      x2: bar.right - (c - up),
      y2: bottom - up,
      ...{ ink, weight, dash: [] },
    });
  }
  return strokes;
}
