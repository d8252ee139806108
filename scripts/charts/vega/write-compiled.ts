/**
 * Writes `templates/charts/compiled/`: the shipped templates as Vega, so that a build draws its
 * first chart without loading Vega-Lite. Run it after a change to a template, to `config.json` or
 * to Vega-Lite's version: `node scripts/charts/vega/write-compiled.ts`. A test holds the files fresh.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Compiled, compile, hashOf } from './compile.ts';

export const shippedTemplates = ['bar', 'grouped-bar', 'line', 'dot'];

const folder = join(dirname(dirname(dirname(import.meta.dirname))), 'templates/charts');

/** One shipped template, compiled as the file beside it should be. */
export async function compileShipped(name: string): Promise<Compiled> {
  const template = readFileSync(join(folder, `${name}.vl.json`), 'utf8');
  const config = readFileSync(join(folder, 'config.json'), 'utf8');
  const spec = await compile(JSON.parse(template), JSON.parse(config), `${name}.vl.json`);
  return { from: hashOf(template, config), spec };
}

/** Where a compiled template lies. */
export function compiledFile(name: string): string {
  return join(folder, 'compiled', `${name}.vg.json`);
}

if (import.meta.main) {
  mkdirSync(join(folder, 'compiled'), { recursive: true });
  for (const name of shippedTemplates) {
    writeFileSync(compiledFile(name), `${JSON.stringify(await compileShipped(name))}\n`);
  }
}
