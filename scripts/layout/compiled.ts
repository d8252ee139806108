import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { World } from '../world.ts';

/** What Handlebars makes of a template's text, ready to run. */
export type Compiled = TemplateSpecification;

/**
 * Templates that were compiled with the bundle (setup/templates.mjs), by their text: only ours are,
 * and only a text that is the same to the byte is found.
 */
export async function compiledTemplates({
  tool,
}: World): Promise<(text: string) => Compiled | undefined> {
  const file = join(tool, '.bundle', 'templates.mjs');
  if (!existsSync(file)) return () => undefined;
  const made = (await import(pathToFileURL(file).href)) as { templates: Record<string, Compiled> };
  return (text) => made.templates[createHash('sha256').update(text).digest('hex')];
}
