import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleIdentity } from '../setup/sources.mjs';
import { listingOf, type Stamp, stampOf } from '../setup/stamp.mjs';
import { type Closing, callIdentity, removeState, writeState } from '../setup/state.mjs';
import type { World } from '../world.ts';

/** When a build began, by the clock of the project's file system, in milliseconds. */
export interface BuildStart {
  ms: number;
}

export interface BuildRecord {
  start: BuildStart;
  /** Everything after `press`, as it was typed. */
  args: readonly string[];
  /** Every file that was read: content, templates, fonts, the browser's program. */
  inputs: readonly string[];
  /** Folders in which a new or a lost file would change what is made. */
  folders: readonly string[];
  /** Every file that was made. */
  outputs: readonly string[];
  /** The first day (YYYY-MM-DD) on which findings could change; undefined if none would. */
  validUntil: string | undefined;
  /** What was printed at the end, to be said again. */
  closing: Closing;
}

/**
 * To be called before a build touches anything: forgets the last build, so that a half-done one
 * never looks finished.
 */
export function beginBuild(world: World): BuildStart {
  // Where no mark can be written no record can: nothing is older than this.
  if (!removeState(world.project)) return { ms: 0 };
  const mark = join(world.project, '.press', `begun.${process.pid}`);
  try {
    writeFileSync(mark, '');
    return { ms: statSync(mark).ctimeMs };
  } catch {
    return { ms: 0 };
  } finally {
    rmSync(mark, { force: true });
  }
}

/**
 * Keeps what a finished build read, made and said, so that the next start can tell that nothing has
 * changed. Keeps nothing if an input is gone or was touched while the build ran: the record would
 * vouch for something that was not built.
 *
 * @returns whether a record was kept
 */
export function recordState(world: World, record: BuildRecord): boolean {
  const tool = bundleIdentity(world.tool);
  const inputs = stampAll(record.inputs);
  const outputs = stampAll(record.outputs);
  if (!tool || !inputs || !outputs) return false;
  if (inputs.some(([, , , changedMs]) => changedMs >= record.start.ms)) return false;
  writeState(world.project, {
    format: 2,
    tool,
    call: callIdentity(record.args),
    asOf: world.asOf,
    ...(record.validUntil ? { validUntil: record.validUntil } : {}),
    inputs,
    folders: unique(record.folders).map((folder) => [folder, listingOf(folder)]),
    outputs,
    closing: record.closing,
  });
  return true;
}

function stampAll(files: readonly string[]): Stamp[] | undefined {
  const stamps: Stamp[] = [];
  for (const file of unique(files)) {
    const stamp = stampOf(file);
    if (!stamp) return undefined;
    stamps.push(stamp);
  }
  return stamps;
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => resolve(path)))].sort();
}
