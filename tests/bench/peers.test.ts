import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateProject } from '../../scripts/bench/generate.ts';
import { type Inputs, writeInputs } from '../../scripts/bench/peers/inputs.ts';
import { openWorld } from '../../scripts/world.ts';
import { projectFolder } from '../helpers/press.ts';

const project = projectFolder();
const target = projectFolder();
const sheet = 'course-001';
const book = 'prospectus';
let inputs: Inputs;

before(async () => {
  await generateProject(project.path, 2);
  inputs = await writeInputs(openWorld({ project: project.path }), [sheet, book], target.path);
});
after(() => {
  project[Symbol.dispose]();
  target[Symbol.dispose]();
});

const read = (name: string) => readFileSync(join(target.path, name), 'utf8');
const plain = (text: string) => text.replace(/\s+/g, '').replaceAll('’', "'");
const words = (slug: string) => inputs.get(slug)?.words ?? [];
const textOfHtml = (html: string) =>
  html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');

function missingIn(text: string, wanted: readonly string[]): string[] {
  return wanted.filter((word) => !plain(text).includes(plain(word)));
}

test('every form of a course sheet has the words of the course', () => {
  assert.ok(words(sheet).length > 250);
  assert.deepEqual(missingIn(textOfHtml(read(`${sheet}.html`)), words(sheet)), []);
  assert.deepEqual(missingIn(textOfHtml(read(`${sheet}-paged.html`)), words(sheet)), []);
  assert.deepEqual(missingIn(read(`${sheet}.md`), words(sheet)), []);
  assert.deepEqual(missingIn(read(`${sheet}.json`), words(sheet)), []);
  assert.deepEqual(missingIn(read(`${sheet}.md`), ['unheard-of']), ['unheard-of']);
});

test('every form has the facts, the chart and the picture', () => {
  const { rows, chart, sections } = JSON.parse(read(`${sheet}.json`));
  assert.ok(rows.length >= 6);
  assert.deepEqual(
    chart.rows.map(({ projected }: { projected: boolean }) => projected),
    [false, false, true],
  );
  const { picture } = sections
    .flatMap(({ blocks }: { blocks: object[] }) => blocks)
    .find((block: object) => 'picture' in block);
  assert.ok(existsSync(join(target.path, picture)));
  assert.ok(read(`${sheet}.md`).includes(`](${picture})`));
  const html = read(`${sheet}.html`);
  assert.match(html, /<svg[^>]*>[\s\S]*projected/);
  assert.match(html, /<img/);
});

test('our pages stand by themselves: not zoomed, every file there, links by id', () => {
  for (const slug of [sheet, book]) {
    const html = read(`${slug}.html`);
    const addresses = [...html.matchAll(/file:\/\/[^"')]+/g)].map(([address]) => address);
    assert.ok(addresses.length > 5);
    for (const address of addresses) assert.ok(existsSync(fileURLToPath(address)), address);
    assert.equal(html.match(/class="page[ "]/g)?.length, inputs.get(slug)?.pages);
    assert.doesNotMatch(html, /html\{zoom|href="press:/);
    assert.doesNotMatch(read(`${slug}-paged.html`), /:is\(/);
  }
  assert.match(read(`${book}.html`), /data-ref="course-course-002"[^>]*><\/span>/);
});
