import { statSync, utimesSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What was unpacked half by a process that ended is taken away after this time. */
const STALE_MS = HOUR_MS;

/** A browser of 250 MB that nobody has started for so long is of a version that is gone. */
const UNUSED_MS = 30 * DAY_MS;

/** The file of an unpacked browser whose time says when it was used last, to the day. */
export const NOTE = 'contents.json';

export function noteUse(folder: string): void {
  const note = join(folder, NOTE);
  const now = new Date();
  try {
    if (now.getTime() - statSync(note).mtimeMs > DAY_MS) utimesSync(note, now, now);
  } catch {
    // Somebody else tidies up: it is then unpacked again.
  }
}

/**
 * Takes away what lies unused in the folder of unpacked browsers: drafts, other versions, and the
 * hashes of archives that are kept beside them. To be called when a version is unpacked, which is
 * seldom. Never fails: what cannot be taken away now may be the next time.
 */
export async function sweep(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const path = join(home, name);
    if (name.startsWith('draft-')) await removeIf(path, path, STALE_MS);
    else if (name.endsWith('.hash')) await removeIf(path, path, UNUSED_MS);
    else if (await isOlder(join(path, NOTE), UNUSED_MS)) await retire(path, home, name);
  }
}

/**
 * Moved first, so that nobody finds half of it; and looked at once more, because somebody may have
 * found it while it was being moved. They look for its note, then start it.
 */
async function retire(path: string, home: string, name: string): Promise<void> {
  const aside = join(home, `draft-${name}.${process.pid}`);
  try {
    await rename(path, aside);
    if (await isOlder(join(aside, NOTE), UNUSED_MS)) await rm(aside, { recursive: true });
    else await rename(aside, path);
  } catch {
    // Another process is at it, or has unpacked the same again: what is aside is a draft.
  }
}

async function removeIf(path: string, note: string, ageMs: number): Promise<void> {
  if (await isOlder(note, ageMs)) await rm(path, { recursive: true, force: true }).catch(() => {});
}

async function isOlder(path: string, ageMs: number): Promise<boolean> {
  const entry = await stat(path).catch(() => undefined);
  return entry !== undefined && Date.now() - entry.mtimeMs > ageMs;
}
