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
    const text = licenceText(join(tool, folder)) ?? standard(about);
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

/**
 * Of a package without a file of its own for it.
 * @param {{ name: string, license?: string, author?: string | { name: string } }} about
 */
function standard({ name, license, author }) {
  const named = typeof author === 'string' ? author : author?.name;
  // Some packages state a licence and not who gives it.
  const holder = named || `the authors of ${name}`;
  if (license === 'Apache-2.0') return 'The same licence as that of Prospectus Press: see LICENSE.';
  if (license === 'MIT') return `Copyright (c) ${holder}\n\n${MIT}`;
  if (license === 'ISC') return `Copyright (c) ${holder}\n\n${ISC}`;
  return 'No licence file; the name above is what its package states.';
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
