/**
 * A stamp says what a file was when it was looked at: cheap to compare (one `stat`), and sure when
 * only the times differ (its content's hash). Plain JavaScript for Node 18: press.mjs needs it
 * before anything is installed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/**
 * `[path, size, mtimeMs, ctimeMs, ino, sha256]`; the hash is empty for a file too large to read
 * again at each start (a browser): then any difference counts.
 * @typedef {[string, number, number, number, number, string]} Stamp
 */

const LARGEST_HASHED_BYTES = 64 * 1024 * 1024;

/**
 * The stamp of a file as it is now; undefined if there is none.
 * @param {string} file
 * @returns {Stamp | undefined}
 */
export function stampOf(file) {
  const now = look(file);
  if (!now) return undefined;
  return [file, now.size, now.mtimeMs, now.ctimeMs, now.ino, contentHash(file, now.size)];
}

/**
 * Does the file still hold what it held? `mended` is the stamp to keep when only its times changed.
 * @param {Stamp} stamp
 * @returns {{ same: boolean, mended?: Stamp }}
 */
export function compareStamp(stamp) {
  const [file, size, mtimeMs, ctimeMs, ino, sha256] = stamp;
  const now = look(file);
  if (!now || now.size !== size) return { same: false };
  if (now.mtimeMs === mtimeMs && now.ctimeMs === ctimeMs && now.ino === ino) return { same: true };
  if (!sha256 || contentHash(file, size) !== sha256) return { same: false };
  return { same: true, mended: [file, size, now.mtimeMs, now.ctimeMs, now.ino, sha256] };
}

/**
 * What lies in a folder, as one text: a new or a lost file changes it, an edited one does not.
 * @param {string} folder
 * @returns {string} names in order, folders with a stroke; empty where there is no folder.
 */
export function listingOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort()
      .join('\n');
  } catch {
    return '';
  }
}

/** @param {string | Buffer} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** @param {string} file */
function look(file) {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file @param {number} size */
function contentHash(file, size) {
  return size > LARGEST_HASHED_BYTES ? '' : sha256(readFileSync(file));
}
