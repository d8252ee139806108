/** The locked dependencies of a clone: there and as package-lock.json says, or fetched by npm. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFailed, noNetwork, noNpm, SetupFailure } from './messages.mjs';
import { sha256 } from './stamp.mjs';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/;

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
  if (!isInstalled(tool, JSON.parse(lock))) {
    say('Fetching the locked dependencies, once: about a minute …');
    await npm(tool, [
      'ci',
      // Nothing that we depend on needs its install script; none gets to run.
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--engine-strict=false',
      '--include=dev',
      '--include=optional',
      '--loglevel=error',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=10000',
    ]);
  }
  writeFileSync(record, wanted);
}

/**
 * Somebody may have run npm by hand: its own record tells what it installed.
 * @param {string} tool
 * @param {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} lock
 */
function isInstalled(tool, lock) {
  try {
    const record = join(tool, 'node_modules', '.package-lock.json');
    const found = JSON.parse(readFileSync(record, 'utf8')).packages;
    return Object.entries(lock.packages).every(
      ([path, { version, integrity, optional }]) =>
        path === '' ||
        (optional && !found[path]) ||
        (found[path]?.version === version && found[path]?.integrity === integrity),
    );
  } catch {
    return false;
  }
}

/** @param {string} tool @param {string[]} args */
async function npm(tool, args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: tool,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
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
