import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world.ts';

/**
 * Writes the empty document that a kind's pages are put into, and returns its path: the head with
 * all style, an empty body. It lies in the cache, named by what is in it, so a page that has it
 * loaded serves every publication of that look.
 */
export function writeShell(world: World, css: string): string {
  const html = `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title></title>\n<style>\n${css}\n</style>\n</head>\n<body></body>\n</html>\n`;
  const name = createHash('sha256').update(html).digest('hex').slice(0, 24);
  const folder = join(world.cache, 'shells');
  const path = join(folder, `${name}.html`);
  mkdirSync(folder, { recursive: true });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, html);
  renameSync(fresh, path);
  return path;
}
