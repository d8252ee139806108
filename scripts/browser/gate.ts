import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../world.ts';

/** `missing` is a file that would be allowed and is not there; `refused` is everything else. */
export type Verdict = 'allowed' | 'missing' | 'refused';

/** Decides what a page may load. */
export interface Gate {
  judge(address: string): Verdict;
  /** The address as the user would write it: a file's path in the project, else as it is. */
  nameOf(address: string): string;
}

/**
 * A gate that lets plain files through that really lie in one of the folders: symbolic links are
 * followed before looking. Pictures written out in the address (`data:`) come from nowhere and pass.
 *
 * @param allow absolute folders
 */
export function openGate(world: World, allow: readonly string[]): Gate {
  const roots = allow.flatMap((folder) => [resolve(folder), realPath(folder) ?? []].flat());
  const isInside = (path: string) => roots.some((root) => isBelow(path, root));
  return {
    judge(address) {
      if (address.startsWith('data:')) return 'allowed';
      const path = filePath(address);
      if (path === undefined) return 'refused';
      const real = realPath(path);
      if (real === undefined) return isInside(path) ? 'missing' : 'refused';
      return isInside(real) && statSync(real).isFile() ? 'allowed' : 'refused';
    },
    nameOf(address) {
      const path = filePath(address);
      if (path === undefined || !isBelow(path, world.project)) return address;
      return relative(world.project, path).split(sep).join('/');
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path in a `file:` address, or undefined: another scheme, another host, an encoded slash. */
export function filePath(address: string): string | undefined {
  try {
    return fileURLToPath(address);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
