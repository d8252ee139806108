import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { findEmbedded } from './finders/embedded.ts';
import { findInEnvironment } from './finders/environment.ts';
import { findInstalled } from './finders/installed.ts';
import { findInPuppeteerCache } from './finders/puppeteer-cache.ts';
import type { Finder, FoundBrowser, How } from './found.ts';
import { noBrowser } from './messages.ts';

/** In the order in which they are tried. */
export const FINDERS: Readonly<Record<How, Finder>> = {
  environment: findInEnvironment,
  embedded: findEmbedded,
  'puppeteer cache': findInPuppeteerCache,
  installed: findInstalled,
};

/**
 * The browser to print with: the first that runs and is recent enough. The first time on a machine
 * the embedded one is unpacked, which takes two to four seconds.
 *
 * @returns undefined, after a finding that says what to do, if there is none
 */
export async function findBrowser(
  world: World,
  report: Report,
  finders: readonly Finder[] = Object.values(FINDERS),
): Promise<FoundBrowser | undefined> {
  for (const find of finders) {
    const found = await find(world, report);
    if (found) return found;
  }
  report(noBrowser());
  return undefined;
}
