import { relative } from 'node:path';
import type { CommandArgs } from './command/args.ts';
import { calledAs } from './command/called.ts';
import { EXIT } from './command/exit.ts';
import { asText } from './command/say.ts';
import { collector, type Message } from './finding.ts';
import { browserWhenNeeded, jobsAtOnce } from './plan/early-browser.ts';
import { openBoard } from './watch/board.ts';
import { collectChanges } from './watch/changes.ts';
import { cannotWatch, portTaken } from './watch/messages.ts';
import { goRound } from './watch/round.ts';
import { openSite } from './watch/site.ts';
import { openTeller } from './watch/teller.ts';
import { watchFolders } from './watch/tree.ts';
import { openWorld } from './world.ts';

/** A save is several events within a few milliseconds. */
const quietMs = 60;

/**
 * `press watch`: keeps the browser open, makes again what a save touches, and shows it on a local
 * page until Ctrl-C. A save while things are made is followed by another round.
 */
export async function run(args: CommandArgs): Promise<number> {
  const { signal } = args;
  const world = openWorld(args);
  const { findings: standing, report } = collector();
  const jobs = jobsAtOnce(args);
  await using browser = browserWhenNeeded(world, { jobs, signal }, report);
  const changes = collectChanges(quietMs, signal);
  // From before the first reading on, so that no save is missed.
  using tree = follow(world.project, changes.add, report);
  const keeper = openBoard();
  await using site = await openSite(keeper, world, args.port ?? 0);
  if (!site) report(portTaken(args.port ?? 0));
  if (!tree || !site || !(await browser.open())) return stopped(standing);

  const tell = openTeller(world.project, calledAs(world));
  process.stdout.write(`Open ${site.address} in a browser. Ctrl-C ends it.\n`);
  for (let saved: string[] = []; !signal.aborted; saved = await changes.next()) {
    const files = saved.map((path) => relative(world.project, path).replaceAll('\\', '/'));
    const means = { saved: files, browser, jobsAtOnce: jobs, signal, standing };
    await goRound(keeper, openWorld(args), means);
    if (!signal.aborted) tell(keeper.board);
  }
  return EXIT.interrupted;
}

function follow(project: string, changed: (path: string) => void, report: (m: Message) => void) {
  try {
    return watchFolders(project, ['content', 'templates'], changed);
  } catch (error) {
    report(cannotWatch(error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

function stopped(findings: readonly Message[]): number {
  process.stderr.write(findings.map(asText).join(''));
  return EXIT.machine;
}
