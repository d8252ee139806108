import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { reasonOf } from './disk.ts';
import { cannotWrite, fileInUse, leadsElsewhere } from './messages.ts';

/**
 * Puts a finished file into place at once: a reader sees the old bytes or the new ones, never half,
 * and where the process is killed nothing half done lies beside it. A file that is already so is
 * left alone, with its time.
 *
 * @param path below `world.out`
 * @returns whether the file is in place
 */
export function writeWhole(world: World, path: string, bytes: Uint8Array, report: Report): boolean {
  const shown = relative(world.project, path) || path;
  const drafts = join(world.cache, 'drafts');
  const draft = join(drafts, `${process.pid}-${basename(path)}`);
  try {
    if (same(path, bytes)) return true;
    mkdirSync(dirname(path), { recursive: true });
    if (!isWhereItSeems(world, dirname(path))) {
      report(leadsElsewhere(dirname(shown)));
      return false;
    }
    mkdirSync(drafts, { recursive: true, mode: 0o700 });
    writeFileSync(draft, bytes);
    move(draft, path);
    return true;
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    // Windows refuses to replace a file that a viewer holds open.
    const held = ['EPERM', 'EBUSY', 'EACCES'].includes(code) && process.platform === 'win32';
    report(held ? fileInUse(shown) : cannotWrite(shown, reasonOf(code)));
    return false;
  } finally {
    discard(draft);
  }
}

/** To another disk a file cannot be moved: it is copied beside its place first. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EXDEV') throw fault;
    const beside = `${to}.${process.pid}.new`;
    try {
      copyFileSync(from, beside);
      renameSync(beside, to);
    } finally {
      discard(beside);
    }
  }
}

/**
 * A folder of links that came with a project would have files of somebody else replaced. `output`
 * of the project is in the project; what is below a folder that was named is below that.
 */
export function isWhereItSeems(world: World, folder: string): boolean {
  const isNamed = !world.out.startsWith(world.project + sep);
  const root = isNamed ? world.out : world.project;
  return realpathSync(folder) === join(realpathSync(root), relative(root, folder));
}

function same(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(path), bytes) === 0;
  } catch {
    return false;
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
