import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectCacheFolder, userCacheFolder } from './setup/folders.mjs';

/**
 * The outside world, in one object: every stage gets it, none asks the process for a clock, a
 * folder or an environment variable by itself. That is what makes the same input give the same bytes.
 */
export interface World {
  /** The project: the folder that has `content/`. Absolute. Nothing outside it is read. */
  project: string;
  /** The tool's own folder (it has `templates/`), absolute. */
  tool: string;
  /** Made things that can be made again, keyed by content: below the project where it can be written, never shared. */
  cache: string;
  /** What all projects of this user share: the unpacked browser. Private (0700). */
  userCache: string;
  /** Where what is made goes; `output/` of the project unless `--out` says otherwise. */
  out: string;
  /** Today, or `--as-of`: drives findings only, never a byte of a file. `YYYY-MM-DD`. */
  asOf: string;
  /** `SOURCE_DATE_EPOCH` as an ISO date and time, if set: goes into files. */
  stamp: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
}

export interface WorldOptions {
  project?: string;
  out?: string;
  asOf?: string;
}

/** The world of this process. The only place that reads the clock and the environment. */
export function openWorld(options: WorldOptions = {}): World {
  const env = process.env;
  const project = resolve(options.project ?? '.');
  const epoch = env.SOURCE_DATE_EPOCH;
  const userCache = userCacheFolder(env);
  return {
    project,
    tool: toolFolder(),
    cache: projectCacheFolder(project, userCache),
    userCache,
    out: resolve(options.out ?? join(project, 'output')),
    asOf: options.asOf ?? localDate(new Date()),
    stamp: epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000).toISOString() : undefined,
    env,
  };
}

/** The folder above this file; the bundle lies one folder deep as this source does. */
function toolFolder(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}

function localDate(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
