import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import type { PdfValue } from '../../scripts/pdf/objects.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { spoken } from '../helpers/spoken.ts';

const folder = projectFolder('templates/projects/small');
after(() => folder[Symbol.dispose]());

const institution = join(folder.path, 'content/institution.md');
const facts = readFileSync(institution, 'utf8').replace('{{name}}', 'University of Tests');
const drawing = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="${fill}" d="M0 0h40v20h-40z"/></svg>`;

async function build(brand: string): Promise<Record<'book' | 'sheet', Buffer>> {
  writeFileSync(institution, facts.replace(/\n---\n/, `\n${brand}\n---\n`));
  const { code, stderr } = await press(['build', '--project', folder.path]);
  assert.equal(code, 0, stderr.match(/error:.*/g)?.join('\n'));
  const read = (name: string) => readFileSync(join(folder.path, 'output/screen', name));
  return { book: read('prospectus-draft.pdf'), sheet: read('first-course-draft.pdf') };
}

/** The alternative texts of all figures, in order. */
function figures(bytes: Buffer): string[] {
  const file = readPdf(bytes);
  const found: string[] = [];
  const walk = (file: PdfFile, value: PdfValue | undefined): void => {
    for (const kid of file.array(value) ?? []) walk(file, kid);
    const element = file.dict(value);
    if (!element?.has('S')) return;
    const alt = file.string(element.get('Alt'));
    if (file.name(element.get('S')) === 'Figure') found.push(alt ? alt.bytes : '');
    walk(file, element.get('K'));
  };
  walk(file, file.dict(file.catalog.get('StructTreeRoot'))?.get('K'));
  return found;
}

const said = (bytes: Buffer) =>
  spoken(bytes)
    .map(({ text }) => text)
    .join('');

test('logos stand where the name would, for each ground its own, and are called as the institution is', async () => {
  mkdirSync(join(folder.path, 'content/images'));
  writeFileSync(join(folder.path, 'content/images/paper.svg'), drawing('#123456'));
  writeFileSync(join(folder.path, 'content/images/deep.svg'), drawing('#fedcba'));
  const without = await build('');
  assert.ok(said(without.book).startsWith('DraftUniversity of Tests'), said(without.book));
  assert.equal(figures(without.book).filter((alt) => alt === 'University of Tests').length, 0);

  const both = await build('brand:\n  logo: images/paper.svg\n  logoOnDeep: images/deep.svg');
  assert.equal(figures(both.book).filter((alt) => alt === 'University of Tests').length, 2);
  assert.equal(figures(both.sheet).filter((alt) => alt === 'University of Tests').length, 1);
  assert.ok(!said(both.book).startsWith('DraftUniversity of Tests'));

  const paper = await build('brand:\n  logo: images/paper.svg');
  assert.ok(said(paper.book).startsWith('DraftUniversity of Tests'), said(paper.book));
  assert.equal(figures(paper.sheet).filter((alt) => alt === 'University of Tests').length, 1);
});
