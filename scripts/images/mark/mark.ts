/**
 * The drawn mark: "a circle of people: a group in session, with one place open". Discs are seats on
 * a circle; only neighbours overlap; the first and the last stay apart. All lengths are mm from the
 * top left corner of the trimmed page, y downwards.
 */
export interface Mark extends Seating {
  /** The frame it was drawn for, e.g. `course-corner`. */
  frame: string;
  ground: Ground;
  /** What cuts it: the trim or the edges of a picture. */
  window: Box;
  /** One for each pair of neighbours. */
  overlaps: Overlap[];
}

export interface Seating {
  /** In their order along the circle, clockwise. Empty where the frame leaves no room for a mark. */
  discs: Disc[];
  /** The circle of seats. */
  circle: Circle;
}

export interface Circle {
  x: number;
  y: number;
  r: number;
}

export interface Disc extends Circle {
  role: 'accent' | 'second';
}

/** Where two neighbours overlap: a shape of its own, so that nothing is blended or clipped. */
export interface Overlap {
  /** SVG path data: two arcs. */
  path: string;
  role: 'deep' | 'pale';
}

/** What the mark stands on: overlaps are deep on paper (panels included), pale on deep. */
export type Ground = 'paper' | 'deep';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Edge = keyof Box;

/** What discs stay clear of; by how much says the frame. */
export interface KeepOut {
  /** Text, codes and charts. */
  type?: readonly Box[];
  /** Tinted panels. */
  panels?: readonly Box[];
  folio?: Box;
}

/** Where a mark is drawn and by which numbers: data, see `frames.ts`. */
export interface MarkFrame {
  name: string;
  ground: Ground;
  window: Box;
  /** Whether its largest disc is coral. */
  accent: boolean;
  /** Whether coral and sage alternate from the largest disc on; else all others are sage. */
  alternates?: boolean;
  /** Radii of the largest disc, the preferred one first: the next ones are for pages with little room. */
  radiiMm: readonly number[];
  /** Where smaller discs go: so far right and down for each mm that the largest is smaller than preferred. */
  retreat?: { x: number; y: number };
  /** Ways to sit in the frame: a seed picks one, then the numbers within it. */
  poses: readonly Pose[];
  /** Radius of the circle of seats, in radii of the largest disc; a ring's follows from its seats. */
  bend: Range;
  /** Nothing that is seen of the mark lies outside. */
  reach: Box;
  /** Edges of the window that have to cut it. */
  cutBy: readonly Edge[];
  /** How many edges cut it. */
  cutEdges: Range;
  /** How many discs are seen. */
  seen: Range;
  /** A disc that is cut keeps this share of its area at least. */
  leastShown: number;
  /** The same for the largest disc and for overlaps, where an edge is meant to cut them deeper than elsewhere. */
  leastShownOf?: { largest: number; overlap: number };
  /** A disc's foot passes the lower edge by so much, or ends so far above it. */
  footMm?: number;
  /** Anything along an edge, ground or disc, is this wide at least. */
  leastEdgeMm?: number;
  /** How much of the window's width it takes at least. */
  widthShare: number;
  clear: Clearance;
  keepOut: KeepOut;
  /** By what share of the largest radius two marks differ that are seen as two: a tenth, unless they hang side by side. */
  alikeShare?: number;
  /** The same frame as most courses have it: what others of a family are taken to look like. */
  family?: MarkFrame;
  /** x of folds: a disc stays clear of each or crosses it well. */
  folds: readonly number[];
  /** A drawing made by hand, for when none can be found by chance. */
  sketch: Plan;
}

export type Range = readonly [low: number, high: number];

/** How a mark sits in its frame. */
export interface Pose {
  /** Where the centre of the largest disc may lie. */
  centre: Box;
  /** Degrees from the largest disc to the middle of the circle: 0 right, 90 down. */
  bearing: Range;
  /** Shares of the largest radius: what follows it counter-clockwise, then clockwise. */
  sequences: readonly (readonly [readonly number[], readonly number[]])[];
  /** A whole ring: between its first and its last disc, in radii of the largest. */
  open?: Range;
}

export interface Clearance {
  typeMm: number;
  panelMm: number;
  folioMm: number;
  /** A disc may lie over a panel's edge by this much and more; without it, it never does. */
  lapMm?: number;
}

/** The numbers one drawing is made from. */
export interface Plan {
  /** The largest disc. */
  x: number;
  y: number;
  r: number;
  /** Radius of the circle of seats, in radii of the largest disc. */
  bend: number;
  bearing: number;
  counterClockwise: readonly Seat[];
  clockwise: readonly Seat[];
}

/** A next disc: its radius as a share of the largest, its overlap as a share of the smaller neighbour's width. */
export type Seat = readonly [share: number, overlap: number];

/** Radii are of one family (house style, "The circles"). */
export const family = [1, 0.72, 0.52, 0.37] as const;

/** How far neighbours overlap, as a share of the smaller one's width. */
export const overlapShares: Range = [0.26, 0.36];

/** Lengths are kept to a thousandth of a millimetre: far below what prints, far above what `Math.sin` differs by from machine to machine. */
export function toThousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
