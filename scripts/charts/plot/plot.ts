import type { Message } from '../../finding.ts';
import type { Inks } from '../chart.ts';

/**
 * A chart worked out, ready for a template: what to draw, where. Lengths are points, from the
 * plot's top left corner. Bars alone have figures: the template's scale makes them lengths.
 */
export interface Plot {
  widthPt: number;
  heightPt: number;
  /** Room around the plot for words. */
  pad: { top: number; right: number; bottom: number; left: number };
  /** The base line (or foot) from the plot's top. */
  basePt: number;
  /** Which figures the plot's foot and top stand for. */
  low: number;
  high: number;
  bars: Bar[];
  strokes: Stroke[];
  /** Lines through several points. */
  lines: LinePoint[];
  points: Point[];
  labels: Label[];
  /** What had to be left out. */
  messages: Message[];
}

export type Ink = keyof Inks;

export interface Bar {
  /** The middle. */
  x: number;
  width: number;
  value: number;
  ink: Ink;
}

export interface Stroke {
  role: 'base' | 'outline' | 'hatch' | 'stem';
  x: number;
  y: number;
  x2: number;
  y2: number;
  ink: Ink;
  weight: number;
  dash: number[];
}

export interface LinePoint {
  /** Points of one line have one name. */
  line: string;
  x: number;
  y: number;
  ink: Ink;
  weight: number;
  dash: number[];
}

export interface Point {
  x: number;
  y: number;
  shape: 'circle' | 'square' | 'diamond' | 'triangle-up';
  /** Area in square points, as Vega has it. */
  size: number;
  fill: Ink | 'paper';
  edge: Ink;
  weight: number;
  dash: number[];
}

export interface Label {
  role: 'value' | 'label' | 'kind' | 'series';
  x: number;
  /** The first line's baseline. */
  y: number;
  lines: string[];
  size: number;
  leading: number;
  strong: boolean;
  ink: Ink;
  align: 'left' | 'center' | 'right';
}

/** A box that words take up, in points; y grows downwards. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether two boxes share any of their area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
