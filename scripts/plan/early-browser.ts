import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, openBrowser } from '../browser/browser.ts';
import { collector, type Finding, type Report } from '../finding.ts';
import { once } from '../once.ts';
import { openWorld, type World, type WorldOptions } from '../world.ts';

/** A browser that boots while other work goes on, and is closed with the scope that asked for it. */
export interface EarlyBrowser extends AsyncDisposable {
  /** Undefined, after findings, when there is none to use. */
  open(): Promise<Browser | undefined>;
  /** Ends it before the scope does, once there is no more to print. */
  close(): Promise<void>;
}

/** @param isLate boots it when it is first asked for: perhaps nobody does */
export function browserWhenNeeded(
  world: World,
  { jobs, signal, isLate = false }: { jobs: number; signal?: AbortSignal; isLate?: boolean },
  report: Report,
): EarlyBrowser {
  const opening = once(() => {
    const made = openBrowser(
      world,
      {
        // A project's own fonts come by @font-face, read in the renderer's sandbox; the browser
        // process itself opens every file of these folders as a possible font.
        fontFolders: [join(world.tool, 'templates/fonts')],
        allow: [world.cache, join(world.tool, 'templates/fonts'), join(world.project, 'content')],
        jobs,
        documentsPerBrowser: 400,
        signal,
      },
      report,
    );
    // A fault is told to whoever asks for the browser, not to nobody.
    made.catch(() => undefined);
    return made;
  });
  let isWanted = !isLate;
  if (!isLate) void opening();
  const open = () => {
    isWanted = true;
    return opening();
  };
  const close = async () => {
    if (!isWanted) return;
    const browser = await opening().catch(() => undefined);
    await browser?.close();
  };
  return { open, close, [Symbol.asyncDispose]: close };
}

/** The browser of a command that is to have one first of all, and what was said of it. */
export interface BootedBrowser extends EarlyBrowser {
  findings: readonly Finding[];
}

/**
 * Starts the browser of a command from its arguments alone. The file has little to import: the
 * process boots while the command's own code is read, which takes as long.
 */
export function bootBrowser(
  args: WorldOptions & {
    jobs?: number | undefined;
    format?: string | undefined;
    signal: AbortSignal;
  },
): BootedBrowser {
  const { findings, report } = collector();
  // Pages of the web are made without one.
  const isLate = args.format === 'html';
  const options = { jobs: jobsAtOnce(args), signal: args.signal, isLate };
  return { ...browserWhenNeeded(openWorld(args), options, report), findings };
}

/** Documents that are laid out at once: one a core, and no more than four, unless `--jobs` says. */
export function jobsAtOnce({ jobs }: { jobs?: number | undefined }): number {
  return jobs ?? Math.max(1, Math.min(4, availableParallelism()));
}
