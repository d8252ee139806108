import type { Browser } from '../browser/browser.ts';
import { inputsOf } from '../content/inputs.ts';
import { readProject } from '../content/read.ts';
import { collector, type Finding } from '../finding.ts';
import { openDesk } from '../layout/desk.ts';
import { inPool } from '../layout/pool.ts';
import { lintFacts } from '../lint/facts.ts';
import { turn } from '../turn.ts';
import type { World } from '../world.ts';
import { addContactSheet } from './contact-sheet.ts';
import { diskFault } from './disk.ts';
import { keepYoungHeapSmall } from './memory.ts';
import { addPictures } from './pictures.ts';
import { type Job, type PlanRequest, planJobs } from './plan.ts';
import { openProofs } from './proofs.ts';
import { type Made, makePublication, notMade } from './publication.ts';
import { openStore } from './store.ts';
import type { Timings } from './timings.ts';
import { toolIdentity } from './tool-identity.ts';
import { isAbout, isSpoilt } from './touch.ts';
import { makeWebPage } from './web-page.ts';

/** Up to so many publications memory is no matter. */
const few = 10;

export interface Order extends PlanRequest {
  jobsAtOnce: number;
  contactSheet: boolean;
  /** Makes everything again, changed or not. */
  force?: boolean;
  /** Files that were just saved: what is about nothing else is made first, and seen at once. */
  saved?: readonly string[];
  /** Ends the work: what was not begun is not made. */
  signal: AbortSignal;
}

export interface Means {
  world: World;
  timings: Timings;
  /** Undefined, after findings, when there is none. */
  browser(): Promise<Browser | undefined>;
  /** Told what will be made, of each that it is done, and when the browser has nothing left to do. */
  planned?(jobs: readonly Job[]): void;
  done?(made: Made): void;
  printed?(): void;
}

export interface Outcome {
  /** What concerns the project; each publication has its own. */
  findings: Finding[];
  made: Made[];
  /** Pictures of crops that lose what must stay: absolute paths. */
  proofs: string[];
  /** What was read, for the record of freshness: absolute paths. */
  inputs: { files: string[]; folders: string[] };
  /** The first day (YYYY-MM-DD) on which findings could change. */
  validUntil: string | undefined;
}

/**
 * The one way to make things: read, plan, then for each publication lay out, print, assemble,
 * finish, check and write. All problems of all files are collected; a publication with an error is
 * not written, and what lay there before stays.
 */
export async function carryOut(order: Order, means: Means): Promise<Outcome> {
  try {
    return await makeAll(order, means);
  } catch (fault) {
    const message = diskFault(fault, means.world);
    if (!message) throw fault;
    return {
      ...{ findings: [message], made: [], proofs: [] },
      ...{ inputs: { files: [], folders: [] }, validUntil: undefined },
    };
  }
}

async function makeAll(order: Order, means: Means): Promise<Outcome> {
  const { world, timings, browser } = means;
  const { findings, report } = collector();
  const project = await timings.measure('read', () => readProject(world, report));
  await turn();
  const unread = [...findings];
  const jobs = planJobs(project, order, report);
  const tool = toolIdentity(world.tool);
  const proofs = openProofs(world, report);
  const desk = await timings.measure('lay out', () =>
    openDesk(world, project, tool, report, { keepProof: proofs.keep }),
  );
  await turn();
  const kept = openStore(`${world.cache}/made`);
  // With --force nothing is taken from the cache; what is made is kept all the same.
  const store = order.force ? { ...kept, get: () => undefined } : kept;
  const workshop = { world, project, desk, store, timings, tool, browser };
  means.planned?.(jobs);
  if (jobs.length > few) keepYoungHeapSmall();

  let validUntil: string | undefined;
  let hasLeft = false;
  const unprinted = new Set(jobs);
  const wasPrinted = (job: Job) => {
    if (unprinted.delete(job) && unprinted.size === 0) means.printed?.();
  };
  const make = async (job: Job): Promise<Made> => {
    const lint = lintFacts(project, job.publication, world.asOf);
    if (lint.changesOn && !(validUntil && validUntil <= lint.changesOn))
      validUntil = lint.changesOn;
    const isLeft = order.signal.aborted || isSpoilt(job.publication, unread);
    hasLeft ||= isLeft;
    const made = isLeft
      ? notMade(job, [])
      : job.format === 'html'
        ? await makeWebPage(job, lint.findings, workshop)
        : await makePublication(job, lint.findings, workshop, wasPrinted);
    wasPrinted(job);
    made.findings.unshift(...lint.findings);
    await addPictures(made, workshop);
    if (order.contactSheet && job.format !== 'html') await addContactSheet(made, workshop);
    means.done?.(made);
    return made;
  };
  const isFirst = ({ publication }: Job) =>
    order.saved?.some((file) => isAbout(file, publication)) ?? false;
  const made: Made[] = [];
  for (const some of [jobs.filter(isFirst), jobs.filter((job) => !isFirst(job))]) {
    made.push(...(await inPool(some, order.jobsAtOnce * 2, make)));
  }
  made.sort((a, b) => jobs.indexOf(a.job) - jobs.indexOf(b.job));
  // What was left out would have used more than is noted.
  const isWhole = !order.named.length && !order.format && !order.edition;
  if (!hasLeft) store.prune(isWhole ? 'whole' : 'part');
  if (!hasLeft && isWhole) proofs.prune();
  return {
    findings,
    made,
    proofs: proofs.files(),
    inputs: inputsOf(project, world.project),
    validUntil,
  };
}
