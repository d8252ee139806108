import type { Chart } from '../charts/chart.ts';
import { countLines } from './display-lines.ts';
import { escapeHtml, factHtml, type Html, textOf } from './html.ts';
import type { Setting } from './setting.ts';

/** Where a chart stands: the file's slug, the key of its facts, the place of the block that shows it. */
export interface ChartOf {
  slug: string;
  id: string;
  src: string;
}

export type ChartView = ReturnType<typeof chartView>;

/** A drawn chart as a template prints it: title, drawing, sentence, then unit and source in one quiet note. */
export function chartView(chart: Chart, { slug, id, src }: ChartOf, { say }: Setting) {
  const fact = (key: string, words: string) => factHtml(slug, `charts.${id}.${key}`, words);
  const unit = chart.unit && (chart.unit.endsWith('.') ? chart.unit : `${chart.unit}.`);
  const source = chart.source && say('source', { source: chart.source });
  const note = [unit, source].filter(Boolean).join(' ');
  const view = {
    src,
    // Nothing below its base: rows of dots, which stand right under their title.
    hasRows: chart.heightMm - chart.baseMm < 1,
    title: fact('title', chart.title),
    svg: chart.svg,
    baseMm: chart.baseMm,
    widthMm: chart.widthMm,
    heightMm: chart.heightMm,
    sentence: fact('sentence', chart.sentence),
    note: note ? fact('source', note) : undefined,
  };
  return { ...view, html: inlineChart(view) };
}

/** A chart that runs with the prose. */
function inlineChart(view: {
  src: string;
  title: Html;
  svg: string;
  note: Html | undefined;
  sentence: Html;
}): string {
  const note = (words: Html | undefined) => (words ? `<p>${words.html}</p>` : '');
  return `<div class="chart container" data-keep data-src="${escapeHtml(view.src)}"><p class="chart-title t-chart-title">${view.title.html}</p><div class="chart-drawing">${view.svg}</div><div class="chart-notes t-note">${note(view.note)}${note(view.sentence)}</div></div>`;
}

/** A chart that runs with the prose, drawn once more for the narrow columns that a long text ends in: the style sheet shows one of the two. */
export function withDrawing(html: string, narrow: string | undefined): string {
  const before = '<div class="chart-notes';
  return narrow
    ? html.replace(before, () => `<div class="chart-drawing narrow">${narrow}</div>${before}`)
    : html;
}

/** The side column from its head to "Apply", which gives way by 10 mm; a drawing that stands on its base has words below it. */
const side = { widthMm: 38, roomMm: 137, notesMm: 90 };

/** Whether a chart drawn for the side column of a book's right page ends above what stands below it. */
export async function fitsSide(
  { hasRows, title, note, sentence, heightMm }: ChartView,
  { ruler: open }: Setting,
): Promise<boolean> {
  const ruler = await open();
  const lines = (words: Html | undefined, role: string) =>
    words ? countLines(textOf(words), side.widthMm, (text) => ruler(text, role)) : 0;
  const apartMm = note ? 3.75 : 0;
  const notesMm = 3.75 * (lines(note, 'note') + lines(sentence, 'note')) + apartMm;
  const aboveMm = hasRows ? 5 * lines(title, 'fact') + 5 + heightMm + 5 : side.notesMm;
  return aboveMm + notesMm <= side.roomMm;
}
