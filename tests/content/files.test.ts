import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { textLimitBytes } from '../../scripts/content/files.ts';
import { inputsOf } from '../../scripts/content/inputs.ts';
import { asUser } from '../helpers/machines.ts';
import {
  changedProject,
  codes,
  only,
  project,
  read,
  readCourse,
  soundProject,
} from './projects.ts';

const course = 'content/courses/x.md';

test('a Markdown file of 50 MB is refused by its size, before it is read', async (t) => {
  const folder = project(t, { [course]: 'x' });
  truncateSync(join(folder, course), 50_000_000);
  const { findings, project: found } = await read(folder);
  const finding = only(findings, 'content/file-too-large');
  assert.equal(finding.place?.file, course);
  assert.match(finding.message, /50\.0 MB/);
  assert.equal(found.courses.length, 0);
  const input = found.inputs.find(({ path }) => path === course);
  assert.equal(input?.kind, 'present', 'its bytes were not read');
});

test('a project that is not there, or is a file, is a finding', async (t) => {
  const folder = project(t, { [course]: 'x' });
  for (const path of [join(folder, 'misspelt'), join(folder, course)]) {
    const { findings } = await read(path);
    only(findings, 'content/no-project');
    assert.equal(findings.length, 1);
  }
  const { findings } = await read(join(folder, 'content'));
  assert.deepEqual(codes(findings), ['content/no-content @ content:']);
});

test('a folder that may not be read is a finding', asUser, async (t) => {
  const folder = project(t, { [course]: 'x' });
  chmodSync(join(folder, 'content/courses'), 0);
  const { findings } = await read(folder);
  chmodSync(join(folder, 'content/courses'), 0o755);
  assert.equal(only(findings, 'content/file-unreadable').place?.file, 'content/courses');
});

test('a file of just the limit is read', async (t) => {
  const text = `${'word '.repeat(1000)}\n\n`;
  const { findings, course: found } = await readCourse(
    t,
    text.repeat(Math.floor(textLimitBytes / text.length)),
  );
  assert.deepEqual(codes(findings), []);
  assert.ok(found);
});

test('a symbolic link that leaves the project is not followed', async (t) => {
  const outside = mkdtempSync(join(tmpdir(), 'press-outside-'));
  t.after(() => rmSync(outside, { recursive: true, force: true }));
  writeFileSync(join(outside, 'secret.md'), '---\ntitle: Secret\n---\nsecret words\n');
  const folder = project(t, { 'content/courses/sound.md': 'Words.\n' });
  symlinkSync(join(outside, 'secret.md'), join(folder, course));
  symlinkSync(outside, join(folder, 'content/pages'));
  const { findings, project: found } = await read(folder);
  const places = findings
    .filter(({ code }) => code === 'content/leaves-project')
    .map(({ place }) => place?.file);
  assert.deepEqual(places.sort(), ['content/courses/x.md', 'content/pages']);
  assert.deepEqual(
    found.courses.map(({ slug }) => slug),
    ['sound'],
  );
  assert.doesNotMatch(JSON.stringify(found), /secret words/);
});

test('a symbolic link within the project is followed', async (t) => {
  const folder = project(t, { 'content/real.txt': '---\ntitle: Linked\n---\n' });
  execFileSync('mkdir', [join(folder, 'content/courses')]);
  symlinkSync(join(folder, 'content/real.txt'), join(folder, course));
  const { project: found } = await read(folder);
  assert.equal(found.courses[0]?.facts.title, 'Linked');
});

test('a path in the facts that leaves the project is refused, whatever form it has', async (t) => {
  for (const path of ['../../etc/passwd', '/etc/passwd', 'images/../../../x', 'C:\\x']) {
    const { findings } = await readCourse(t, `---\nimages:\n  - file: ${path}\n---\n`);
    assert.equal(only(findings, 'content/wrong-form').place?.line, 3, path);
  }
});

test('a named pipe called x.md is refused and nobody waits for it', async (t) => {
  const folder = project(t, { 'content/courses/sound.md': 'Words.\n' });
  execFileSync('mkfifo', [join(folder, course)]);
  const { findings } = await read(folder);
  assert.equal(only(findings, 'content/not-a-file').place?.file, course);
});

test('what is not UTF-8 is refused with the line and column of the first bad byte', async (t) => {
  const bytes = Buffer.concat([
    Buffer.from('---\ntitle: Soin\n---\nUn café, puis du caf'),
    Buffer.from([0xe9]),
    Buffer.from('.\n'),
  ]);
  const { findings, course: found } = await readCourse(t, bytes);
  const { place } = only(findings, 'content/not-utf-8');
  assert.deepEqual(place, { file: course, line: 4, column: 21, length: 1 });
  assert.equal(found, undefined);
});

test('UTF-16 is named as such', async (t) => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('title', 'utf16le')]);
  const { findings } = await readCourse(t, bytes);
  assert.match(only(findings, 'content/not-utf-8').message, /UTF-16/);
});

test('a byte-order mark is passed over with a note, and the front matter is read', async (t) => {
  const { findings, course: found } = await readCourse(
    t,
    '\uFEFF---\ntitle: Marked\n---\nWords.\n',
  );
  assert.equal(only(findings, 'content/byte-order-mark').severity, 'note');
  assert.equal(found?.facts.title, 'Marked');
  assert.equal(found?.body[0]?.blocks[0]?.line, 4);
});

test('Windows line ends are read like others and said once for all files', async (t) => {
  const folder = project(t, {
    'content/courses/a.md': '---\r\ntitle: One\r\n---\r\n\r\nWords.\r\n',
    'content/courses/b.md': '---\r\ntitle: Two\r\n---\r\n',
  });
  const { findings, project: found } = await read(folder);
  assert.equal(only(findings, 'content/windows-line-ends').severity, 'note');
  assert.deepEqual(
    found.courses.map(({ facts }) => facts.title),
    ['One', 'Two'],
  );
  const block = found.courses[0]?.body[0]?.blocks[0];
  assert.deepEqual([block?.line, block?.text], [5, 'Words.']);
});

test('a control character is read as a space, with its line', async (t) => {
  const { findings, course: found } = await readCourse(t, 'One\n\nTwo\u000bthree\n');
  const { place } = only(findings, 'content/control-character');
  assert.deepEqual([place?.line, place?.column], [3, 4]);
  assert.equal(found?.body[0]?.blocks[1]?.text, 'Two three');
});

test('a missing file is named at the place that asks for it, with the name that was meant', async (t) => {
  const folder = changedProject(t, {
    'content/courses/y.md': '---\nimages:\n  - {file: images/Room.JPG, alt: Room}\n---\n',
  });
  const { findings } = await read(folder);
  const finding = only(findings, 'content/file-missing');
  assert.deepEqual([finding.place?.file, finding.place?.line], ['content/courses/y.md', 3]);
  assert.match(finding.hint, /room\.jpg/);
});

test('files and folders that nothing reads are named where a slip is likely', async (t) => {
  const folder = project(t, {
    'content/course/x.md': 'Words.\n',
    'content/readme.md': 'Words.\n',
    'content/courses/notes.txt': 'x',
    'content/courses/.DS_Store': 'x',
    'content/courses/x.md~': 'x',
    'content/sounds/x.mp3': 'x',
  });
  const { findings } = await read(folder);
  const places = findings
    .filter(({ code }) => code === 'content/not-read')
    .map((f) => f.place?.file);
  assert.deepEqual(places, ['content/course/', 'content/readme.md', 'content/courses/notes.txt']);
});

test('a folder without content/ is one finding', async (t) => {
  const folder = project(t, {});
  rmSync(join(folder, 'content'), { recursive: true });
  const { findings, project: found } = await read(folder);
  assert.deepEqual(codes(findings), ['content/no-content @ content:']);
  assert.deepEqual(found.courses, []);
});

test('all that was read is recorded with its SHA-256, and all that was looked for', async () => {
  const { project: found, findings } = await read(soundProject);
  assert.deepEqual(codes(findings), []);
  const kinds = Object.fromEntries(found.inputs.map(({ path, kind }) => [path, kind]));
  assert.equal(kinds['content/data/sessions.csv'], 'file');
  assert.equal(kinds['content/images/room.jpg'], 'present');
  assert.equal(kinds['content/courses'], 'folder');
  assert.equal(kinds['content/snippets/terms.md'], 'file');
  for (const { kind, sha256 } of found.inputs) {
    assert.equal(/^[0-9a-f]{64}$/.test(sha256 ?? ''), kind === 'file' || kind === 'folder');
  }
  assert.deepEqual(
    found.inputs.map(({ path }) => path),
    found.inputs.map(({ path }) => path).sort(),
  );
  const { files, folders } = inputsOf(found, '/p');
  assert.ok(files.includes('/p/content/images/room.jpg'));
  assert.ok(folders.includes('/p/content/pages'));
});

test('a picture that is missed makes its folder worth watching', async (t) => {
  const folder = changedProject(t, {
    'content/courses/y.md': '---\nimages:\n  - {file: images/none.jpg, alt: Room}\n---\n',
  });
  const { project: found } = await read(folder);
  assert.equal(found.inputs.find(({ path }) => path.endsWith('none.jpg'))?.kind, 'absent');
  assert.ok(inputsOf(found, folder).folders.includes(join(folder, 'content/images')));
  assert.ok(!inputsOf(found, folder).files.includes(join(folder, 'content/images/none.jpg')));
});

test("a source's hash changes with its file, its snippets, its data and its original, and with nothing else", async (t) => {
  const hashes = async (files: Record<string, string>) => {
    const { project: found } = await read(changedProject(t, files));
    return Object.fromEntries(found.courses.map(({ file, hash }) => [file.slice(16), hash]));
  };
  const before = await hashes({});
  const differing = async (files: Record<string, string>) => {
    const after = await hashes(files);
    return Object.keys(before).filter((file) => before[file] !== after[file]);
  };
  const [main, welsh] = ['group-therapy.md', 'group-therapy.cy.md'];
  assert.deepEqual(await differing({}), []);
  assert.deepEqual(await differing({ 'content/pages/city.md': '## Getting here\n' }), []);
  assert.deepEqual(await differing({ 'content/snippets/terms.md': 'Other.\n' }), [main]);
  assert.deepEqual(await differing({ 'content/courses/counselling.md': 'x\n' }), [
    'counselling.md',
  ]);
  const table = { 'content/data/sessions.csv': 'year,value\n2024,51\n' };
  assert.deepEqual((await differing(table)).sort(), [welsh, main].sort());
  const { project: found } = await read(soundProject);
  assert.equal(found.courses.length, 3);
});
