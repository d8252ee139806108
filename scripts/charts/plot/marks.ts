import type { Kind } from '../rows.ts';
import type { Ink, Point } from './plot.ts';

/** How the points of a series look: each series has a shape of its own, so colour is not needed. */
export const pointSeries: readonly [PointStyle, ...PointStyle[]] = [
  { ink: 'deep', shape: 'circle', swell: 1 },
  { ink: 'accent', shape: 'square', swell: 0.8 },
  { ink: 'black', shape: 'diamond', swell: 1.5 },
  { ink: 'deep', shape: 'triangle-up', swell: 1.2 },
];

interface PointStyle {
  ink: Ink;
  shape: Point['shape'];
  /** What the area is multiplied by for the shapes to look equally large. */
  swell: number;
}

const edgePt = 1;

/** The mark for a figure: solid for a fact, a ring for a projection, a ring with a dot for an estimate. */
export function mark(series: number, kind: Kind, x: number, y: number, radius: number): Point[] {
  const { ink, shape, swell } = pointSeries[series] ?? pointSeries[0];
  const size = (2 * radius) ** 2 * swell;
  const whole: Point = { x, y, shape, size, fill: ink, edge: ink, weight: edgePt, dash: [] };
  if (kind === 'actual') return [whole];
  const ring: Point = { ...whole, fill: 'paper' };
  return kind === 'projection' ? [ring] : [ring, { ...whole, size: size / 9, weight: 0 }];
}
