/**
 * The process that draws an author's own Vega or Vega-Lite specification: a stranger's program, in
 * a way. It runs with Vega's expression interpreter, without `eval`, without leave to read a file
 * of the project, to write, or to start anything, with a heap of its own; what it wants to read
 * it asks its parent for. Its clock stands still and its dice always fall alike.
 */
import type { View } from 'vega';
import { type Font, openFont } from '../../fonts/font.ts';
import { measure, readyToMeasure } from '../../fonts/measure.ts';
import { chartFeatures } from '../plot/lettering.ts';
import { readDelimited } from './delimited.ts';
import type { FromChild, Job, ToChild } from './protocol.ts';
import type { Untyped } from './vega-all.ts';

/** This module's own address: in the bundle it is a file of its own. */
export const here = import.meta.url;

/** Answers one job and ends when the parent hangs up. */
export function serve(): void {
  const wanted = new Map<number, (text: string | undefined) => void>();
  const tell = (message: FromChild) => process.send?.(message);
  const load = (uri: string) =>
    new Promise<string>((resolve, reject) => {
      const id = wanted.size;
      wanted.set(id, (text) => (text === undefined ? reject(new Error('refused')) : resolve(text)));
      tell({ kind: 'load', id, uri });
    });
  // A refused link leaves a promise that nobody looks at.
  process.on('unhandledRejection', () => undefined);
  process.on('message', (message: ToChild) => {
    if (message.kind === 'file') wanted.get(message.id)?.(message.text);
    else {
      draw(message.job, load).then(tell, (fault) =>
        tell({ kind: 'fault', detail: fault instanceof Error ? fault.message : String(fault) }),
      );
    }
  });
}

async function draw(job: Job, load: (uri: string) => Promise<string>): Promise<FromChild> {
  stopTheClock();
  const { loadVega } = await import('./vega-all.ts');
  const { vega, untyped, vegaLite, expressionInterpreter } = await loadVega(job.language);
  await readyToMeasure();
  measureWith(untyped, job.faces);
  for (const [type, delimiter] of [
    ['csv', ','],
    ['tsv', '\t'],
    ['dsv', undefined],
  ] as const) {
    untyped.formats(type, readDelimited(delimiter));
  }
  untyped.setRandom(untyped.randomLCG(1));
  const warnings: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, words) => {
    warnings.push([...words].map(String).join(' '));
  });
  const spec = vegaLite
    ? vegaLite.compile(job.spec as never, { config: job.config as never, logger: logger as never })
        .spec
    : job.spec;
  const config = vegaLite ? undefined : job.config;
  const runtime = vega.parse(spec as never, config as never, { ast: true });
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: 'none',
    logger,
    loader: {
      load,
      // Links and pictures lead nowhere.
      sanitize: () => Promise.resolve({ href: '' }),
      http: () => Promise.reject(new Error('refused')),
      file: () => Promise.reject(new Error('refused')),
    } as never,
  });
  await settle(view);
  return { kind: 'drawn', svg: await view.toSVG(), warnings };
}

async function settle(view: View): Promise<void> {
  await view.runAsync();
  await view.resize().runAsync();
}

function measureWith({ textMetrics }: Untyped, faces: Job['faces']): void {
  const fonts: Record<'regular' | 'semibold', Font> = {
    regular: openFont(faces.regular.bytes),
    semibold: openFont(faces.semibold.bytes),
  };
  textMetrics.width = (item, text) => {
    const strong = item.fontWeight === 'bold' || Number(item.fontWeight) >= faces.semibold.weight;
    const font = strong ? fonts.semibold : fonts.regular;
    return measure(font, String(text ?? '').trim(), item.fontSize ?? 11, chartFeatures);
  };
}

/** The same bytes tomorrow: `now()` is always the same moment, `random()` the same row of numbers. */
function stopTheClock(): void {
  const moment = Date.UTC(2000, 0, 1);
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, self) =>
      Reflect.construct(target, given.length === 0 ? [moment] : given, self),
    apply: () => new RealDate(moment).toString(),
    get: (target, key) => (key === 'now' ? () => moment : Reflect.get(target, key)),
  });
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed / 0x7fffffff;
  };
}
