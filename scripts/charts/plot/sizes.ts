import type { ChartSetting } from '../chart.ts';
import { readTemplate, TemplateFault } from '../vega/template-files.ts';

/** One way to draw a chart, from `templates/charts/sizes.json`. Lengths say their unit. */
export interface ChartSize {
  /** The column. */
  widthMm: number;
  /** A bar and the gap to the next, where there is room; else both shrink alike. */
  barMm: number;
  gapMm: number;
  /** The highest bar. */
  heightMm: number;
  /** Words over and under the middle of a bar, or at its left edge. */
  align: 'middle' | 'left';
  /** "projected" under the label, or beside it. */
  kind: 'below' | 'beside';
  valuePt: number;
  /** From the top of a bar to the baseline of its value. */
  valueLiftMm: number;
  labelPt: number;
  /** From the base to the baseline of the labels. */
  labelDropMm: number;
  notePt: number;
  /** From one line of labels to the next. */
  leadingMm: number;
  basePt: number;
  outlinePt: number;
  /** Dashes of a projection's outline: on, off. */
  dashMm: [on: number, off: number];
  /** From one row of a dot chart to the next, and whether its words stand beside or above. */
  rowMm: number;
  rowLabels: 'beside' | 'above';
  /** How high a dot chart may be, where it is not a page that has to hold it: 240 elsewhere. */
  mostMm?: number;
}

/** Points in a millimetre. */
export const ptPerMm = 72 / 25.4;

/** The size that a setting names, with its own height if it gives one. Throws `TemplateFault`. */
export function sizeOf(setting: ChartSetting): ChartSize {
  const sizes = readTemplate(setting.world, 'sizes.json').json as Record<string, ChartSize>;
  const size = Object.hasOwn(sizes, setting.size) ? sizes[setting.size] : undefined;
  if (!size) throw new TemplateFault('templates/charts/sizes.json', `it has no ${setting.size}`);
  return setting.heightMm === undefined ? size : { ...size, heightMm: setting.heightMm };
}
