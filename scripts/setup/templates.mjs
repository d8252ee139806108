/**
 * The tool's own templates, compiled while the bundle is made: at a start they are looked up by
 * their text, so one that was changed since is compiled anew, and so is every template of a
 * project's. Parsing and compiling all of them took a tenth of a course sheet's time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './stamp.mjs';

/**
 * Writes `templates.mjs`, which scripts/layout/compiled.ts reads: what Handlebars makes of each
 * template, by the SHA-256 of its text.
 * @param {string} tool
 * @param {string} folder where it is written
 */
export async function compileTemplates(tool, folder) {
  const { default: Handlebars } = await import('handlebars');
  const texts = new Set(
    templatesIn(join(tool, 'templates')).map((file) => readFileSync(file, 'utf8')),
  );
  const entries = [...texts].map(
    (text) => `${JSON.stringify(sha256(text))}: ${Handlebars.precompile(text)},\n`,
  );
  const module = `export const templates = {\n${entries.join('')}};\n`;
  writeFileSync(join(folder, 'templates.mjs'), module);
}

/** @param {string} folder @returns {string[]} */
function templatesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return templatesIn(path);
      return entry.name.endsWith('.hbs') ? [path] : [];
    });
}
