import type { CommandArgs } from './command/args.ts';
import { calledAs } from './command/called.ts';
import { EXIT } from './command/exit.ts';
import { readProject } from './content/read.ts';
import { collector, weight } from './finding.ts';
import { openDesk } from './layout/desk.ts';
import { layOut } from './layout/layout.ts';
import { lintFacts } from './lint/facts.ts';
import { planJobs } from './plan/plan.ts';
import { toolIdentity } from './plan/tool-identity.ts';
import { isSpoilt } from './plan/touch.ts';
import { jsonAnswer } from './report/findings.ts';
import { formatFindings } from './report/text.ts';
import { openWorld } from './world.ts';

/** `press lint`: all that can be said without printing, of the project and of each publication. */
export async function run(args: CommandArgs): Promise<number> {
  const world = openWorld(args);
  const { findings, report } = collector();
  const project = await readProject(world, report);
  const desk = await openDesk(world, project, toolIdentity(world.tool), report);
  const unread = [...findings];
  const jobs = planJobs(
    project,
    { named: [], draft: false, format: undefined, edition: undefined },
    report,
  );
  const groups = [{ findings, status: 'draft' as 'draft' | 'final', publication: '' }];
  for (const job of jobs) {
    const { publication, status, name } = job;
    const piece = collector();
    piece.findings.push(...lintFacts(project, publication, world.asOf).findings);
    // As in a build: what was left out because it cannot be read would be missed again.
    const look = isSpoilt(publication, unread) ? undefined : await desk.look(job, piece.report);
    if (look) await layOut(desk.setting(job, piece.report), look, status, name);
    groups.push({ findings: piece.findings, status, publication: name });
  }
  const failed = groups.some((group) =>
    group.findings.some(({ severity }) => {
      const counts = weight(severity, group.status);
      return counts === 'error' || (args.strict && counts === 'warning');
    }),
  );
  const exit = failed ? EXIT.findings : EXIT.done;
  const { project: folder } = world;
  const said = args.json
    ? `${JSON.stringify(jsonAnswer(groups, { exit, project: folder }), undefined, 2)}\n`
    : formatFindings(groups, {
        project: folder,
        press: calledAs(world),
        colour: process.stdout.isTTY === true,
      });
  process.stdout.write(said || 'Nothing found.\n');
  return exit;
}
