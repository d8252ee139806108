/** Runs the command in another Node and is, to whoever called, that process. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { isatty } from 'node:tty';

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, limitMs?: number }} [options] asked to end after the limit
 * @returns {Promise<number>} its exit code; 128 and the signal's number if one ended it
 */
export function runAs(program, args, { env = process.env, limitMs } = {}) {
  const child = spawn(program, args, { stdio: 'inherit', env });
  if (limitMs) setTimeout(() => child.kill('SIGTERM'), limitMs).unref();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both; a second one would cut the tidying short.
      if (signal !== 'SIGINT' || !isatty(0)) child.kill(signal);
    });
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      done(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
