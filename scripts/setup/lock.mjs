/** One process at a time: the others wait until the first is done, or has died. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 100;

/**
 * @template T
 * @param {string} file made while the work goes on; holds the process's number
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) await wait(POLL_MS);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    removeIfDead(file);
    return false;
  }
}

/** @param {string} file */
function removeIfDead(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Between making the file and writing the number into it, it is empty.
    if (holder === 0 || isAlive(holder)) return;
    const taken = `${file}.${process.pid}`;
    renameSync(file, taken);
    rmSync(taken, { force: true });
  } catch {
    // Somebody else removed it first.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
