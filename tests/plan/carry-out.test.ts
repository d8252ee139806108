import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

const course = (title: string) =>
  `---\nschema: 1\ntitle: ${title}\n---\n\nSome words about ${title}.\n`;
const publication = (facts: string) => `---\nschema: 1\n${facts}\n---\n`;

function project() {
  const folder = projectFolder();
  lay(join(folder.path, 'content'), {
    'institution.md': '---\nschema: 1\nname: Sample University\n---\n',
    'courses/law.md': course('Law'),
    'courses/lawn.md': course('Lawn Care'),
    'publications/book.md': publication('kind: book'),
    'publications/law-sheet.md': publication('kind: course-sheet\ncourse: law'),
    'publications/lawn-sheet.md': publication('kind: course-sheet\ncourse: lawn'),
  });
  return folder;
}

async function build(path: string, ...options: string[]) {
  const { code, stdout } = await press(['build', '--project', path, '--json', ...options]);
  const { files } = JSON.parse(stdout) as {
    files: { publication: string; file?: string; contactSheet?: string }[];
  };
  const made = files.filter(({ file }) => file).map(({ publication: slug }) => slug);
  return { code, made, files };
}

test('a course that cannot be read stops what may print it, and nothing else', async () => {
  using folder = project();
  const { path } = folder;
  assert.deepEqual((await build(path)).made, ['book', 'law-sheet', 'lawn-sheet']);
  const book = readFileSync(join(path, 'output/screen/book-draft.pdf'));
  writeFileSync(join(path, 'content/courses/lawn.md'), course('[Lawn'));
  const { code, made } = await build(path);
  assert.deepEqual({ code, made }, { code: 1, made: ['law-sheet'] });
  assert.deepEqual(readFileSync(join(path, 'output/screen/book-draft.pdf')), book);
  assert.deepEqual(readdirSync(join(path, 'output/screen')).length, 3);
});

test('a final publication with a gap is not written', async () => {
  using folder = project();
  const { path } = folder;
  const final = 'kind: course-sheet\ncourse: law\nstatus: final';
  writeFileSync(join(path, 'content/publications/law-sheet.md'), publication(final));
  const { code, made } = await build(path);
  assert.deepEqual({ code, made }, { code: 1, made: ['book', 'lawn-sheet'] });
});

test('--contact-sheet puts a picture of all pages beside a publication, the same each time', async () => {
  using folder = project();
  const { path } = folder;
  const { files } = await build(path, 'law-sheet', '--contact-sheet');
  const file = 'output/contact/law-sheet-draft.png';
  assert.deepEqual(
    files.map(({ contactSheet }) => contactSheet),
    [file],
  );
  const png = readFileSync(join(path, file));
  const { width, height } = await sharp(png).metadata();
  // Two pages of A4, 240 px wide, with 56 px around them, 40 between them and 24 below.
  assert.deepEqual([width, height], [2 * 56 + 2 * 240 + 40, 2 * 56 + 339 + 24]);
  rmSync(join(path, '.press'), { recursive: true });
  await build(path, 'law-sheet', '--contact-sheet');
  assert.deepEqual(readFileSync(join(path, file)), png);
});

test('templates of the tool are noted as what was read: in a clone somebody may be at work on them', async () => {
  using folder = project();
  const { path } = folder;
  await build(path, 'law-sheet');
  const record = readFileSync(join(path, '.press/state.json'), 'utf8');
  const templates = join(import.meta.dirname, '../../templates');
  for (const file of ['styles/base.css', 'words/en.json', 'fonts/SourceSans3-Regular.ttf'])
    assert.ok(record.includes(JSON.stringify(join(templates, file))), file);
  assert.ok(record.includes(JSON.stringify(join(templates, 'styles'))), 'a new file there');
  assert.ok(!record.includes(join(templates, 'projects')), 'projects are copied, not printed');
});
