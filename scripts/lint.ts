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
import { findingsJson, formatFindings } from './report/text.ts';
import { openWorld } from './world.ts';

/** `press lint`: all that can be said without printing, of the project and of each publication. */
export async function run(args: CommandArgs): Promise<number> {
  const world = openWorld(args);
  const { findings, report } = collector();
  const project = await readProject(world, report);
  const desk = await openDesk(world, project, toolIdentity(world.tool), report);
  const unread = [...findings];
  const jobs = planJobs(project, { named: [], draft: false, edition: undefined }, report);
  const groups = [{ findings, status: 'draft' as 'draft' | 'final', publication: '' }];
  for (const { publication, status, name } of jobs) {
    const piece = collector();
    piece.findings.push(...lintFacts(project, publication, world.asOf).findings);
    // As in a build: what was left out because it cannot be read would be missed again.
    const look = isSpoilt(publication, unread)
      ? undefined
      : await desk.look(publication.facts.kind);
    if (look) await layOut(desk.setting(publication, piece.report), look, status, name);
    groups.push({ findings: piece.findings, status, publication: name });
  }
  if (args.json) process.stdout.write(`${JSON.stringify(findingsJson(groups), undefined, 2)}\n`);
  else
    process.stdout.write(
      formatFindings(groups, {
        project: world.project,
        press: calledAs(world),
        colour: process.stdout.isTTY === true,
      }) || 'Nothing found.\n',
    );
  const failed = groups.some((group) =>
    group.findings.some(({ severity }) => {
      const counts = weight(severity, group.status);
      return counts === 'error' || (args.strict && counts === 'warning');
    }),
  );
  return failed ? EXIT.findings : EXIT.done;
}
