import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isMap, isSeq, parseDocument } from 'yaml';
import { lintFacts } from '../../scripts/lint/facts.ts';
import { changedProject, project, read, soundProject, write } from './projects.ts';

const files = [
  'content/courses/group-therapy.md',
  'content/courses/group-therapy.cy.md',
  'content/institution.md',
  'content/pages/city.md',
  'content/publications/prospectus.md',
  'content/publications/sheet.md',
];

/** The path of every key and entry in a YAML document. */
function paths(node: unknown, above: (string | number)[] = []): (string | number)[][] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => {
      const path = [...above, String(key)];
      return [path, ...paths(value, path)];
    });
  }
  if (!isSeq(node)) return [];
  return node.items.flatMap((item, i) => [[...above, i], ...paths(item, [...above, i])]);
}

async function readAndLint(folder: string) {
  const { project: found, findings } = await read(folder);
  for (const publication of found.publications) lintFacts(found, publication, '2026-11-23');
  for (const { code, message, hint, place } of findings) {
    assert.ok(code && message && hint && place?.file, code);
    assert.doesNotMatch(`${message} ${hint}`, /undefined|\[object|NaN/, message);
  }
  return found;
}

for (const file of files) {
  test(`each fact of ${file} deleted in turn: reading and linting go on`, async (t) => {
    const folder = changedProject(t, {});
    const text = readFileSync(join(soundProject, file), 'utf8');
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const all = paths(parseDocument(yaml, { stringKeys: true }).contents);
    assert.ok(all.length > 1);
    for (const path of all) {
      const document = parseDocument(yaml, { stringKeys: true });
      document.deleteIn(path);
      write(folder, { [file]: `---\n${document.toString()}---\n${body}` });
      const found = await readAndLint(folder);
      assert.ok(found.courses.length === 3, path.join('.'));
    }
  });

  test(`each fact of ${file} set to something it is not: reading and linting go on`, async (t) => {
    const folder = changedProject(t, {});
    const text = readFileSync(join(soundProject, file), 'utf8');
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const strange = [null, '', -1, true, [], {}, ['x', 3], { x: { y: [] } }, 'x'.repeat(3000)];
    for (const [i, path] of paths(parseDocument(yaml, { stringKeys: true }).contents).entries()) {
      const document = parseDocument(yaml, { stringKeys: true });
      document.setIn(path, document.createNode(strange[i % strange.length]));
      write(folder, { [file]: `---\n${document.toString()}---\n${body}` });
      await readAndLint(folder);
    }
  });
}

test('all facts and all words deleted: reading and linting go on', async (t) => {
  const folder = project(t, Object.fromEntries(files.map((file) => [file, ''])));
  write(folder, { 'content/publications/sheet.md': '---\nkind: course-sheet\n---\n' });
  const found = await readAndLint(folder);
  assert.deepEqual(found.courses[0]?.facts, { schema: 1 });
  assert.deepEqual(found.courses[0]?.body, []);
});
