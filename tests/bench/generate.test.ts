import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateProject } from '../../scripts/bench/generate.ts';
import { courseWords, wordsOf } from '../../scripts/bench/peers/words.ts';
import { readProject } from '../../scripts/content/read.ts';
import { collector } from '../../scripts/finding.ts';
import { openWorld } from '../../scripts/world.ts';
import { press, projectFolder } from '../helpers/press.ts';

async function generated(courses: number) {
  const folder = projectFolder();
  await generateProject(folder.path, courses);
  return folder;
}

function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.sort().map((file) => [file.slice(folder.length), readFileSync(file, 'base64')]),
  );
}

test('the same number of courses gives the same bytes', async () => {
  using one = await generated(4);
  using two = await generated(4);
  using more = await generated(5);
  assert.ok(filesIn(one.path).size > 8);
  assert.deepEqual(filesIn(one.path), filesIn(two.path));
  assert.notDeepEqual(filesIn(one.path), filesIn(more.path));
});

test('courses have their share of words, facts, charts and photographs', async () => {
  using folder = await generated(12);
  const { courses } = await readProject(openWorld({ project: folder.path }), collector().report);
  assert.equal(courses.length, 12);
  for (const course of courses) {
    const { rows, modules } = courseWords(course);
    const inFacts = [...rows.flat(), ...modules.map(({ title }) => title)].join(' ').split(' ');
    const count = wordsOf(courseWords(course)).length + inFacts.length;
    assert.ok(count > 380 && count < 490, `${course.slug} has ${count} words`);
    assert.ok(rows.length >= 6);
  }
  assert.equal(courses.filter(({ facts }) => facts.charts).length, 4);
  assert.equal(courses.filter(({ facts }) => facts.images).length, 6);
  assert.equal(new Set(courses.map(({ facts }) => facts.standfirst)).size > 6, true);
  const photo = readFileSync(join(folder.path, 'content/images/health.jpg'));
  assert.equal(photo.subarray(0, 3).toString('hex'), 'ffd8ff');
  assert.ok(photo.length > 100_000 && photo.length < 200_000, `${photo.length} bytes`);
});

test('a project builds, and nothing is wanting but a real institution', async () => {
  for (const courses of [1, 6]) {
    using folder = await generated(courses);
    const { code, stdout, stderr } = await press(['build', '--project', folder.path, '--json']);
    assert.equal(code, 0, stderr);
    const { files, findings } = JSON.parse(stdout);
    assert.equal(files.length, courses + 1);
    const wanting = findings.filter(({ severity }: { severity: string }) => severity !== 'note');
    // As long as those of the peers' content, to the word.
    const isLong = (code: string) => code === 'lint/paragraph-long';
    const codes = wanting
      .map((finding: { code: string }) => finding.code)
      .filter((code: string) => !isLong(code));
    assert.deepEqual(codes, ['lint/placeholder-institution'], stdout.slice(0, 2000));
  }
});
