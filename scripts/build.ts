import type { CommandArgs } from './command/args.ts';
import { EXIT } from './command/exit.ts';
import { carryOut } from './plan/carry-out.ts';
import { closeBuild } from './plan/close.ts';
import { type BootedBrowser, jobsAtOnce } from './plan/early-browser.ts';
import { beginBuild } from './plan/state.ts';
import { startTimings } from './plan/timings.ts';
import { type Progress, startProgress } from './report/progress.ts';
import { openWorld } from './world.ts';

/**
 * `press build`: makes everything once, or what is named. What is done, from content to finished
 * files, stands in plan/carry-out.ts; this begins and ends it.
 *
 * @param browser booting since before this file was read
 */
export async function run(args: CommandArgs, browser: BootedBrowser): Promise<number> {
  const startedMs = performance.now();
  const world = openWorld(args);
  const start = beginBuild(world);
  const timings = startTimings();
  let progress: Progress | undefined;
  const outcome = await carryOut(
    { ...args, format: args.format, edition: args.edition, jobsAtOnce: jobsAtOnce(args) },
    {
      world,
      timings,
      browser: browser.open,
      // The process ends, and its profile goes, while the last files are finished and checked.
      printed: () => void browser.close(),
      planned: (jobs) => {
        progress = startProgress(args, jobs.length);
      },
      done: ({ job, pages }) => progress?.done(job.name, pages),
    },
  );
  progress?.end();
  if (args.signal.aborted) return EXIT.interrupted;
  outcome.findings.unshift(...browser.findings);
  return closeBuild({ ...outcome, args, world, start, startedMs, timings });
}
