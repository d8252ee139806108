import { join } from 'node:path';
import { type Bench, bareNode, build, forget, projectOf } from './bench.ts';
import { slugOf } from './course-file.ts';
import { finish } from './process.ts';
import { judged, type Row } from './report.ts';
import { type Contender, inTurn } from './rounds.ts';

/**
 * `lint --fit` on all course sheets of the largest project against making them, both with nothing
 * kept from before: who only asks what fits must not wait for printing.
 */
export async function measureFit(bench: Bench): Promise<Row[]> {
  const courses = bench.sizes.at(-1) ?? 1;
  const project = await projectOf(bench, courses);
  const slugs = Array.from({ length: courses }, (_, i) => slugOf(i));
  const before = () => forget(project);
  const making = build(bench, project, slugs, { name: `${courses} course sheets, made`, before });
  const { world, signal } = bench;
  const args = [join(world.tool, 'scripts/press.mjs'), 'lint', ...slugs, '--fit', '--json'];
  const fitting: Contender = {
    name: `${courses} course sheets, lint --fit`,
    before,
    run: () => finish({ program: process.execPath, args: [...args, '--project', project] }, signal),
  };
  bench.say(`Measuring ${fitting.name} …`);
  const measured = await inTurn([making, fitting], bareNode(bench), bench.runs);
  const [made, fitted] = [measured.get(making.name)!, measured.get(fitting.name)!];
  return [
    { what: making.name, value: made.ms, unit: 'ms', toNode: made.ms / made.nodeMs },
    { what: fitting.name, value: fitted.ms, unit: 'ms', toNode: fitted.ms / fitted.nodeMs },
    judged({
      what: 'lint --fit against making the sheets',
      value: fitted.ms / made.ms,
      unit: 'times',
      limit: { of: 'value', atMost: 1 / 3 },
    }),
  ];
}
