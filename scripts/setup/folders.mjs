/** The folder that all projects of this user share: the unpacked browser and compiled code. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string} absolute
 */
export function userCacheFolder(env) {
  if (env.PRESS_CACHE) return resolve(env.PRESS_CACHE);
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'prospectus-press');
  return join(homedir(), '.cache', 'prospectus-press');
}
