import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { World } from '../../world.ts';

/** Why a file that a specification names is not read. */
export type Refusal = 'outside' | 'missing' | 'too-large';

/** A file below content/, read; or why not. */
export type Read = { text: string } | { refused: Refusal };

/**
 * Reads a file below the project's content/, and nothing else: no address, no way up, no link that
 * leads out. `path` is a stranger's: relative to content/, with forward slashes.
 */
export function readContent(path: string, { project }: World, mostBytes: number): Read {
  if (/^[/\\]|^[a-z][a-z0-9+.-]*:|[\\\0]/i.test(path) || path.split('/').includes('..')) {
    return { refused: 'outside' };
  }
  const content = join(project, 'content');
  try {
    const real = realpathSync(join(content, path));
    if (!real.startsWith(realpathSync(content) + sep)) return { refused: 'outside' };
    const { size } = statSync(real);
    if (!statSync(real).isFile()) return { refused: 'missing' };
    if (size > mostBytes) return { refused: 'too-large' };
    return { text: readFileSync(real, 'utf8') };
  } catch {
    return { refused: 'missing' };
  }
}
