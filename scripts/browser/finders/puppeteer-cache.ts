import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../examine.ts';
import type { Finder } from '../found.ts';
import { byVersion, isRecent, versionIn } from '../version.ts';

const PROGRAMS = {
  'chrome-headless-shell': ['chrome-headless-shell', 'chrome-headless-shell.exe'],
  chrome: [
    'chrome',
    'chrome.exe',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
};

/**
 * What `npx puppeteer browsers install` left: the newest headless shell, else the newest Chrome.
 * Its folders are `<browser>/<platform>-<version>/<browser>-<platform>/`.
 */
export const findInPuppeteerCache: Finder = async (world, report) => {
  const home = world.env.HOME ?? homedir();
  const cache = world.env.PUPPETEER_CACHE_DIR ?? join(home, '.cache', 'puppeteer');
  for (const path of programsIn(cache)) {
    const found = await examine(path, 'puppeteer cache', world, report);
    if (found) return found;
  }
  return undefined;
};

function programsIn(cache: string): string[] {
  return Object.entries(PROGRAMS).flatMap(([browser, programs]) =>
    list(join(cache, browser))
      .filter((build) => isRecent(versionIn(build) ?? '0'))
      .sort((a, b) => byVersion(versionIn(b) ?? '', versionIn(a) ?? ''))
      .flatMap((build) =>
        list(join(cache, browser, build)).flatMap((folder) =>
          programs.map((program) => join(cache, browser, build, folder, program)),
        ),
      )
      .filter((path) => existsSync(path)),
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
