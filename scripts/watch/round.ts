import { fault } from '../command/messages.ts';
import { versionOf } from '../command/version.ts';
import { collector, type Finding, weight } from '../finding.ts';
import { carryOut } from '../plan/carry-out.ts';
import type { EarlyBrowser } from '../plan/early-browser.ts';
import { writeManifest } from '../plan/manifest.ts';
import type { Job } from '../plan/plan.ts';
import { beginBuild } from '../plan/state.ts';
import { startTimings } from '../plan/timings.ts';
import type { World } from '../world.ts';
import type { BoardKeeper } from './board.ts';

export interface RoundOptions {
  /** Paths as findings have them; empty the first time. */
  saved: readonly string[];
  browser: EarlyBrowser;
  jobsAtOnce: number;
  signal: AbortSignal;
  /** What the browser had to say when it began; holds as long as it lives. */
  standing: readonly Finding[];
}

/** Makes once what a build would make, and shows each publication as soon as it is done. */
export async function goRound(
  keeper: BoardKeeper,
  world: World,
  { saved, browser, jobsAtOnce, signal, standing }: RoundOptions,
): Promise<void> {
  const startedMs = performance.now();
  const order = {
    ...{ named: [], draft: false, format: undefined, edition: undefined, contactSheet: false },
    ...{ saved, jobsAtOnce, signal },
  };
  const { findings, report } = collector();
  let planned: readonly Job[] = [];
  keeper.begin();
  try {
    beginBuild(world);
    const outcome = await carryOut(order, {
      world,
      timings: startTimings(),
      browser: browser.open,
      planned: (jobs) => {
        planned = jobs;
      },
      done: (made) => {
        if (!signal.aborted) keeper.take(made);
      },
    });
    if (signal.aborted) return;
    findings.push(...outcome.findings);
    writeManifest(world, outcome.made, { isWhole: true, findings }, report);
  } catch (error) {
    if (signal.aborted) return;
    const what = error instanceof Error ? error.message : String(error);
    report(fault(what, versionOf(world.tool)));
  }
  const isSure = !findings.some(({ severity }) => weight(severity, 'draft') === 'error');
  keeper.end(planned, [...standing, ...findings], isSure, performance.now() - startedMs);
}
