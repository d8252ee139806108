import { join } from 'node:path';
import { join as joinParts } from '../assemble/join.ts';
import { readPart } from '../assemble/part.ts';
import type { Browser } from '../browser/browser.ts';
import { checkScreen } from '../check/screen.ts';
import type { Project } from '../content/model.ts';
import { collector, type Finding, weight } from '../finding.ts';
import { dressPart } from '../finish/part.ts';
import { finishScreen } from '../finish/screen.ts';
import type { Desk } from '../layout/desk.ts';
import type { Document } from '../layout/document.ts';
import { layOut } from '../layout/layout.ts';
import { turn } from '../turn.ts';
import type { World } from '../world.ts';
import { layoutFindings } from './layout-findings.ts';
import { heavyFile, noPrintEdition, unsettled } from './messages.ts';
import { filePath, type Job } from './plan.ts';
import { type Printed, printDocument } from './print.ts';
import { promiseOf, trimOf } from './promise.ts';
import { keyOf, type Store } from './store.ts';
import { placeStrays } from './strays.ts';
import type { Timings } from './timings.ts';
import { heaviest } from './weight.ts';
import { writeWhole } from './write.ts';

/** What a job came to. */
export interface Made {
  job: Job;
  findings: Finding[];
  /** Absolute; undefined when nothing was written. */
  file: string | undefined;
  pages: number;
  bytes: number;
  /** Its pages as pictures, where the kind is made for screens and social media. */
  pictures: { file: string; bytes: number }[];
  /** The picture of all its pages, where one was asked for. */
  contactSheet?: { file: string; bytes: number };
  /** Whether it had to be made, or lay in the cache. */
  fresh: boolean;
}

export interface Workshop {
  world: World;
  project: Project;
  desk: Desk;
  store: Store;
  timings: Timings;
  /** Identity of the tool's code, for keys. */
  tool: string;
  /** Opened at the first use; undefined, after findings, when there is none. */
  browser(): Promise<Browser | undefined>;
}

/** A job that came to nothing but findings. */
export function notMade(job: Job, findings: Finding[]): Made {
  return { job, findings, file: undefined, pages: 0, bytes: 0, pictures: [], fresh: false };
}

/**
 * Makes one file: lay out, print, join, finish, check, write. Nothing is written while an error
 * stands; what lay there before stays.
 *
 * @param known what was found in its facts: an error there stops only the writing, so that all
 *   there is to say is said at once
 * @param wasPrinted told as soon as the browser has nothing more to do for it
 */
export async function makePublication(
  job: Job,
  known: readonly Finding[],
  workshop: Workshop,
  wasPrinted: (job: Job) => void,
): Promise<Made> {
  const { world, timings } = workshop;
  const { findings, report } = collector();
  const made = notMade(job, findings);
  if (job.edition === 'print') {
    const { slug, file, facts, places } = job.publication;
    if (!facts.editions.includes('print')) report(noPrintEdition(undefined));
    else report(noPrintEdition(slug), places.editions ?? { file });
    return made;
  }
  const document = await timings.measure('lay out', async () => {
    const setting = await workshop.desk.setting(job, report);
    const look = await workshop.desk.look(job, report);
    // Fonts are loaded while the text is laid out. Without a browser there is a finding, later.
    void workshop.browser().then(
      (browser) => look && browser?.prepare(look.shell),
      () => undefined,
    );
    await turn();
    return setting && look && layOut(setting, look, job.status, job.name);
  });
  if (!document || isStopped(job, findings)) return made;
  const browser = await workshop.browser();
  if (!browser) return made;
  const { store, tool } = workshop;
  const dress = (pdf: Uint8Array, pages: number, isAlone: boolean) => {
    const trims = Array.from({ length: pages }, () => trimOf(document));
    return readPart(dressPart(pdf, trims, 1 / document.geometry.zoom), isAlone);
  };
  const printed = await timings.measure('print', () =>
    printDocument(document, { browser, store, tool, dress }, report),
  );
  wasPrinted(job);
  if (printed === 'unsettled') report(unsettled(document.name));
  if (!printed || printed === 'unsettled') return made;
  for (const { composed } of printed.chunks) {
    layoutFindings(composed, workshop.project, job.publication, report);
  }
  if (isStopped(job, findings)) return made;

  const bytes = await finished(document, printed, workshop, made);
  made.pages = printed.chunks.reduce((sum, { composed }) => sum + composed.survey.pages, 0);
  if (!bytes || isStopped(job, [...known, ...findings])) return made;
  const file = join(world.out, filePath(job));
  made.bytes = bytes.length;
  const { file: source, facts, places } = job.publication;
  if (bytes.length > facts.mostMegabytes * 1_000_000) {
    const parts = heaviest(bytes, workshop.desk.pictureFile);
    const place = places.mostMegabytes ?? { file: source };
    report(heavyFile(bytes.length, facts.mostMegabytes, parts), place);
  }
  if (writeWhole(world, file, bytes, report)) made.file = file;
  return made;
}

/** Joined, finished and checked, or as it lies in the cache; what the check found is kept beside it. */
async function finished(
  document: Document,
  printed: Printed,
  { world, project, desk, store, timings, tool }: Workshop,
  made: Made,
): Promise<Uint8Array | undefined> {
  const promise = promiseOf(document, printed, made.job, project, world);
  const key = keyOf('finished', tool, promise, ...printed.chunks.map(({ pdf }) => pdf));
  const kept = { bytes: store.get(`${key}.pdf`), findings: store.get(`${key}.json`) };
  // Kept without places: lines of content may move while the pages stay.
  const whose = {
    project,
    publication: made.job.publication,
    fonts: desk.brand.fonts.map(({ font }) => font),
    folder: world.project,
  };
  if (kept.bytes && kept.findings) {
    const before = JSON.parse(Buffer.from(kept.findings).toString()) as Finding[];
    made.findings.push(...placeStrays(before, whose));
    return kept.bytes;
  }
  made.fresh = true;
  const { findings, report } = collector();
  // What was printed just now is ready: it was dressed while the next chunk was printed.
  const parts = await timings.measure('finish', () => printed.chunks.map(({ ready }) => ready()));
  const joined = await timings.measure('assemble', () => joinParts(parts, report));
  const bytes = await timings.measure('finish', () => finishScreen(joined, promise));
  for (const message of await timings.measure('check', () => checkScreen(bytes, promise)))
    report(message);
  made.findings.push(...placeStrays(findings, whose));
  store.put(`${key}.pdf`, bytes);
  store.put(`${key}.json`, Buffer.from(JSON.stringify(findings)));
  return bytes;
}

function isStopped({ status }: Job, findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => weight(severity, status) === 'error');
}
