import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/** A folder that cannot be used: the message says why. */
export class NotPrivate extends Error {}

/**
 * Makes sure that a folder is there and that nobody else can write or read it (mode 0700): what
 * lies in it will be run. On Windows the user's own folders are private already.
 *
 * @throws NotPrivate
 */
export function makePrivate(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new NotPrivate((error as Error).message);
  }
  const reason = distrust(folder, 'folder');
  if (reason) throw new NotPrivate(reason);
  if ((lstatSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return folder;
}

/**
 * Why something on disk must not be used: it is of the wrong sort, belongs to somebody else, or (a
 * file) others may write it. Undefined if all is well.
 */
export function distrust(path: string, sort: 'folder' | 'file'): string | undefined {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return `"${path}" is not there.`;
  if (sort === 'folder' ? !entry.isDirectory() : !entry.isFile()) return `"${path}" is no ${sort}.`;
  if (process.platform === 'win32') return undefined;
  if (entry.uid !== process.getuid?.()) return `"${path}" belongs to another user.`;
  if (sort === 'file' && (entry.mode & 0o022) !== 0) return `others may write "${path}".`;
  return undefined;
}
