/** Set-up of a clone: its dependencies, then its bundle, each only where something has changed. */
import { join } from 'node:path';
import { makeBundle } from './bundle.mjs';
import { installDependencies } from './dependencies.mjs';
import { oneAtATime } from './lock.mjs';
import { bundleFailed, cannotWrite, SetupFailure } from './messages.mjs';

/**
 * @param {string} tool the clone's folder
 * @param {(line: string) => void} [say] tells a person what takes its time
 * @throws {SetupFailure}
 */
export async function setUpClone(tool, say = sayToPerson) {
  const folder = join(tool, '.bundle');
  try {
    await oneAtATime(join(folder, 'lock'), async () => {
      await installDependencies(tool, say);
      await makeBundle(tool, say);
    });
  } catch (error) {
    throw failure(folder, error);
  }
}

/** @param {string} line */
function sayToPerson(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} folder @param {unknown} error */
function failure(folder, error) {
  if (error instanceof SetupFailure || !(error instanceof Error)) return error;
  const code = /** @type {NodeJS.ErrnoException} */ (error).code;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOSPC') {
    return new SetupFailure(cannotWrite(folder, code));
  }
  const wrong = /** @type {import('esbuild').BuildFailure} */ (error).errors?.[0];
  if (!wrong) return error;
  const { location, text } = wrong;
  const place = location ? `${location.file}:${location.line}: ` : '';
  return new SetupFailure(bundleFailed(`${place}${text}.`));
}
