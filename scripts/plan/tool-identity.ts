import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleIdentity } from '../setup/sources.mjs';

/**
 * Stands for the tool's own code in cache keys: what another version made is not taken from a
 * cache. The bundle's hash; for a tool that runs from its sources (tests do), their sizes and times.
 */
export function toolIdentity(tool: string): string {
  const runsFromSources = import.meta.url.endsWith('.ts');
  const bundle = runsFromSources ? undefined : bundleIdentity(tool);
  if (bundle) return bundle;
  const folder = join(tool, 'scripts');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
