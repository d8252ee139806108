import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openFiles } from '../content/files.ts';
import { fileUnreadable } from '../content/messages.ts';
import type { Message, Place, Report } from '../finding.ts';
import type { World } from '../world.ts';
import { fileEmpty, fileTooHeavy } from './messages.ts';

/**
 * The bytes of a file of the project (`content/images/room.jpg`), or undefined after a finding: it
 * is missing, not a file, outside the project (symbolic links are followed), empty or too large.
 */
export function readBytes(
  world: World,
  file: string,
  place: Place,
  mostBytes: number,
  report: Report,
): Buffer | undefined {
  const refuse = (message: Message) => {
    report(message, place);
    return undefined;
  };
  if (!openFiles(world.project, report).has(file, place)) return undefined;
  const path = realpathSync(join(world.project, file));
  const { size } = statSync(path);
  if (size === 0) return refuse(fileEmpty(file));
  if (size > mostBytes) return refuse(fileTooHeavy(file, size, mostBytes));
  try {
    return readFileSync(path);
  } catch {
    return refuse(fileUnreadable(file));
  }
}
