/**
 * The licence of each library inside the bundle goes with it: their texts, one after another.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} tool
 * @param {import('esbuild').Metafile} metafile
 * @returns {string}
 */
export function licencesOf(tool, metafile) {
  const parts = [];
  for (const folder of packageFolders(Object.keys(metafile.inputs))) {
    const about = JSON.parse(readFileSync(join(tool, folder, 'package.json'), 'utf8'));
    const heading = `${about.name} ${about.version} (${about.license ?? 'see below'})`;
    const text = licenceText(join(tool, folder)) ?? standard(about.license);
    parts.push(`${heading}\n${'-'.repeat(heading.length)}\n${text}`);
  }
  return `The bundle beside this file contains these libraries.\n\n${parts.join('\n\n')}\n`;
}

/** @param {string[]} inputs */
function packageFolders(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (found) folders.add(found[0]);
  }
  return [...folders].sort();
}

/** @param {string} folder @returns {string | undefined} */
function licenceText(folder) {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const texts = files.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const readme = join(folder, 'README.md');
  if (!existsSync(readme)) return undefined;
  return /^#+ *licen[cs]e[\s\S]*/im.exec(readFileSync(readme, 'utf8'))?.[0].trim();
}

/** @param {string} name */
function standard(name) {
  if (name === 'Apache-2.0') return 'The same licence as that of Prospectus Press: see LICENSE.';
  return 'No licence file; the name above is what its package states.';
}
