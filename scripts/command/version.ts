import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tool's version, as its package states it. */
export function versionOf(tool: string): string {
  return JSON.parse(readFileSync(join(tool, 'package.json'), 'utf8')).version;
}
