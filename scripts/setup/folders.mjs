/** Where the tool keeps things: for all projects of a user, and for one project. */
import { createHmac, randomBytes } from 'node:crypto';
import { accessSync, constants, lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { secretOf } from './secret.mjs';

/**
 * The folder that all projects of this user share: the unpacked browser and compiled code.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string} absolute
 */
export function userCacheFolder(env) {
  if (env.PRESS_CACHE) return resolve(env.PRESS_CACHE);
  if (env.XDG_CACHE_HOME) return resolve(env.XDG_CACHE_HOME, 'prospectus-press');
  return join(resolve(homedir()), '.cache', 'prospectus-press');
}

/**
 * The folder for what was made of a project and can be made again. Its name comes from the user's
 * secret: whoever hands a project on cannot put anything there, and two users of a project do not
 * meet. Where the project is not there or cannot be written, or
 * `.press` leads elsewhere, it is in the user's cache.
 * @param {string} project absolute
 * @param {string} userCache absolute
 * @returns {string} absolute
 */
export function projectCacheFolder(project, userCache) {
  const secret = secretOf(userCache) ?? passing;
  const name = (/** @type {string} */ of) =>
    createHmac('sha256', secret).update(of).digest('hex').slice(0, 32);
  if (!canKeep(project)) return join(userCache, 'projects', name(project));
  return join(project, '.press', 'cache', name('cache'));
}

/** Where no secret can be kept, nothing is found again. */
const passing = randomBytes(32);

/**
 * Whether what is there of `.press/cache` is of folders, no links, and the last can be written.
 * @param {string} project
 */
function canKeep(project) {
  let last = project;
  try {
    for (const folder of [join(project, '.press'), join(project, '.press', 'cache')]) {
      const entry = lstatSync(folder, { throwIfNoEntry: false });
      if (!entry) break;
      if (!entry.isDirectory()) return false;
      last = folder;
    }
    accessSync(last, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
