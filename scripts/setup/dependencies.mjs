/** The locked dependencies of a clone: there and as package-lock.json says, or fetched by npm. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { borrowNode, hostIsTooOld } from './borrowed-node.mjs';
import { isForThisMachine } from './machine.mjs';
import { npm } from './npm.mjs';
import { sha256 } from './stamp.mjs';

/**
 * The part of package-lock.json that is read here.
 * @typedef {import('./machine.mjs').LockedPackage} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Installs what package-lock.json names if that is not what lies in node_modules.
 * @param {string} tool
 * @param {(line: string) => void} say
 * @throws {SetupFailure}
 */
export async function installDependencies(tool, say) {
  const lock = readFileSync(join(tool, 'package-lock.json'), 'utf8');
  const record = join(tool, 'node_modules', '.press-lock');
  const wanted = sha256(lock);
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return;
  /** @type {Lock} */
  const locked = JSON.parse(lock);
  if (!isInstalled(tool, locked)) {
    say('Fetching the locked dependencies, once: about a minute …');
    await install(tool, locked);
  }
  writeFileSync(record, wanted);
}

/**
 * npm leaves out an optional package that asks for a newer Node than the one that runs npm, though
 * it is for the Node that comes with the tool: then that one runs npm.
 * @param {string} tool
 * @param {Lock} lock
 */
async function install(tool, lock) {
  const aside = join(tool, '.bundle', `node-${process.pid}`);
  try {
    const node = hostIsTooOld(lock) ? await borrowNode(lock, aside) : undefined;
    await npm(['ci', '--prefer-offline', '--include=dev', '--include=optional'], tool, node);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * Somebody may have run npm by hand: its own record tells what it installed.
 * @param {string} tool
 * @param {Lock} lock
 */
function isInstalled(tool, lock) {
  try {
    const record = join(tool, 'node_modules', '.package-lock.json');
    const found = JSON.parse(readFileSync(record, 'utf8')).packages;
    return Object.entries(lock.packages).every(([path, locked]) => {
      if (path === '' || (locked.optional && !isForThisMachine(locked))) return true;
      const { version, integrity } = found[path] ?? {};
      return version === locked.version && integrity === locked.integrity;
    });
  } catch {
    return false;
  }
}
