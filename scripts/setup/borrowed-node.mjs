/** For a host whose Node is too old for a package that its npm is to install: a newer one first. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isForThisMachine } from './machine.mjs';
import { installFailed, SetupFailure } from './messages.mjs';
import { npm } from './npm.mjs';

/** @typedef {import('./dependencies.mjs').Lock} Lock */

const NAME = `node-${process.platform}-${process.arch}`;

/**
 * Does an optional package for this kind of machine ask for a newer Node than the running one?
 * @param {Lock} lock
 * @param {string} [running] a version
 */
export function hostIsTooOld(lock, running = process.versions.node) {
  const here = Object.values(lock.packages).filter(
    (locked) => locked.optional && isForThisMachine(locked),
  );
  return here.some(({ engines }) => {
    const least = /^>=\s*(\d+)(?:\.(\d+))?/.exec(engines?.node ?? '');
    if (!least) return false;
    const [major, minor] = running.split('.').map(Number);
    const [, wantedMajor, wantedMinor = '0'] = least;
    return (
      major < Number(wantedMajor) || (major === Number(wantedMajor) && minor < Number(wantedMinor))
    );
  });
}

/**
 * Fetches the Node that the lock file names, alone, into a folder; npm keeps the download, so the
 * whole installation does not fetch it again.
 * @param {Lock} lock
 * @param {string} folder
 * @returns {Promise<string | undefined>} its program; undefined where none is locked for this machine
 * @throws {SetupFailure} also if its content is not what the lock file says
 */
export async function borrowNode(lock, folder) {
  const locked = lock.packages[`node_modules/${NAME}`];
  if (!locked) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  await npm(['install', `${NAME}@${locked.version}`, '--prefer-offline'], folder);
  const record = readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8');
  const found = JSON.parse(record).packages[`node_modules/${NAME}`];
  if (found?.integrity !== locked.integrity) {
    throw new SetupFailure(installFailed(`${NAME} is not what package-lock.json says.`));
  }
  return join(folder, 'node_modules', NAME, 'bin', 'node');
}
