import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { watchFolders } from '../../scripts/watch/tree.ts';
import { until } from '../browser/processes.ts';
import { lay, temporaryFolder } from '../setup/temporary.ts';

/** A watched project, and a way to see whether a path below it was told of since the last question. */
function watched(context: TestContext) {
  const project = lay(temporaryFolder(), {
    'content/courses/law.md': '1',
    'content/institution.md': '1',
    'output/old.pdf': '1',
  });
  let told: string[] = [];
  const watching = watchFolders(project, ['content', 'templates'], (path) => told.push(path));
  context.after(() => watching[Symbol.dispose]());
  const at = (path: string) => join(project, path);
  return {
    at,
    async hears(path: string, change: () => void): Promise<boolean> {
      told = [];
      change();
      return until(() => told.includes(at(path)), 2000);
    },
    told: () => told,
  };
}

const law = 'content/courses/law.md';

test('a save is told', async (t) => {
  const { at, hears } = watched(t);
  assert.ok(await hears(law, () => writeFileSync(at(law), '2')));
  assert.ok(
    await hears('content/institution.md', () => writeFileSync(at('content/institution.md'), '2')),
  );
});

test('a file that is replaced by another is told, each time', async (t) => {
  const { at, hears } = watched(t);
  const swap = (content: string) => () => {
    writeFileSync(at('content/courses/.law.md.swp'), content);
    renameSync(at('content/courses/.law.md.swp'), at(law));
  };
  const backUp = () => {
    renameSync(at(law), at(`${law}~`));
    writeFileSync(at(law), '4');
    rmSync(at(`${law}~`));
  };
  assert.ok(await hears(law, swap('2')));
  assert.ok(await hears(law, swap('3')));
  assert.ok(await hears(law, backUp));
  assert.ok(await hears(law, () => writeFileSync(at(law), '5')));
});

test('a file that is deleted, renamed or new is told', async (t) => {
  const { at, hears } = watched(t);
  assert.ok(
    await hears('content/courses/lawn.md', () =>
      renameSync(at(law), at('content/courses/lawn.md')),
    ),
  );
  assert.ok(await hears(law, () => writeFileSync(at(law), 'new')));
  assert.ok(await hears(law, () => rmSync(at(law))));
});

test('folders may come, go, come again and change their names', async (t) => {
  const { at, hears } = watched(t);
  const file = 'templates/book/deep/style.css';
  const write = (path: string) => () => writeFileSync(at(path), 'x');
  const make = () => mkdirSync(at('templates/book/deep'), { recursive: true });
  assert.ok(await hears('templates', make));
  assert.ok(await hears(file, write(file)));
  assert.ok(await hears('templates/book', () => rmSync(at('templates/book'), { recursive: true })));
  assert.ok(await hears('templates/book', make));
  assert.ok(await hears(file, write(file)));
  const moved = file.replace('book', 'flyer');
  assert.ok(
    await hears('templates/flyer', () => renameSync(at('templates/book'), at('templates/flyer'))),
  );
  assert.ok(await hears(moved, write(moved)));
});

test('what is made, what editors put beside a file and what lies elsewhere is not told', async (t) => {
  const { at, hears, told } = watched(t);
  const quiet = [
    'output/new.pdf',
    'other.md',
    'content/.DS_Store',
    'content/law.md~',
    'content/#law.md#',
  ];
  quiet.push('content/4913', 'content/x.tmp', 'content/law.md.swp');
  // What is told in the end shows that the rest was not.
  await hears(law, () => {
    for (const path of quiet) writeFileSync(at(path), 'x');
    writeFileSync(at(law), '2');
  });
  assert.deepEqual([...new Set(told())], [at(law)]);
});
