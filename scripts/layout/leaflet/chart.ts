import type { Block, Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { chartView } from '../chart-view.ts';
import { sourceOf } from '../course-view.ts';
import { textOf } from '../html.ts';
import { unknownChart } from '../messages.ts';
import { printedSections } from '../printed.ts';
import type { Ruler } from '../ruler.ts';
import type { ChartSize, Setting } from '../setting.ts';
import { linesOf } from './lines.ts';

type ChartBlock = Extract<Block, { kind: 'chart' }>;

type ChartView = ReturnType<typeof chartView>;

/** A chart that stands on its base line, and where all of it is. */
export interface StandingChart extends Omit<ChartView, 'sentence'> {
  /** The title's first baseline; the drawing's top; the first baseline of unit and source. */
  titleMm: number;
  drawingMm: number;
  notesMm: number;
  sentence: ChartView['sentence'] | undefined;
}

/** The chart that a leaflet has room for: the first in what is printed. */
export function leadingChart(course: Source<CourseFacts>): ChartBlock | undefined {
  const audience = { isBook: false, showsFacts: true, isShort: false };
  return printedSections(course.body, audience)
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ChartBlock => block.kind === 'chart');
}

/** Draws it; undefined, after a finding, when it is not there or cannot be drawn. */
export async function drawnChart(
  course: Source<CourseFacts>,
  block: ChartBlock,
  size: ChartSize,
  setting: Setting,
) {
  const charts = course.facts.charts ?? {};
  const facts = Object.hasOwn(charts, block.chart) ? charts[block.chart] : undefined;
  if (!facts) {
    setting.report(unknownChart(block.chart), { file: block.file, line: block.line });
    return undefined;
  }
  const said = { ...facts, alt: facts.alt ?? (block.alt || undefined) };
  const drawn = await setting.chart(course, block.chart, said, size);
  const of = { slug: course.slug, id: block.chart, src: sourceOf(block) };
  return drawn && chartView(drawn, of, setting);
}

/** The base line at the foot of a panel, and the last line of text on it. */
const footBaseMm = 180;
const lastNoteMm = 200;

/** From the base to unit and source; the drawing's own words below it end before. */
const toNotesMm = 12.5;
const noteLeadingMm = 3.75;

/**
 * Stands a chart at a panel's foot: its base on 180, or so much higher as its notes ask for; the
 * title ends on a line of the grid above it.
 */
export function standAtFoot(drawn: ChartView, widthMm: number, ruler: Ruler): StandingChart {
  const view = narrowed(drawn, widthMm);
  const notes = view.note ? linesOf(textOf(view.note), 'note', widthMm, ruler) : 0;
  const ownFootMm = view.heightMm - view.baseMm;
  const dropMm = Math.max(toNotesMm, Math.ceil((ownFootMm + 4.5) / 2.5) * 2.5);
  const lowestMm = lastNoteMm - noteLeadingMm * Math.max(0, notes - 1) - dropMm;
  const baseMm = Math.min(footBaseMm, Math.floor(lowestMm / 5) * 5);
  const drawingMm = baseMm - view.baseMm;
  const titleLines = linesOf(textOf(view.title), 'mention', widthMm, ruler);
  const titleMm = Math.floor((drawingMm - 5) / 5) * 5 - 5 * (titleLines - 1);
  return { ...view, titleMm, drawingMm, notesMm: baseMm + dropMm, sentence: undefined };
}

/** A drawing for a wider column is shown as much smaller: a millimetre of 84, where panels are 99 wide. */
function narrowed(view: ChartView, widthMm: number): ChartView {
  const scale = Math.min(1, widthMm / view.widthMm);
  return {
    ...view,
    widthMm: view.widthMm * scale,
    heightMm: view.heightMm * scale,
    baseMm: view.baseMm * scale,
  };
}

/** Hangs a chart beside a text, its title on the text's first line; what it shows is said where there is room. */
export function hangBeside(
  view: ChartView,
  hangMm: number,
  widthMm: number,
  ruler: Ruler,
): StandingChart {
  const titleLines = linesOf(textOf(view.title), 'side-title', widthMm, ruler);
  const topMm = hangMm + 5 * titleLines;
  const baseMm = Math.ceil((topMm + view.baseMm) / 5) * 5;
  const dropMm = Math.ceil((view.heightMm - view.baseMm + 4.5) / 5) * 5;
  const lines = [view.note, view.sentence].map((words) =>
    words ? linesOf(textOf(words), 'note', widthMm, ruler) : 0,
  );
  const footMm = baseMm + dropMm + noteLeadingMm * (lines[0]! + lines[1]! + 1);
  return {
    ...view,
    titleMm: hangMm,
    drawingMm: baseMm - view.baseMm,
    notesMm: baseMm + dropMm,
    sentence: footMm <= lastNoteMm ? view.sentence : undefined,
  };
}
