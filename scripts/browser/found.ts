import type { Report } from '../finding.ts';
import type { World } from '../world.ts';

/** The ways in which a browser can be found. */
export type How = 'environment' | 'embedded' | 'puppeteer cache' | 'installed';

/** A browser that runs here and is recent enough. */
export interface FoundBrowser {
  /** Its program, absolute. */
  path: string;
  how: How;
  /** Four numbers, such as `153.0.8010.0`. */
  version: string;
  /** For cache keys: another build of a browser, or another processor family, has another one. */
  identity: string;
  /** What its process needs beside the usual: `LD_LIBRARY_PATH`. */
  env: Record<string, string>;
}

/** One way of looking: a browser, or nothing, with a finding where something was refused. */
export type Finder = (world: World, report: Report) => Promise<FoundBrowser | undefined>;
