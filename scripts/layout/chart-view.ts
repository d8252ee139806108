import type { Chart } from '../charts/chart.ts';
import { escapeHtml, Html } from './html.ts';
import type { Setting } from './setting.ts';

/** A drawn chart as a template prints it: title, drawing, sentence, then unit and source in one quiet note. */
export function chartView(chart: Chart, src: string, { say }: Setting) {
  const unit = chart.unit && (chart.unit.endsWith('.') ? chart.unit : `${chart.unit}.`);
  const source = chart.source && say('source', { source: chart.source });
  const view = {
    src,
    title: chart.title,
    svg: chart.svg,
    baseMm: chart.baseMm,
    widthMm: chart.widthMm,
    heightMm: chart.heightMm,
    sentence: chart.sentence,
    note: [unit, source].filter(Boolean).join(' ') || undefined,
  };
  return { ...view, html: inlineChart(view) };
}

/** A chart that runs with the prose. */
function inlineChart(view: {
  src: string;
  title: string;
  svg: string;
  note: string | undefined;
  sentence: string;
}): string {
  const note = (words: string | undefined) => (words ? `<p>${escapeHtml(words)}</p>` : '');
  return new Html(
    `<div class="chart container" data-keep data-src="${escapeHtml(view.src)}"><p class="chart-title t-chart-title">${escapeHtml(view.title)}</p><div class="chart-drawing">${view.svg}</div><div class="chart-notes t-note">${note(view.note)}${note(view.sentence)}</div></div>`,
  ).html;
}
