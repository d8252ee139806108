import type { Rectangle, Shape } from './shape.ts';

/**
 * What a page shows, in the order in which it is painted: read from the file alone, so that it owes
 * nothing to what laid the page out. Lengths in mm from the trim's top left corner, y down.
 */
export type Ink = Glyph | Fill | Placed;

/** A letter, as far as it is drawn: white space has no box and is not here. */
export interface Glyph {
  what: 'glyph';
  text: string;
  /** The drawn outline's bounds. */
  box: Rectangle;
  /** Where its baseline is. */
  baselineMm: number;
  sizePt: number;
  colour: Colour;
  isArtifact: boolean;
  /** Which run of marked content it stands in. */
  mcid: number | undefined;
  clips: readonly Shape[];
}

/** An area painted in one colour. */
export interface Fill {
  what: 'fill';
  shape: Shape;
  colour: Colour;
  isArtifact: boolean;
  clips: readonly Shape[];
}

/** A picture. */
export interface Placed {
  what: 'picture';
  box: Rectangle;
  clips: readonly Shape[];
}

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];
