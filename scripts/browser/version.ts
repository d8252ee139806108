import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { World } from '../world.ts';
import { baseEnvironment } from './environment.ts';

/**
 * The first major version whose tagged PDFs are sound: 147 numbers the marked content of form
 * XObjects wrongly, which no later stage can mend; 153 and 156 were measured to be right.
 */
export const OLDEST_VERSION = 153;

const PATIENCE_MS = 20_000;

/** The four numbers in what a browser says of itself, or undefined. */
export function versionIn(text: string): string | undefined {
  return /\b\d+(?:\.\d+){3}\b/.exec(text)?.[0];
}

/** Whether a version such as `153.0.8010.0` is one that may print. */
export function isRecent(version: string): boolean {
  return Number.parseInt(version, 10) >= OLDEST_VERSION;
}

/**
 * Asks a program for its version.
 *
 * @throws if it does not run or does not say one
 */
export async function askVersion(
  path: string,
  world: World,
  env: Record<string, string> = {},
): Promise<string> {
  // Chrome for Windows opens a window when asked; a folder beside it is named by the version.
  if (process.platform === 'win32') {
    const names = readdirSync(dirname(path)).filter((name) => versionIn(name) === name);
    const newest = names.sort(byVersion).at(-1);
    if (newest) return newest;
  }
  const said = await run(path, ['--version'], { ...baseEnvironment(world.env), ...env });
  const version = versionIn(said);
  if (!version)
    throw new Error(`it says "${said.trim().slice(0, 80)}" when asked for its version.`);
  return version;
}

/** Oldest first. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 4; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function run(path: string, args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, args, { env, timeout: PATIENCE_MS, windowsHide: true }, (error, out, err) => {
      if (!error) return resolve(out);
      const said = err.trim().split('\n').at(-1)?.trim();
      reject(new Error(said || `${(error as NodeJS.ErrnoException).code ?? error.message}.`));
    });
  });
}
