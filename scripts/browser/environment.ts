import type { World } from '../world.ts';

/** What a browser needs of the environment on any system; the rest of it is nobody's business. */
const PASSED_ON = [
  'PATH',
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramData',
  'LOCALAPPDATA',
  'APPDATA',
  'USERPROFILE',
  'TEMP',
  'TMP',
];

/**
 * The environment of a browser's process: the same locale and time zone everywhere, no proxy, no
 * preloaded library, no setting of the person who runs it.
 */
export function baseEnvironment(env: World['env']): Record<string, string> {
  const kept: Record<string, string> = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  for (const name of PASSED_ON) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  // On Linux the profile takes its place; elsewhere system services are found through it.
  if (process.platform !== 'linux' && env.HOME) kept.HOME = env.HOME;
  return kept;
}
