import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import type { World } from '../../world.ts';
import { readCached, writeCached } from '../cache.ts';
import { readTemplate, TemplateFault } from './template-files.ts';

/** A Vega specification, and the hash of what it was compiled from. */
export interface Compiled {
  from: string;
  spec: object;
}

/**
 * The Vega specification of a template: as it lies compiled beside it, if it was compiled from
 * these very files; else from the cache; else compiled now, which loads Vega-Lite (0.3 s). Nothing
 * of the brand or the rows is in it: both come as signals and data. Throws `TemplateFault`.
 */
export async function compiledTemplate(
  name: string,
  world: World,
  toolHash: string,
): Promise<Compiled> {
  const template = readTemplate(world, `${name}.vl.json`);
  const config = readTemplate(world, 'config.json');
  const from = hashOf(template.text, config.text);
  const shipped = readTemplate(world, `compiled/${name}.vg.json`).json as Compiled;
  if (shipped.from === from) return shipped;
  const file = join(world.cache, 'charts', `${hashOf(from, toolHash)}.vg.json`);
  const cached = readCached<Compiled>(file);
  if (cached?.from === from) return cached;
  const spec = await compile(template.json, config.json, `templates/charts/${name}.vl.json`);
  const compiled = { from, spec };
  writeCached(file, compiled);
  return compiled;
}

/** Compiles Vega-Lite to Vega with the house's config. Throws `TemplateFault`. */
export async function compile(template: unknown, config: unknown, file: string): Promise<object> {
  const vegaLite = await import('vega-lite');
  const silent = {
    level: () => silent,
    error: () => silent,
    warn: () => silent,
    info: () => silent,
    debug: () => silent,
  };
  try {
    return vegaLite.compile(template as TopLevelSpec, {
      config: config as never,
      logger: silent as never,
    }).spec;
  } catch (fault) {
    throw new TemplateFault(file, fault instanceof Error ? fault.message : String(fault));
  }
}

/** SHA-256 of texts, each with its length, so that no two lists have the same. */
export function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
