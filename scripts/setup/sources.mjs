/**
 * Is the bundle made from the sources as they are now? Asked at each start in a clone, so it looks
 * at times first and reads a file only where they differ. Plain JavaScript for Node 18.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareStamp, listingOf, sha256, stampOf } from './stamp.mjs';

/** What the bundle depends on besides everything below scripts/. */
const BESIDE = ['package.json', 'package-lock.json'];

/**
 * A clone has the sources; an installed package has only the bundle.
 * @param {string} tool the tool's folder
 */
export function isClone(tool) {
  return existsSync(join(tool, 'scripts', 'main.ts')) && existsSync(join(tool, BESIDE[1]));
}

/**
 * Which bundle lies there: a hash of all it was made from.
 * @param {string} tool
 * @returns {string | undefined} undefined where there is none
 */
export function bundleIdentity(tool) {
  try {
    return readFileSync(join(tool, '.bundle', 'identity'), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Nothing to set up: the dependencies were installed, and the bundle is made from the sources (the
 * lock file among them) as they are now.
 * @param {string} tool
 */
export function isSetUp(tool) {
  try {
    if (!existsSync(join(tool, 'node_modules', '.press-lock'))) return false;
    const seen = JSON.parse(readFileSync(join(tool, '.bundle', 'sources.json'), 'utf8'));
    // Hundreds of times: joined as text.
    const at = (/** @type {string} */ path) => `${tool}/${path}`;
    return (
      bundleIdentity(tool) === seen.identity &&
      seen.folders.every(
        ([folder, list, time]) => timeOf(at(folder)) === time || listingOf(at(folder)) === list,
      ) &&
      seen.files.every(([file, ...rest]) => compareStamp([at(file), ...rest]).same)
    );
  } catch {
    return false;
  }
}

/**
 * When a folder's entries last changed: as long as it is the same, its list is.
 * @param {string} folder
 */
function timeOf(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
}

/**
 * Everything the bundle is made from, as it is now.
 * @param {string} tool
 * @returns {{ identity: string, folders: [string, string, number | undefined][], files: import('./stamp.mjs').Stamp[] }}
 *   with paths relative to the tool
 */
export function readSources(tool) {
  /** @type {[string, string, number | undefined][]} */
  const folders = [];
  const paths = [...BESIDE];
  const walk = (/** @type {string} */ folder) => {
    const time = timeOf(join(tool, folder));
    folders.push([folder, listingOf(join(tool, folder)), time]);
    for (const entry of readdirSync(join(tool, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else paths.push(path);
    }
  };
  walk('scripts');
  const files = [];
  for (const path of paths.sort()) {
    const stamp = stampOf(join(tool, path));
    if (stamp) files.push(/** @type {const} */ ([path, ...stamp.slice(1)]));
  }
  const identity = sha256(files.map(([path, , , , , hash]) => `${path} ${hash}\n`).join(''));
  return { identity, folders, files };
}

/**
 * @param {string} tool
 * @param {ReturnType<typeof readSources>} sources
 */
export function writeSources(tool, sources) {
  writeFileSync(join(tool, '.bundle', 'sources.json'), JSON.stringify(sources));
}
