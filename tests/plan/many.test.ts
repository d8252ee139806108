import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

const course = (title: string, facts: string) =>
  `---\nschema: 1\ntitle: ${title}\n${facts}\n---\n\nSome words about ${title}.\n`;
const kinds = ['course-sheet', 'flyer', 'poster'];
const publication = (query: string) =>
  `---\nschema: 1\nkind: [${kinds.join(', ')}]\nfor: ${query}\nname: "{course}-{kind}"\n---\n`;

function faculty(query = 'courses where subject = health') {
  const folder = projectFolder();
  lay(join(folder.path, 'content'), {
    'institution.md': '---\nschema: 1\nname: Sample University\n---\n',
    'courses/art.md': course('Art Therapy', 'subject: [Health, Art]'),
    'courses/law.md': course('Law', 'subject: Law'),
    'courses/nursing.md': course('Nursing', 'subject: Health'),
    'publications/faculty.md': publication(query),
  });
  return folder;
}

interface File {
  publication: string;
  state: string;
  file?: string;
}

async function build(path: string, ...named: string[]) {
  const { code, stdout } = await press(['build', ...named, '--project', path, '--json']);
  const { files, findings } = JSON.parse(stdout) as {
    files: File[];
    findings: { code: string; file: string; line: number; publications?: string[] }[];
  };
  const of = (state: string) => files.filter((one) => one.state === state);
  const names = (some: File[]) => some.map(({ publication: slug }) => slug);
  return {
    ...{ code, findings, written: names(of('written')), unchanged: names(of('unchanged')) },
    made: names(files),
  };
}

const screen = (path: string) => readdirSync(join(path, 'output/screen')).sort();
const pieces = (...courses: string[]) =>
  courses.flatMap((slug) => kinds.map((kind) => `${slug}-${kind}`)).sort();

test('a changed course makes its own pieces again, and no others are touched', async () => {
  using folder = faculty();
  const { path } = folder;
  const first = await build(path);
  assert.deepEqual([first.code, first.written.sort()], [0, pieces('art', 'nursing')]);
  assert.deepEqual(
    screen(path),
    pieces('art', 'nursing').map((name) => `${name}-draft.pdf`),
  );
  const seen = (slug: string) =>
    kinds.map((kind) => {
      const file = join(path, `output/screen/${slug}-${kind}-draft.pdf`);
      return [readFileSync(file), statSync(file).mtimeMs];
    });
  const [art, nursing] = [seen('art'), seen('nursing')];
  writeFileSync(join(path, 'content/courses/art.md'), course('Art Therapies', 'subject: Health'));
  const second = await build(path);
  assert.deepEqual(second.written.sort(), pieces('art'));
  assert.deepEqual(second.unchanged.sort(), pieces('nursing'));
  assert.deepEqual(seen('nursing'), nursing);
  assert.notDeepEqual(seen('art'), art);
});

test('what a query no longer matches goes, and what it matches now comes', async () => {
  using folder = faculty();
  const { path } = folder;
  await build(path);
  writeFileSync(join(path, 'content/courses/art.md'), course('Art Therapy', 'subject: Art'));
  writeFileSync(join(path, 'content/courses/law.md'), course('Law', 'subject: [Law, Health]'));
  await build(path);
  assert.deepEqual(
    screen(path),
    pieces('law', 'nursing').map((name) => `${name}-draft.pdf`),
  );
  const manifest = JSON.parse(readFileSync(join(path, 'output/manifest.json'), 'utf8'));
  assert.deepEqual(
    manifest.files.map(({ publication: slug }: { publication: string }) => slug).sort(),
    pieces('law', 'nursing'),
  );
});

test('a query that cannot be read fails the build and takes nothing away', async () => {
  using folder = faculty();
  const { path } = folder;
  await build(path);
  const before = screen(path);
  writeFileSync(join(path, 'content/publications/faculty.md'), publication('courses where x = 1'));
  const { code, made, findings } = await build(path);
  assert.deepEqual([code, made], [1, []]);
  assert.ok(findings.some((one) => one.code === 'content/for-unknown-fact' && one.line === 4));
  assert.deepEqual(screen(path), before);
});

test('a course that cannot be read leaves the pieces of others to be made', async () => {
  using folder = faculty();
  const { path } = folder;
  await build(path);
  writeFileSync(join(path, 'content/courses/art.md'), course('[Art', 'subject: Health'));
  const { code, made } = await build(path);
  assert.deepEqual([code, made.sort()], [1, pieces('nursing')]);
  assert.deepEqual(
    screen(path),
    pieces('art', 'nursing').map((name) => `${name}-draft.pdf`),
  );
});

test('one piece is made by its own name, all by that of their file', async () => {
  using folder = faculty();
  const { path } = folder;
  const [one = ''] = pieces('nursing');
  assert.deepEqual((await build(path, one)).made, [one]);
  assert.deepEqual((await build(path, 'faculty')).made.sort(), pieces('art', 'nursing'));
  const { code, findings } = await build(path, `${one}s`);
  assert.equal(code, 1);
  assert.ok(findings.some((finding) => finding.code === 'plan/unknown-publication'));
});

test('nothing is made again where nothing has changed', async () => {
  using folder = faculty();
  const { path } = folder;
  await build(path);
  // Without the record of the last build, which would answer at once.
  rmSync(join(path, '.press/state.json'), { force: true });
  const { unchanged, written } = await build(path);
  assert.deepEqual([written, unchanged.sort()], [[], pieces('art', 'nursing')]);
});

test('a finding about a course is said once, whatever is made of it, and names the pieces', async () => {
  using folder = faculty('courses where subject in (health, law)');
  const { stdout } = await press(['lint', '--project', folder.path, '--json']);
  const { findings } = JSON.parse(stdout) as Awaited<ReturnType<typeof build>>;
  const said = findings.filter(
    (one) => one.code === 'lint/no-fees' && one.file === 'content/courses/law.md',
  );
  assert.equal(said.length, 1);
  assert.deepEqual(said[0]?.publications, [
    'law-course-sheet-draft',
    'law-flyer-draft',
    'law-poster-draft',
  ]);
});
