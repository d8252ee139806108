import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { makePrivate } from './private-folder.ts';

/**
 * A new folder for everything that one browser process writes: its profile, its home, its temporary
 * files. It lies in the user's cache, whose path is short: browsers put sockets there.
 *
 * @throws NotPrivate if the cache folder cannot be used
 */
export function makeProfile(world: World): string {
  const home = makePrivate(join(world.userCache, 'profiles'));
  sweep(home);
  return mkdtempSync(join(home, `${prefix()}${process.pid}-`));
}

/** A process that was killed a moment ago may still be writing into its profile. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 } as const;

/** Profiles that are being taken away. */
const leaving = new Set<string>();

/** Takes a profile away once its process has ended, while other work goes on. */
export async function removeProfile(folder: string, ended: Promise<unknown>): Promise<void> {
  leaving.add(folder);
  await ended;
  // Should it fail the next start sweeps it.
  await rm(folder, REMOVAL).catch(() => undefined);
  leaving.delete(folder);
}

/** For a process that exits now: takes away what is still there. */
export function removeProfilesAtOnce(): void {
  for (const folder of leaving) removeAtOnce(folder);
}

function removeAtOnce(folder: string): void {
  try {
    rmSync(folder, REMOVAL);
  } catch {
    // The next start sweeps it.
  }
}

/** Whether a process of another machine still runs nobody can tell: a month is enough for any. */
const FOREIGN_MS = 30 * 24 * 60 * 60 * 1000;

/** Takes away what processes left that were ended by force. */
function sweep(home: string): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(prefix())) {
      const entry = statSync(join(home, name), { throwIfNoEntry: false });
      if (entry && Date.now() - entry.mtimeMs > FOREIGN_MS) removeAtOnce(join(home, name));
      continue;
    }
    const pid = Number.parseInt(name.slice(prefix().length), 10);
    if (pid !== process.pid && !isAlive(pid)) removeAtOnce(join(home, name));
  }
}

/** Homes can be shared by machines, where the same process number means another process. */
function prefix(): string {
  return `${hostname().replaceAll(/[^\w.]/g, '_')}-`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
