import { statSync, utimesSync } from 'node:fs';

/**
 * What is kept between builds bears the time of its last use as its own time, to the day: so what
 * nobody uses any more can be told from what another process uses now. Of what is made it changes
 * nothing.
 */

const dayMs = 24 * 60 * 60 * 1000;

/** Says that a kept file or folder is of use. Never fails: what cannot be noted may be made again. */
export function noteUse(path: string): void {
  const now = new Date();
  try {
    if (now.getTime() - statSync(path).mtimeMs > dayMs) utimesSync(path, now, now);
  } catch {
    return;
  }
}

/** Whether it is there and was not used for so many days. */
export function isUnusedFor(path: string, days: number): boolean {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry !== undefined && Date.now() - entry.mtimeMs > days * dayMs;
}
