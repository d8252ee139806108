import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { attempt, Lost } from './attempt.ts';
import { firstSandbox, NotStarted, startEngine } from './engine.ts';
import { findBrowser } from './find.ts';
import { hasFonts, writeFontconfig } from './fontconfig.ts';
import type { FoundBrowser } from './found.ts';
import { openGate } from './gate.ts';
import { cacheNotPrivate, crashed, noFonts, notStarted, tooSlow } from './messages.ts';
import { openPool, type Pool, type Seat } from './pool.ts';
import { NotPrivate } from './private-folder.ts';
import { openSheet, type Sheet } from './sheet.ts';
import type { Errand, Tab } from './tab.ts';

export interface BrowserOptions {
  /** What `findBrowser` found, if that was done already. */
  found?: FoundBrowser;
  /** Absolute folders of the only fonts there are. */
  fontFolders: readonly string[];
  /** Absolute folders whose files may be loaded. The shells must lie in one of them. */
  allow: readonly string[];
  /** Documents at once. */
  jobs: number;
  /** A browser process is followed by a fresh one after so many documents. */
  documentsPerBrowser: number;
  /** Browser processes side by side, 1 if not given: pages of one process are as fast. */
  browsers?: number;
  /** The time limit of a document of so many pages, in milliseconds. */
  limitMs?: (pages: number) => number;
  /** Ends everything at once: what is being made is rejected with its reason. */
  signal?: AbortSignal;
}

export interface Job {
  /** The publication, as messages name it. */
  name: string;
  /** Path of an HTML document with a head and an empty body, named by its content. */
  shell: string;
  /** About how many pages it will have: the time limit grows with them. */
  pages: number;
  /** Where its findings go; to the browser's own `report` if not given. */
  report?: Report;
}

/** A browser for one build, or for a long watch: pages are kept and used again. */
export interface Browser extends AsyncDisposable {
  version: string;
  /** For cache keys: as `FoundBrowser.identity`. */
  identity: string;
  /**
   * Does work on an empty document. A page that crashes or hangs is replaced and the work done once
   * more, so it must be repeatable.
   *
   * @returns undefined, after a finding, if it could not be made
   * @throws what the work throws
   */
  run<T>(job: Job, work: (sheet: Sheet) => Promise<T>): Promise<T | undefined>;
  /** Loads a shell that a document will soon ask for, while that is being laid out. */
  prepare(shell: string): void;
  /** Ends the browser and takes away all it wrote. */
  close(): Promise<void>;
}

const ATTEMPTS = 2;

/** Thirty seconds, and one more for each page: a page takes 10 to 60 ms on a machine of its own. */
const limitFor = (pages: number) => (30 + pages) * 1000;

/**
 * Starts a browser. The process boots while the caller goes on reading its own code, so call this
 * first and await it late.
 *
 * @returns undefined, after a finding that says what to do, if there is none that works
 */
export async function openBrowser(
  world: World,
  options: BrowserOptions,
  report: Report,
): Promise<Browser | undefined> {
  const found = options.found ?? (await findBrowser(world, report));
  if (!found) return undefined;
  if (!hasFonts(options.fontFolders)) {
    report(noFonts(options.fontFolders));
    return undefined;
  }
  let fontconfig: string;
  try {
    fontconfig = writeFontconfig(world, options.fontFolders);
  } catch (error) {
    reportStart(error, found.path, world, report);
    return undefined;
  }
  const sandbox = firstSandbox(report);
  const pool = openPool({
    seats: options.jobs,
    houses: Math.min(options.browsers ?? 1, options.jobs),
    documentsPerBrowser: options.documentsPerBrowser,
    start: () => startEngine(found, world, fontconfig, sandbox, report),
    gate: openGate(world, options.allow),
  });
  try {
    await pool.warm();
  } catch (error) {
    reportStart(error, found.path, world, report);
    return undefined;
  }

  let ended: unknown;
  let stopping: Promise<void> | undefined;
  const end = (reason: unknown) => {
    ended ??= reason;
    stopping ??= pool.stop();
    return stopping;
  };
  const abort = () => void end(options.signal?.reason);
  options.signal?.addEventListener('abort', abort, { once: true });
  if (options.signal?.aborted) abort();
  const close = () => end(new Error('The browser was closed.'));

  return {
    version: found.version,
    identity: found.identity,
    prepare: pool.prepare,
    close,
    [Symbol.asyncDispose]: close,
    async run(job, work) {
      const to = job.report ?? report;
      const errand = openErrand(job.name, to);
      const limitMs = (options.limitMs ?? limitFor)(job.pages);
      for (let left = ATTEMPTS; left > 0; ) {
        const seat = await pool.take(job.shell);
        try {
          if (ended) throw ended;
          return await once(pool, seat, limitMs, async (tab) =>
            work(await openSheet(tab, job.shell, errand)),
          );
        } catch (error) {
          if (ended) throw ended;
          if (!(error instanceof Lost)) {
            reportStart(error, found.path, world, to);
            return undefined;
          }
          if (!error.blameless) left--;
          if (left > 0) continue;
          const slow = error.why === 'slow';
          to(slow ? tooSlow(job.name, job.pages, limitMs) : crashed(job.name));
        } finally {
          pool.give(seat);
        }
      }
      return undefined;
    },
  };
}

async function once<T>(
  pool: Pool,
  seat: Seat,
  limitMs: number,
  work: (tab: Tab) => Promise<T>,
): Promise<T> {
  const engine = await pool.enter(seat);
  try {
    return await attempt(engine, limitMs, () => pool.tabOf(seat, engine), work);
  } finally {
    pool.leave(engine);
  }
}

/** Says each thing once, however often the document is tried. */
function openErrand(name: string, report: Report): Errand {
  const said = new Set<string>();
  return {
    name,
    refused: new Set(),
    refusedFont: false,
    say(message) {
      if (said.has(message.message)) return;
      said.add(message.message);
      report(message);
    },
  };
}

/** @throws what is no failure to start */
function reportStart(error: unknown, path: string, world: World, report: Report): void {
  if (error instanceof NotStarted) report(notStarted(path, error.message));
  else if (error instanceof NotPrivate) report(cacheNotPrivate(world.userCache, error.message));
  else throw error;
}
