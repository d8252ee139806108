/** Calls npm, quietly, and tells what went wrong in one finding. */
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { installFailed, noNetwork, noNpm, SetupFailure } from './messages.mjs';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/;

const ALWAYS = [
  // Nothing that we depend on needs its install script; none gets to run.
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--engine-strict=false',
  '--loglevel=error',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=10000',
];

/**
 * @param {string[]} args
 * @param {string} folder where it runs
 * @param {string} [node] the Node that runs it, if not this one
 * @throws {SetupFailure}
 */
export async function npm(args, folder, node = process.execPath) {
  // The npm that called us, if one did, is the one that the person means.
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('npm-cli.js') ? [node, [cli]] : ['npm', []];
  const child = spawn(command, [...first, ...args, ...ALWAYS], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise((done) => {
    child.on('error', () => done(undefined));
    child.on('close', done);
  });
  if (code === 0) return;
  if (code === undefined) throw new SetupFailure(noNpm());
  const cause = NETWORK.exec(complaint)?.[0];
  if (cause) throw new SetupFailure(noNetwork(cause));
  throw new SetupFailure(installFailed(firstLines(complaint) || `it ended with code ${code}.`));
}

/** @param {string} complaint */
function firstLines(complaint) {
  const lines = complaint
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)( code)?\s*/, ''));
  return lines
    .filter((line) => line.trim())
    .slice(0, 3)
    .join('; ');
}
