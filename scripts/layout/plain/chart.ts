import type { Chart } from '../../charts/chart.ts';
import type { Block, Source } from '../../content/model.ts';
import type { ChartFacts } from '../../content/schema/chart.ts';
import { chartView } from '../chart-view.ts';
import { sourceOf } from '../course-view.ts';
import { escapeHtml } from '../html.ts';
import { chartTooTall } from '../messages.ts';
import type { Setting } from '../setting.ts';
import { type Column, columnOf } from './column.ts';
import { fittedTable, tableHtml } from './tables.ts';

/**
 * A chart in the one column, then its figures as a table. On the web it is drawn twice, for wide
 * and for narrow screens, of which one is shown: what it is is said once, of both.
 */
export async function plainChart(
  source: Source<object>,
  block: Extract<Block, { kind: 'chart' }>,
  facts: ChartFacts,
  setting: Setting,
): Promise<string | undefined> {
  const column = columnOf(setting.format);
  // What the writer says of the chart where it stands is its alternative text.
  const said = { ...facts, alt: facts.alt ?? (block.alt || undefined) };
  const drawn = await Promise.all(
    column.charts.map((size) => setting.chart(source, block.chart, said, size)),
  );
  const charts = drawn.filter((chart) => chart !== undefined);
  const [first] = charts;
  if (!first) return undefined;
  const src = sourceOf(block);
  const view = chartView(first, { slug: source.slug, id: block.chart, src }, setting);
  const table = fittedTable(tableHtml(first.table, src), column.table, setting.say);
  const note = (words: typeof view.note) => (words ? `<p>${words.html}</p>` : '');
  const isTooTall = first.heightMm > (column.tallestMm ?? Number.POSITIVE_INFINITY);
  if (isTooTall)
    setting.report(chartTooTall(block.chart, setting.format), chartPlace(source, block));
  const drawing = isTooTall ? '' : charts.length > 1 ? drawings(charts) : onGrid(first, column);
  const from = escapeHtml(src);
  return (
    `<div class="chart container" data-keep data-src="${from}"><p class="chart-title">${view.title.html}</p>${drawing}</div>` +
    `<div class="chart-notes t-note" data-src="${from}">${note(view.sentence)}${note(view.note)}</div>${table}`
  );
}

function chartPlace(
  { places }: Source<object>,
  { chart, file, line }: Extract<Block, { kind: 'chart' }>,
) {
  return places[`charts.${chart}`] ?? { file, line };
}

/** One drawing, the height of whole half lines. */
function onGrid({ svg, heightMm }: Chart, { stepMm = 1 }: Column): string {
  const height = Math.ceil(heightMm / stepMm) * stepMm;
  return `<div class="chart-drawing" style="height:${height}mm">${svg}</div>`;
}

/** Several drawings of one chart, the widest first: for a reader one picture with one name. */
function drawings(charts: readonly Chart[]): string {
  const silent = charts.map(({ svg }, i) =>
    svg
      .replace(/<svg ([^>]*?)role="img" aria-label="[^"]*"/, '<svg $1aria-hidden="true"')
      .replace('<svg ', `<svg class="${i === 0 ? 'on-wide' : 'on-narrow'}" `),
  );
  const [first] = charts;
  return `<div class="chart-drawing" role="img" aria-label="${escapeHtml(first?.alt ?? '')}">${silent.join('')}</div>`;
}
