import type { ChartFacts } from '../../content/schema/chart.ts';
import type { ChartSetting } from '../chart.ts';
import { type ChartSize, ptPerMm } from '../plot/sizes.ts';
import type { Job } from './protocol.ts';

type Spec = Record<string, unknown>;

/** Which of the two languages a specification is written in; nothing if neither. */
export function languageOf(spec: Spec): Job['language'] | undefined {
  const schema = String(spec.$schema ?? '');
  if (schema.includes('/schema/vega-lite/')) return 'vega-lite';
  if (schema.includes('/schema/vega/')) return 'vega';
  const composed = ['mark', 'layer', 'concat', 'hconcat', 'vconcat', 'repeat', 'facet', 'spec'];
  if (composed.some((key) => Object.hasOwn(spec, key))) return 'vega-lite';
  return Array.isArray(spec.marks) ? 'vega' : undefined;
}

/**
 * A specification with what it leaves open: its rows from the chart's facts (a data set called
 * `rows`), and, for a plain one that names no size, the column's.
 */
export function prepare(
  spec: Spec,
  language: Job['language'],
  rows: ChartFacts['rows'],
  size: ChartSize,
): Spec {
  const fitted = plain(spec) ? { ...roomOf(size), ...spec } : { padding: 0, ...spec };
  if (!rows) return fitted;
  if (language === 'vega-lite') {
    return { ...fitted, datasets: { ...(spec.datasets as object | undefined), rows } };
  }
  const data = Array.isArray(spec.data) ? spec.data : [];
  const others = data.filter((set: Spec) => set?.name !== 'rows');
  return { ...fitted, data: [{ name: 'rows', values: rows }, ...others] };
}

function plain(spec: Spec): boolean {
  return ['mark', 'layer', 'marks'].some((key) => Object.hasOwn(spec, key));
}

function roomOf(size: ChartSize): Spec {
  return {
    width: size.widthMm * ptPerMm,
    height: size.heightMm * ptPerMm,
    autosize: { type: 'fit', contains: 'padding' },
    padding: 0,
  };
}

/**
 * The brand, as the config of a specification: what it says itself wins. Lengths are points. Of
 * the marks each language reads those that it knows.
 */
export function brandConfig(setting: ChartSetting, size: ChartSize): Spec {
  const { colours, faces, number } = setting;
  const { deep, accent, second, pale, black } = colours;
  const plainWords = { font: faces.regular.family, fontSize: size.notePt };
  const label = { labelFont: faces.regular.family, labelFontSize: size.notePt, labelColor: black };
  const title = {
    titleFont: faces.semibold.family,
    titleFontSize: size.notePt,
    titleFontWeight: faces.semibold.weight,
    titleColor: black,
  };
  const hairline = { stroke: deep, strokeWidth: size.basePt };
  return {
    background: null,
    locale: { number: numberLocale(number) },
    font: faces.regular.family,
    view: { stroke: null },
    axis: {
      ...{ ...label, ...title, grid: false, gridColor: pale, labelPadding: 3, titlePadding: 6 },
      ...{ domainColor: deep, domainWidth: size.basePt },
      ...{ tickColor: deep, tickWidth: size.basePt, tickSize: 3 },
    },
    axisX: { labelAngle: 0 },
    // Names of series side by side need more room than a side column has.
    legend: {
      ...label,
      ...title,
      orient: 'top',
      ...(size.widthMm < 70 && { direction: 'vertical' }),
    },
    header: { ...label, ...title },
    title: { color: deep, font: faces.semibold.family, fontSize: size.labelPt, anchor: 'start' },
    range: {
      category: [deep, second, accent, black, pale],
      ordinal: [deep, second, accent, pale],
    },
    mark: { color: deep },
    ...{ arc: { fill: deep }, area: { color: second, fill: second, opacity: 1 } },
    ...{ line: { stroke: deep, strokeWidth: 1.5 }, path: hairline, rule: hairline },
    ...{ rect: { fill: deep }, shape: { fill: deep }, symbol: { fill: deep, opacity: 1 } },
    ...{ point: { opacity: 1 }, circle: { opacity: 1 }, square: { opacity: 1 } },
    tick: { opacity: 1 },
    text: { ...plainWords, color: black, fill: black },
    style: {
      'guide-label': { ...plainWords, fill: black },
      'guide-title': { ...plainWords, font: faces.semibold.family, fill: black },
    },
  };
}

/** How a language writes figures, read off one that it has written: d3's number locale. */
function numberLocale(number: (value: number) => string): Spec {
  const written = number(1234567.5);
  const [, thousands = ',', decimal = '.'] = /1(.*?)234.*567(.*?)5/.exec(written) ?? [];
  return { decimal: decimal || '.', thousands, grouping: [3], currency: ['', ''] };
}
