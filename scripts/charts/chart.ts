import type { Place } from '../finding.ts';
import type { Font } from '../fonts/font.ts';
import type { World } from '../world.ts';

/** One font of the brand, and how CSS calls it. */
export interface Face {
  family: string;
  weight: number;
  font: Font;
}

/**
 * Says a label of `templates/words`: `say('chart.range', { what, from, to })`. The keys used here
 * all begin with `chart.`.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Colours by role, as `#rrggbb`. A chart has no other. */
export type Inks = Readonly<Record<'deep' | 'accent' | 'second' | 'pale' | 'black', string>>;

/** What a chart is drawn for and with, besides its own facts. */
export interface ChartSetting {
  /** The chart's name in its file, e.g. `session-demand`. */
  id: string;
  /** Where a fact of this chart stands: `''` is the chart itself, `rows.1.value` a figure of it. */
  place: (key: string) => Place | undefined;
  lang: string;
  /** A name in `templates/charts/sizes.json`: `side`, `wide`, … */
  size: string;
  /** Another height for the highest bar, in mm, where a page has less room than the size gives. */
  heightMm?: number;
  colours: Inks;
  faces: { regular: Face; semibold: Face };
  say: Say;
  /** A figure as the language writes it, with all its decimals. */
  number: (value: number) => string;
  world: World;
  /** Stands for the tool's own code: a drawing of another tool is not taken from the cache. */
  toolHash: string;
}

/** A drawn chart, and the same in words and figures. */
export interface Chart {
  /** One `<svg role="img" aria-label>` with live text, true to scale: 1 unit is 1 pt. */
  svg: string;
  widthMm: number;
  heightMm: number;
  /** From the drawing's top to its base line (or foot), so that a page can stand it on its grid. */
  baseMm: number;
  /** What the rows support and no more. */
  title: string;
  /** A clause: what the chart is. */
  alt: string;
  /** What it shows. */
  sentence: string;
  /** Which rows are projections or estimates, in a sentence, if any. */
  note: string | undefined;
  table: Table;
  unit: string | undefined;
  source: string | undefined;
}

/** The numbers. The first cell of a row is its head. */
export interface Table {
  caption: string;
  head: string[];
  rows: string[][];
}
