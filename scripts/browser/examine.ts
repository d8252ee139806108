import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import type { FoundBrowser, How } from './found.ts';
import { doesNotRun, tooOld } from './messages.ts';
import { askVersion, isRecent } from './version.ts';

/**
 * Turns a program that is there into a browser that may be used, or says why it may not. Its
 * identity is made of its version, path, size and time of change: nothing is hashed.
 */
export async function examine(
  path: string,
  how: How,
  world: World,
  report: Report,
): Promise<FoundBrowser | undefined> {
  try {
    const version = await askVersion(path, world);
    if (!isRecent(version)) {
      report(tooOld(path, version, how === 'environment'));
      return undefined;
    }
    const { size, mtimeMs } = statSync(path);
    const mark = createHash('sha256').update(`${path}\n${size}\n${mtimeMs}`).digest('hex');
    const identity = `${how} ${version} ${process.arch} ${mark.slice(0, 16)}`;
    return { path, how, version, identity, env: {} };
  } catch (error) {
    report(doesNotRun(path, (error as Error).message));
    return undefined;
  }
}
