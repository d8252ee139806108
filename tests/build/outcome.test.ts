import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { press, projectFolder } from '../helpers/press.ts';

const folder = projectFolder('templates/projects/small');
const output = (...names: string[]) => join(folder.path, 'output', ...names);
const build = (...args: string[]) => press(['build', '--project', folder.path, ...args]);

function edit(file: string, change: (text: string) => string) {
  const path = join(folder.path, 'content', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

before(async () => {
  edit('institution.md', (text) => text.replaceAll('{{name}}', 'University of Tests'));
  const { code, stderr } = await build();
  assert.equal(code, 0, stderr);
});
after(() => folder[Symbol.dispose]());

test('every publication is a draft by name, and the manifest lists it', () => {
  const files = readdirSync(output('screen')).sort();
  assert.ok(files.length >= 2);
  for (const file of files) assert.match(file, /-draft\.pdf$/);
  const manifest = JSON.parse(readFileSync(output('manifest.json'), 'utf8'));
  assert.deepEqual(
    manifest.files.map((entry: { file: string }) => entry.file).sort(),
    files.map((file) => `screen/${file}`),
  );
});

test('asking for the print edition ends with a finding, and no file of it lies anywhere', async () => {
  const { code, stderr } = await build('--edition', 'print');
  assert.equal(code, 1);
  assert.equal(stderr.match(/plan\/no-print-edition/g)?.length, 1, 'once for all publications');
  assert.match(stderr, /Leave out `--edition print`/);
  const file = 'publications/first-course.md';
  const before = readFileSync(join(folder.path, 'content', file), 'utf8');
  edit(file, (text) => text.replace('---\n', '---\neditions: [screen, print]\n'));
  const asked = JSON.parse((await build('--json')).stdout).findings.filter(
    (finding: { code: string }) => finding.code === 'plan/no-print-edition',
  );
  assert.deepEqual(
    asked.map((finding: { file: string; line: number }) => [finding.file, finding.line]),
    [[`content/${file}`, 2]],
  );
  edit(file, () => before);
  assert.equal(existsSync(output('print')), false);
});

test('a file that breaks leaves what was made before, and says where it broke', async () => {
  const made = readdirSync(output('screen')).map((name) => output('screen', name));
  const before = made.map((file) => [file, statSync(file).mtimeMs, readFileSync(file).length]);
  edit('courses/first-course.md', (text) => text.replace(/^title:.*$/m, 'title: [unclosed'));
  const { code, stderr } = await build();
  assert.equal(code, 1);
  assert.match(stderr, /content\/courses\/first-course\.md/);
  assert.doesNotMatch(stderr, /at .*\.ts:\d+/);
  assert.deepEqual(
    made.map((file) => [file, statSync(file).mtimeMs, readFileSync(file).length]),
    before,
  );
  edit('courses/first-course.md', (text) => text.replace(/^title:.*$/m, 'title: A first course'));
});

test('what stands in the way of a file is said, and once it is gone the file is made', async () => {
  const file = output('screen', 'first-course-draft.pdf');
  rmSync(file);
  mkdirSync(file);
  const { code, stderr } = await build();
  assert.equal(code, 1);
  assert.match(stderr, /first-course-draft\.pdf could not be written: a folder of that name/);
  assert.doesNotMatch(stderr, /prospectus-draft\.pdf could not/);
  assert.equal(existsSync(join(folder.path, '.press/state.json')), false);
  rmdirSync(file);
  assert.equal((await build()).code, 0);
  assert.ok(statSync(file).size > 10_000);
});

test('a misspelt project is a finding, and makes no folder', async () => {
  const missing = join(folder.path, 'misspelt');
  const { code, stderr } = await press(['build', '--project', missing]);
  assert.equal(code, 1);
  assert.match(stderr, /content\/no-project/);
  assert.equal(stderr.match(/error: /g)?.length, 1, stderr);
  assert.equal(existsSync(missing), false);
});

test('a misspelt publication is told which is meant', async () => {
  const { code, stderr } = await build('prospctus');
  assert.equal(code, 1);
  assert.match(stderr, /plan\/unknown-publication\]\n *Did you mean `prospectus`/);
});

test('without a browser the exit code says that the machine lacks something', async () => {
  // A file stands where all that is unpacked and written for a browser has to go.
  const { code, stderr } = await press(['build', '--project', folder.path], {
    PRESS_CACHE: join(folder.path, 'content/institution.md'),
  });
  assert.equal(code, 3, stderr);
  assert.match(stderr, /error: .*\[browser\//);
  assert.equal(existsSync(join(folder.path, '.press/state.json')), false);
});

test('a gap is a warning in a draft and fails a final', async () => {
  edit('publications/first-course.md', (text) => text.replace(/^status: .*$/m, 'status: final'));
  const { code, stderr } = await build('first-course');
  assert.equal(code, 1);
  assert.match(stderr, /error: .*\[lint\//);
  assert.equal(existsSync(output('screen', 'first-course.pdf')), false);
  const drafts = await build('first-course', '--draft');
  assert.equal(drafts.code, 0, drafts.stderr);
});

test('--strict lets warnings fail, --json prints JSON and nothing else', async () => {
  const { code, stdout } = await build('first-course', '--draft', '--strict', '--json');
  assert.equal(code, 1);
  const report = JSON.parse(stdout);
  assert.equal(report.exit, 1);
  assert.equal(report.counts.warning + report.counts.note, report.findings.length);
  assert.ok(report.findings.length > 0);
});

test('a template of the project’s own that cannot be read fails the build, with a finding', async () => {
  const args = ['first-course', '--draft', '--json'];
  mkdirSync(join(folder.path, 'templates/partials'), { recursive: true });
  writeFileSync(join(folder.path, 'templates/partials/page.hbs'), '{{#if');
  const { code, stdout } = await build(...args);
  assert.equal(code, 1);
  assert.match(stdout, /layout\/template-broken/);
  const { project, files } = JSON.parse(stdout);
  assert.equal(resolve(project), folder.path);
  assert.deepEqual([files[0].state, files[0].file], ['failed', undefined]);
  const { stderr } = await build('first-course', '--draft');
  assert.match(stderr, /\nNot written: first-course-draft\..*\n$/, 'the last that is said');
});

test('--force makes what lies in the cache again', async () => {
  rmSync(join(folder.path, 'templates'), { recursive: true });
  const state = async (...more: string[]) => {
    const { stdout } = await build('first-course', '--draft', '--json', '--timings', ...more);
    const { files, timings } = JSON.parse(stdout);
    for (const { ms } of timings) assert.ok(Number.isInteger(ms));
    return [files[0].fresh, files[0].state];
  };
  await build('first-course', '--draft');
  assert.deepEqual(await state(), [false, 'unchanged']);
  assert.deepEqual(await state('--force'), [true, 'written']);
});
