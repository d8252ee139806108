import { join } from 'node:path';
import { collector } from '../finding.ts';
import { openWorld } from '../world.ts';
import { type Bench, forget, projectOf } from './bench.ts';
import { finish } from './process.ts';
import { judged, type Results, type Row } from './report.ts';
import { Failed, lastLines, median } from './rounds.ts';

const charts = 100;

/** What one chart more takes when there are many. A process of its own for each run: a warm one draws faster. */
export async function measureCharts(bench: Bench): Promise<Row[]> {
  const values = bench.runs === 1 ? [await drawAll(bench)] : await drawInProcesses(bench);
  return [
    judged({
      what: `a chart, ${charts} drawn`,
      value: median(values),
      unit: 'ms a chart',
      limit: { of: 'value', atMost: 2 },
      note: 'in process, after the first',
    }),
  ];
}

async function drawInProcesses({ world, runs, signal, say }: Bench): Promise<number[]> {
  const values: number[] = [];
  say(`Measuring ${charts} charts …`);
  for (let run = 0; run < runs; run++) {
    const press = join(world.tool, 'scripts/press.mjs');
    const args = [press, 'bench', 'charts', '--runs', '1', '--json'];
    const done = await finish({ program: process.execPath, args }, signal);
    if (done.code !== 0) throw new Failed(`charts: ${lastLines(done)}`);
    values.push((JSON.parse(done.stdout) as Results).rows[0]!.value);
  }
  return values;
}

/** Milliseconds a chart. Every third course of a project has one. */
async function drawAll(bench: Bench): Promise<number> {
  const project = await projectOf(bench, charts * 3);
  forget(project);
  const { readProject } = await import('../content/read.ts');
  const { openDesk } = await import('../layout/desk.ts');
  const world = openWorld({ project });
  const { findings, report } = collector();
  const content = await readProject(world, report);
  const desk = await openDesk(world, content, 'bench', report);
  const setting = desk.setting(
    { publication: content.publications[0]!, format: 'standard' },
    report,
  );
  let beganMs = 0;
  let drawn = 0;
  for (const course of content.courses) {
    for (const [id, facts] of Object.entries(course.facts.charts ?? {})) {
      await setting.chart(course, id, facts, 'wide');
      // What is loaded for the first one is no chart's time.
      if (drawn++ === 0) beganMs = performance.now();
    }
  }
  const wrong = findings.find(({ severity }) => severity === 'error');
  if (wrong) throw new Failed(`charts: ${wrong.message}`);
  return (performance.now() - beganMs) / (drawn - 1);
}
