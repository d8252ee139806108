import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTar } from '../../scripts/browser/tar.ts';
import { makeTar } from './archive.ts';

test('files come out as they went in, in order, and folders are passed over', () => {
  const long = 'x'.repeat(1500);
  const tar = makeTar([
    { name: 'lib/', type: '5' },
    { name: 'lib/a.so', text: 'one' },
    { name: 'lib/empty', text: '' },
    { name: 'lib/long', text: long },
  ]);
  const files = [...readTar(tar)].map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
  assert.deepEqual(files, [
    ['lib/a.so', 'one'],
    ['lib/empty', ''],
    ['lib/long', long],
  ]);
});

test('an archive that is cut short is refused', () => {
  const tar = makeTar([{ name: 'lib/a', text: 'x'.repeat(2000) }]);
  assert.throws(() => [...readTar(tar.subarray(0, 1024))], /cut short/);
});

test('a header that was changed is refused', () => {
  const tar = makeTar([{ name: 'lib/a', text: 'x' }]);
  tar[0] = 'm'.charCodeAt(0);
  assert.throws(() => [...readTar(tar)], /damaged/);
});

for (const name of ['../out', 'lib/../../out', '/etc/passwd']) {
  test(`a file that would leave the folder is refused: ${name}`, () => {
    assert.throws(() => [...readTar(makeTar([{ name, text: 'x' }]))], /outside itself/);
  });
}

test('a link is refused', () => {
  assert.throws(() => [...readTar(makeTar([{ name: 'lib/a', type: '2' }]))], /no plain file/);
});
