import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { openStore } from '../../scripts/plan/store.ts';
import { temporaryFolder } from '../setup/temporary.ts';

const bytes = (text: string) => Buffer.from(text);
const text = (made: Uint8Array | undefined) => made && Buffer.from(made).toString();

/** What a process does in one build, each key made where it is not there. */
function build(folder: string, keys: string[], kind: 'whole' | 'part' = 'whole'): string[] {
  const store = openStore(folder);
  const made = keys.filter((key) => !store.get(key));
  for (const key of made) store.put(key, bytes(key));
  store.prune(kind);
  return made;
}

test('what was put is there for another process, private to the user', () => {
  const folder = join(temporaryFolder(), 'made');
  openStore(folder).put('a.pdf', bytes('one'));
  assert.equal(text(openStore(folder).get('a.pdf')), 'one');
  assert.equal(openStore(folder).get('b.pdf'), undefined);
});

test('what ten whole builds did not use goes, what they used stays', () => {
  const folder = temporaryFolder();
  build(folder, ['old', 'kept']);
  for (let i = 0; i < 9; i++) assert.deepEqual(build(folder, ['kept']), []);
  assert.ok(readdirSync(folder).includes('old'));
  build(folder, ['kept']);
  assert.deepEqual(readdirSync(folder).sort(), ['kept', 'uses.json']);
  assert.deepEqual(build(folder, ['old', 'kept']), ['old']);
});

test('a build of a part makes the rest older by a tenth', () => {
  const folder = temporaryFolder();
  build(folder, ['book', 'sheet']);
  for (let i = 0; i < 99; i++) build(folder, ['sheet'], 'part');
  assert.ok(readdirSync(folder).includes('book'));
  build(folder, ['sheet'], 'part');
  assert.ok(!readdirSync(folder).includes('book'));
});

test('what is used again is young again', () => {
  const folder = temporaryFolder();
  build(folder, ['a', 'b']);
  for (let i = 0; i < 30; i++) build(folder, i % 9 === 8 ? ['a', 'b'] : ['a']);
  assert.deepEqual(build(folder, ['a', 'b']), []);
});

test('what another process puts is not taken away before it has noted it, what it left half is in time', () => {
  const folder = temporaryFolder();
  build(folder, ['a']);
  for (let i = 0; i < 20; i++) build(folder, ['a']);
  writeFileSync(join(folder, 'b'), 'of another process');
  writeFileSync(join(folder, 'c.123.new'), 'half');
  build(folder, ['a']);
  assert.deepEqual(readdirSync(folder).sort(), ['a', 'b', 'c.123.new', 'uses.json']);
  for (let i = 0; i < 10; i++) build(folder, ['a']);
  assert.deepEqual(readdirSync(folder).sort(), ['a', 'uses.json']);
});

test('a lost or a broken note makes everything young, and is mended', () => {
  const folder = temporaryFolder();
  for (let i = 0; i < 12; i++) build(folder, ['a']);
  for (const broken of ['', '{', '{"age":"x","last":7}', 'null']) {
    writeFileSync(join(folder, 'b'), 'b');
    writeFileSync(join(folder, 'uses.json'), broken);
    assert.deepEqual(build(folder, ['a']), [], broken);
    assert.ok(readdirSync(folder).includes('b'));
    const { age, last } = JSON.parse(readFileSync(join(folder, 'uses.json'), 'utf8'));
    assert.deepEqual([age, last], [10, { a: 10, b: 10 }]);
  }
});

test('a file that a loss of power left empty is made again', () => {
  const folder = temporaryFolder();
  build(folder, ['a']);
  truncateSync(join(folder, 'a'));
  assert.deepEqual(build(folder, ['a']), ['a']);
  assert.deepEqual(build(folder, ['a']), []);
});

test('where nothing can be kept it is done without', () => {
  const folder = join(temporaryFolder(), 'made');
  writeFileSync(folder, 'a file stands here');
  assert.deepEqual(build(folder, ['a']), ['a']);
  assert.deepEqual(build(folder, ['a']), ['a']);
  assert.equal(readFileSync(folder, 'utf8'), 'a file stands here');
});

test('a folder in the place of a file is no file', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a'));
  assert.deepEqual(build(folder, ['a']), ['a']);
});
