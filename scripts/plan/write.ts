import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { cannotWrite, fileInUse } from './messages.ts';

/**
 * Puts a finished file into place at once: a reader sees the old bytes or the new ones, never half.
 * A file that is already so is left alone, with its time.
 *
 * @returns whether the file is in place
 */
export function writeWhole(world: World, path: string, bytes: Uint8Array, report: Report): boolean {
  const shown = relative(world.project, path) || path;
  const fresh = `${path}.${process.pid}.new`;
  try {
    if (same(path, bytes)) return true;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, bytes);
    renameSync(fresh, path);
    return true;
  } catch (fault) {
    rmSync(fresh, { force: true });
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    // Windows refuses to replace a file that a viewer holds open.
    const held = ['EPERM', 'EBUSY', 'EACCES'].includes(code) && process.platform === 'win32';
    report(held ? fileInUse(shown) : cannotWrite(shown, reason(code)));
    return false;
  }
}

function same(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(path), bytes) === 0;
  } catch {
    return false;
  }
}

function reason(code: string): string {
  const known: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EACCES: 'you have no right to write there',
    EPERM: 'you have no right to write there',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a file stands where a folder should be',
    EISDIR: 'a folder of that name is in the way',
  };
  return known[code] ?? (code || 'the system did not say why');
}
