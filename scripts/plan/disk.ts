import { relative } from 'node:path';
import type { Message } from '../finding.ts';
import type { World } from '../world.ts';
import { cannotKeep } from './messages.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder of that name is in the way',
};

/** Why a file could not be written, as half a sentence. @param code of the system: `ENOSPC` */
export function reasonOf(code: string): string {
  return REASONS[code] ?? (code || 'the system did not say why');
}

/** What to say of a fault that comes from the disk below a folder of our own; undefined for any other. */
export function diskFault(fault: unknown, world: World): Message | undefined {
  const { code = '', path, syscall } = fault as NodeJS.ErrnoException;
  // The system does not say which file it was whose bytes found no room.
  const at = path ?? (syscall === 'write' ? world.cache : '');
  const folder = [world.cache, world.userCache].find((one) => at.startsWith(one));
  if (!folder || !(code in REASONS)) return undefined;
  const isInProject = folder.startsWith(world.project);
  return cannotKeep(isInProject ? relative(world.project, folder) : folder, reasonOf(code));
}
