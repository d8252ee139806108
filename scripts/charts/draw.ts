import { join } from 'node:path';
import type { ChartFacts } from '../content/schema/chart.ts';
import type { Message, Report } from '../finding.ts';
import { readyToMeasure } from '../fonts/measure.ts';
import { turn } from '../turn.ts';
import { readCached, writeCached } from './cache.ts';
import type { Chart, ChartSetting } from './chart.ts';
import { cleanSvg } from './clean.ts';
import { namesTooLong, templateBroken } from './messages.ts';
import { plotBars } from './plot/bars.ts';
import { plotDots } from './plot/dots.ts';
import { plotLines } from './plot/lines.ts';
import type { Plot } from './plot/plot.ts';
import { type ChartSize, ptPerMm, sizeOf } from './plot/sizes.ts';
import { type Rows, readRows } from './rows.ts';
import { openStudio, type Studio } from './studio.ts';
import { parseSvg } from './svg.ts';
import { compiledTemplate, hashOf } from './vega/compile.ts';
import { readTemplate, TemplateFault } from './vega/template-files.ts';
import { drawPlot } from './vega/view.ts';
import { sentenceOf } from './words/sentence.ts';
import { noteOf, tableOf } from './words/table.ts';
import { titleOf } from './words/title.ts';
import { capitalised, subject, wordingOf } from './words/wording.ts';

/**
 * Draws a chart, and says it in words and figures, all from the same rows. What is wrong with the
 * rows is reported with its place; a chart that cannot be drawn is not returned. What a chart has
 * no source or unit for, lint says. Drawings are kept
 * in the cache by everything they are made of; one that is there needs neither Vega nor fonts.
 */
export async function drawChart(
  facts: ChartFacts,
  setting: ChartSetting,
  report: Report,
): Promise<Chart | undefined> {
  try {
    if (facts.spec === undefined) return await chartOf(facts, setting, report);
    const { chartOfSpec } = await import('./spec/chart-of-spec.ts');
    return await chartOfSpec(facts.spec, facts, setting, report);
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault;
    report(templateBroken(fault.file, fault.message), { file: fault.file });
    return undefined;
  }
}

async function chartOf(
  facts: ChartFacts,
  setting: ChartSetting,
  report: Report,
): Promise<Chart | undefined> {
  const rows = readRows(facts, setting, report);
  if (!rows) return undefined;
  const unit = facts.unit ?? (facts.y === 'value' ? undefined : facts.y);
  const template = facts.template === 'bar' && facts.series ? 'grouped-bar' : facts.template;
  const wording = wordingOf(facts, setting);
  const what = subject(rows, wording);
  const alt = (drawnAs: string) =>
    facts.alt ?? capitalised(setting.say(`chart.alt.${drawnAs}`, { what }));
  const drawing = await drawingOf(rows, template, alt, setting);
  for (const message of drawing.messages) report(message, setting.place(''));
  if (!drawing.svg) return undefined;
  const { svg, widthMm, heightMm, baseMm } = drawing;
  const title = facts.title ?? titleOf(rows, wording);
  return {
    ...{ svg, widthMm, heightMm, baseMm, title },
    alt: alt(drawing.template),
    sentence: facts.sentence ?? sentenceOf(rows, wording),
    note: noteOf(rows, setting),
    table: tableOf(rows, facts, wording, setting, title),
    ...{ unit, source: facts.source },
  };
}

/** A drawing as the cache has it. Without `svg`, `messages` say why there is none. */
interface Drawing {
  svg: string;
  /** How it was drawn in the end: names that do not fit under bars are drawn as dots. */
  template: string;
  widthMm: number;
  heightMm: number;
  baseMm: number;
  messages: Message[];
}

/** What a drawing is said to be, by the template it was drawn with. */
type Alt = (template: string) => string;

async function drawingOf(
  rows: Rows,
  template: string,
  alt: Alt,
  setting: ChartSetting,
): Promise<Drawing> {
  const size = sizeOf(setting);
  const { regular, semibold } = setting.faces;
  const files = [`${template}.vl`, 'dot.vl', 'config'].map(
    (name) => readTemplate(setting.world, `${name}.json`).text,
  );
  const figures = rows.items.map(({ value }) => (value === undefined ? '' : setting.number(value)));
  const kinds = ['chart.projected', 'chart.estimate'].map((key) => setting.say(key));
  const labelled = setting.say('chart.labelled', { label: '{label}', kind: '{kind}' });
  const made = {
    ...{ rows, size, template, figures, kinds, labelled, files },
    alts: [alt(template), alt('dot')],
    ...{ tool: setting.toolHash, id: setting.id, colours: setting.colours },
    faces: [regular, semibold].map(({ family, weight, font }) => [family, weight, font.hash]),
  };
  const file = join(setting.world.cache, 'charts', `${hashOf(JSON.stringify(made))}.json`);
  const cached = readCached<Drawing>(file);
  if (cached) return cached;
  const drawing = await drawn(rows, template, alt, size, setting);
  writeCached(file, drawing);
  return drawing;
}

async function drawn(
  rows: Rows,
  template: string,
  alt: Alt,
  size: ChartSize,
  setting: ChartSetting,
): Promise<Drawing> {
  await readyToMeasure();
  await turn();
  const studio = openStudio(setting, size);
  const wanted = plots[template]?.(rows, studio);
  if (!wanted) throw new Error(`There is no way to draw a ${template} chart`);
  const instead = 'code' in wanted && wanted.code === namesTooLong('').code;
  const plot = instead ? plotDots(rows, studio) : wanted;
  if ('code' in plot) {
    return { svg: '', template, widthMm: 0, heightMm: 0, baseMm: 0, messages: [plot] };
  }
  const drawnAs = instead ? 'dot' : template;
  const frame = {
    width: plot.pad.left + plot.widthPt + plot.pad.right,
    height: plot.pad.top + plot.heightPt + plot.pad.bottom,
    scale: 1,
    alt: alt(drawnAs),
    family: setting.faces.regular.family,
  };
  const compiled = await compiledTemplate(drawnAs, setting.world, setting.toolHash);
  return {
    svg: cleanSvg(parseSvg(await drawPlot(compiled, plot, setting)), frame),
    template: drawnAs,
    widthMm: millimetres(frame.width),
    heightMm: millimetres(frame.height),
    baseMm: millimetres(plot.pad.top + plot.basePt),
    messages: [...(instead ? [wanted] : []), ...plot.messages],
  };
}

const plots: Readonly<Record<string, (rows: Rows, studio: Studio) => Plot | Message>> = {
  bar: plotBars,
  'grouped-bar': plotBars,
  line: plotLines,
  dot: plotDots,
};

function millimetres(pt: number): number {
  return Math.round((pt / ptPerMm) * 1000) / 1000;
}
