import { availableParallelism } from 'node:os';
import type { CommandArgs } from './command/args.ts';
import { EXIT } from './command/exit.ts';
import { inputsOf } from './content/inputs.ts';
import { readProject } from './content/read.ts';
import { collector } from './finding.ts';
import { openDesk } from './layout/desk.ts';
import { lintFacts } from './lint/facts.ts';
import { closeBuild } from './plan/close.ts';
import { browserWhenNeeded } from './plan/early-browser.ts';
import { planJobs } from './plan/plan.ts';
import { inPool } from './plan/pool.ts';
import { type Made, makePublication } from './plan/publication.ts';
import { beginBuild } from './plan/state.ts';
import { openStore } from './plan/store.ts';
import { startTimings } from './plan/timings.ts';
import { startProgress } from './report/progress.ts';
import { openWorld } from './world.ts';

/*
 * The build, from content to finished files:
 *
 *   read -> plan -> for each publication: lay out -> print -> assemble -> finish -> check -> write
 *
 * All problems of all files are collected and shown at the end; a publication with an error is not
 * written, and what lay there before stays.
 */
export async function run(args: CommandArgs): Promise<number> {
  const startedMs = performance.now();
  const world = openWorld(args);
  const start = beginBuild(world);
  const timings = startTimings();
  const { findings, report } = collector();
  const jobsAtOnce = args.jobs ?? Math.max(1, Math.min(4, availableParallelism()));
  // The browser boots while content is read and laid out.
  await using browser = browserWhenNeeded(world, { jobs: jobsAtOnce }, report);

  const project = await timings.measure('read', () => readProject(world, report));
  const jobs = planJobs(
    project,
    { named: args.named, draft: args.draft, edition: args.edition },
    report,
  );
  const desk = await timings.measure('lay out', () => openDesk(world, project, report));
  const workshop = {
    world,
    project,
    desk,
    store: openStore(`${world.cache}/made`),
    timings,
    browser: browser.open,
    force: args.force,
  };
  const progress = startProgress(args, jobs.length);
  let validUntil: string | undefined;
  const made = await inPool(jobs, jobsAtOnce * 2, async (job): Promise<Made> => {
    const nothing = { job, findings: [], file: undefined, pages: 0, bytes: 0, fresh: false };
    if (args.signal.aborted) return nothing;
    const lint = lintFacts(project, job.publication, world.asOf);
    if (lint.changesOn && (!validUntil || lint.changesOn < validUntil))
      validUntil = lint.changesOn;
    const result = await makePublication(job, workshop);
    result.findings.unshift(...lint.findings);
    progress.done(job.name, result.pages);
    return result;
  });
  progress.end();
  if (args.signal.aborted) return EXIT.interrupted;
  const inputs = inputsOf(project, world.project);
  return closeBuild({ args, world, start, startedMs, timings, inputs, validUntil, findings, made });
}
