/**
 * 32 bytes that only this user has. What the tool keeps inside a project is bound to them, so that
 * what came with the project from somebody else is not taken for our own. They go into no file that
 * is made. Plain JavaScript for Node 18: press.mjs needs it before anything is installed.
 */
import { randomBytes } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const BYTES = 32;

/**
 * The secret of this user, made at the first call.
 * @param {string} userCache
 * @returns {Buffer | undefined} undefined where none can be kept
 */
export function secretOf(userCache) {
  const file = join(userCache, 'secret');
  try {
    return readSecret(file) ?? makeSecret(file);
  } catch {
    return undefined;
  }
}

/** One that others could have read or written is none. @param {string} file */
function readSecret(file) {
  const entry = lstatSync(file, { throwIfNoEntry: false });
  if (!entry?.isFile() || entry.size !== BYTES) return undefined;
  const isOurs = entry.uid === process.getuid?.() && (entry.mode & 0o077) === 0;
  return isOurs || process.platform === 'win32' ? readFileSync(file) : undefined;
}

/** @param {string} file */
function makeSecret(file) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(BYTES), { mode: 0o600, flag: 'wx' });
    // Of two processes that begin at once the first wins; one that is no good makes room.
    if (lstatSync(file, { throwIfNoEntry: false })) renameSync(draft, file);
    else linkOrRename(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecret(file);
}

/** @param {string} from @param {string} to */
function linkOrRename(from, to) {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // Not every file system has links.
    if (code !== 'EEXIST') renameSync(from, to);
  }
}
