/**
 * The record of the last build, `.press/state.json` of the project: what it read, what it made, what
 * it said. If nothing of that has changed, press.mjs says it again and is done, without loading
 * anything. scripts/plan/state.ts writes it. Its first line is a seal, made with this user's secret
 * over the project's path and the rest: a record that somebody else wrote, or that was made
 * elsewhere, is none. Plain JavaScript for Node 18.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { userCacheFolder } from './folders.mjs';
import { secretOf } from './secret.mjs';
import { compareStamp, listingOf } from './stamp.mjs';

/**
 * What a build prints at its end.
 * @typedef {{ stdout: string, stderr: string, code: number }} Closing
 */

/**
 * @typedef {object} State
 * @property {2} format
 * @property {string} tool which bundle made it (see bundleIdentity)
 * @property {string} call who asked, and from where (see callIdentity)
 * @property {string} asOf the day of the build, YYYY-MM-DD
 * @property {string} [validUntil] the first day on which findings could change
 * @property {import('./stamp.mjs').Stamp[]} inputs
 * @property {[string, string][]} folders each with its listing
 * @property {import('./stamp.mjs').Stamp[]} outputs
 * @property {Closing} closing
 */

const FORMAT = 2;

/** Variables of the environment that can change what a build makes or prints. */
const VARIABLES = [
  'SOURCE_DATE_EPOCH',
  'PUPPETEER_EXECUTABLE_PATH',
  'PUPPETEER_CACHE_DIR',
  'PRESS_CACHE',
  'NO_COLOR',
  'FORCE_COLOR',
  'CI',
];

/** Somebody who asks for these wants to see work done. */
const ALWAYS_WORK = ['--force', '--timings', '--help', '-h'];

/** @param {string} project */
export function stateFile(project) {
  return join(project, '.press', 'state.json');
}

/**
 * The same arguments from the same folder, with the same environment and kind of terminal.
 * @param {readonly string[]} args everything after `press`
 */
export function callIdentity(args) {
  const environment = VARIABLES.map((name) => process.env[name] ?? null);
  return JSON.stringify([args, process.cwd(), isatty(1), isatty(2), environment]);
}

/**
 * What the last build said, if the same was asked for and nothing has changed since.
 * @param {readonly string[]} args everything after `press`
 * @param {string} project absolute
 * @param {string} tool identity of the bundle that would run
 * @returns {Closing | undefined}
 */
export function unchanged(args, project, tool) {
  if (args.some((arg) => ALWAYS_WORK.includes(arg))) return undefined;
  const state = readState(project);
  if (!state || state.tool !== tool || state.call !== callIdentity(args)) return undefined;
  const today = argumentOf(args, '--as-of') ?? localDate();
  if (today < state.asOf || (state.validUntil && today >= state.validUntil)) return undefined;
  for (const [folder, listing] of state.folders) {
    if (listingOf(folder) !== listing) return undefined;
  }
  let mended = false;
  for (const stamps of [state.inputs, state.outputs]) {
    for (const [index, stamp] of stamps.entries()) {
      const now = compareStamp(stamp);
      if (!now.same) return undefined;
      if (now.mended && settled(now.mended)) {
        stamps[index] = now.mended;
        mended = true;
      }
    }
  }
  if (mended) writeState(project, state);
  return state.closing;
}

/**
 * @param {string} project
 * @param {State} state
 */
export function writeState(project, state) {
  const file = stateFile(project);
  const draft = `${file}.${process.pid}`;
  if (!makeStateFolder(project)) return;
  try {
    const text = JSON.stringify(state);
    const seal = sealOf(project, text);
    if (!seal) return;
    writeFileSync(draft, `${seal}\n${text}`);
    renameSync(draft, file);
  } catch {
    // Where no record can be kept all is built each time; the build itself says what is wrong.
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} project
 * @returns {boolean} whether a record can be kept
 */
export function removeState(project) {
  if (!makeStateFolder(project)) return false;
  try {
    rmSync(stateFile(project), { force: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes `.press` of a project that is there, a true one: a link would have things written, and
 * taken away, somewhere else.
 * @param {string} project
 */
function makeStateFolder(project) {
  const folder = dirname(stateFile(project));
  try {
    if (!lstatSync(folder, { throwIfNoEntry: false })) mkdirSync(folder);
    return lstatSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The value of an option in raw arguments, the last one said.
 * @param {readonly string[]} args
 * @param {string} name
 * @returns {string | undefined}
 */
export function argumentOf(args, name) {
  let value;
  for (const [index, arg] of args.entries()) {
    if (arg === '--') break;
    if (arg === name) value = args[index + 1];
    else if (arg.startsWith(`${name}=`)) value = arg.slice(name.length + 1);
  }
  return value;
}

/** @param {string} project @returns {State | undefined} */
function readState(project) {
  try {
    const kept = readFileSync(stateFile(project), 'utf8');
    const end = kept.indexOf('\n');
    const text = kept.slice(end + 1);
    const seal = Buffer.from(sealOf(project, text) ?? '');
    const found = Buffer.from(kept.slice(0, Math.max(0, end)));
    if (seal.length === 0 || seal.length !== found.length) return undefined;
    if (!timingSafeEqual(seal, found)) return undefined;
    const state = JSON.parse(text);
    return state.format === FORMAT ? state : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What only this user can write over a record of this project.
 * @param {string} project
 * @param {string} text
 */
function sealOf(project, text) {
  const secret = secretOf(userCacheFolder(process.env));
  if (!secret) return undefined;
  return createHmac('sha256', secret).update(`record\n${project}\n${text}`).digest('hex');
}

/**
 * Old enough that another change in the same tick of the file system's clock cannot hide in it.
 * @param {import('./stamp.mjs').Stamp} stamp
 */
function settled([, , , ctimeMs]) {
  return Date.now() - ctimeMs > 2000;
}

function localDate() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
