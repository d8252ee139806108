import { type Dirent, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUnusedFor, noteUse } from '../last-use.ts';
import type { World } from '../world.ts';

/** Longer than from one prospectus to the next piece; what is missed is made again. */
const longDays = 60;
/** A draft that was not moved into place was left by a process that was killed. */
const draftDays = 1;
/** How often a cache is looked through. */
const everyDays = 1;

/**
 * Takes away what no build has used for long, of this project and of this user: pictures, charts,
 * empty documents, compiled code, and the caches of projects that could not keep their own. (What
 * was printed is store.ts's to forget.) Called after a build that made something; a cache is looked
 * through once a day. What another process uses has a new time, so it stays. Never fails.
 */
export function tidyCaches(world: World): void {
  const { cache, userCache } = world;
  noteUse(cache);
  if (isDue(cache)) {
    for (const kind of ['images', 'charts', 'shells']) removeFiles(join(cache, kind), longDays);
    removeFiles(join(cache, 'drafts'), draftDays);
  }
  if (isDue(userCache)) {
    removeFiles(join(userCache, 'compiled'), longDays);
    removeFolders(join(userCache, 'projects'));
  }
}

/** Notes the day; a new cache has nothing that is old. */
function isDue(folder: string): boolean {
  const note = join(folder, 'tidied');
  try {
    const isDue = isUnusedFor(note, everyDays);
    if (isDue) noteUse(note);
    else writeFileSync(note, '', { flag: 'wx' });
    return isDue;
  } catch {
    // It is there, and of today; or the folder cannot be written, and nothing of it taken away.
    return false;
  }
}

function removeFiles(folder: string, days: number): void {
  for (const entry of entriesOf(folder, true)) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) attempt(() => isUnusedFor(path, days) && rmSync(path));
  }
}

/** Moved first, so that nobody finds half of one; and back, if somebody began to use it just then. */
function removeFolders(home: string): void {
  for (const entry of entriesOf(home, false)) {
    const path = join(home, entry.name);
    if (!entry.isDirectory() || !isUnusedFor(path, longDays)) continue;
    const aside = `${path}.${process.pid}`;
    attempt(() => {
      renameSync(path, aside);
      if (isUnusedFor(aside, longDays)) rmSync(aside, { recursive: true });
      else renameSync(aside, path);
    });
  }
}

function entriesOf(folder: string, recursive: boolean): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive });
  } catch {
    return [];
  }
}

/** Another process may be at it, or hold it open: the next time will do. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    return;
  }
}
