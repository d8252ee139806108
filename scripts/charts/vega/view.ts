import type { View } from 'vega';
import { measure } from '../../fonts/measure.ts';
import { turn } from '../../turn.ts';
import type { ChartSetting } from '../chart.ts';
import { chartFeatures } from '../plot/lettering.ts';
import type { Plot } from '../plot/plot.ts';
import type { Compiled } from './compile.ts';

/** Paper, where a ring has to cover the line it sits on. */
const paper = '#ffffff';

/** Views kept for the next chart of the same template. */
const mostViews = 8;

type Vega = typeof import('./vega.ts');

/**
 * Draws a plot with a compiled template: Vega's own SVG, to be cleaned. The View of a template is
 * kept and given the next chart's rows and signals; it is resized and run twice, for after one run
 * what depends on what changed is not settled yet. One drawing at a time: Vega measures text by
 * one function for the whole process.
 */
export function drawPlot(compiled: Compiled, plot: Plot, setting: ChartSetting): Promise<string> {
  const drawing = queue.then(async () => {
    const vega = await import('./vega.ts');
    // Reading Vega takes as long as the browser's next answer, which should not wait for more.
    await turn();
    return draw(vega, compiled, plot, setting);
  });
  queue = drawing.catch(() => undefined);
  return drawing;
}

let queue: Promise<unknown> = Promise.resolve();

async function draw(
  vega: Vega,
  compiled: Compiled,
  plot: Plot,
  { faces, colours }: ChartSetting,
): Promise<string> {
  const { regular, semibold } = faces;
  vega.textMetrics.width = (item, text) =>
    measure(
      (Number(item.fontWeight) >= semibold.weight ? semibold : regular).font,
      String(text ?? ''),
      item.fontSize ?? 0,
      chartFeatures,
    );
  const view = openView(vega, compiled);
  const signals: Record<string, unknown> = {
    ink: { ...colours, paper },
    family: regular.family,
    regular: regular.weight,
    semibold: semibold.weight,
    low: plot.low,
    high: plot.high,
  };
  const { signals: known, data } = names(compiled);
  for (const [name, value] of Object.entries(signals))
    if (known.has(name)) view.signal(name, value);
  const sets = {
    bars: plot.bars,
    strokes: plot.strokes,
    lines: plot.lines,
    points: plot.points,
    labels: plot.labels,
  };
  for (const [name, rows] of Object.entries(sets)) {
    if (!data.has(name)) continue;
    view.change(
      name,
      vega
        .changeset()
        .remove(vega.truthy)
        .insert(rows.map((row) => ({ ...row }))),
    );
  }
  view.width(plot.widthPt).height(plot.heightPt).padding(plot.pad);
  await view.resize().runAsync();
  await turn();
  await view.runAsync();
  return view.toSVG();
}

const views = new Map<string, View>();

function openView(vega: Vega, compiled: Compiled): View {
  const kept = views.get(compiled.from);
  if (kept) return kept;
  const runtime = vega.parse(compiled.spec as never, undefined, { ast: true });
  const view = new vega.View(runtime, {
    expr: vega.expressionInterpreter,
    renderer: 'none',
    loader: closedLoader as never,
    logger: vega.logger(vega.logErrors),
  });
  const [oldest] = views.keys();
  if (views.size >= mostViews && oldest !== undefined) {
    views.get(oldest)?.finalize();
    views.delete(oldest);
  }
  views.set(compiled.from, view);
  return view;
}

/** A template has all its data already: it loads nothing. */
const refuse = () => Promise.reject(new Error('a chart template may not load anything'));
const closedLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** What a specification declares: setting anything else would be a fault. */
function names({ spec }: Compiled): { signals: Set<string>; data: Set<string> } {
  const { signals = [], data = [] } = spec as Record<'signals' | 'data', { name: string }[]>;
  const of = (list: { name: string }[]) => new Set(list.map(({ name }) => name));
  return { signals: of(signals), data: of(data) };
}
