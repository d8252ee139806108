import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { unpack } from '../../scripts/browser/unpack.ts';
import { writeArchives } from './archive.ts';
import { makeFolder, makeWorld } from './world.ts';

const onPosix = { skip: process.platform === 'win32' && 'file modes are of POSIX' };
const age = (path: string, days: number) => {
  const then = Date.now() / 1000 - days * 86_400;
  utimesSync(path, then, then);
};
const modeOf = (path: string) => statSync(path).mode & 0o777;

function setUp(options = {}) {
  const archives = writeArchives(join(makeFolder(), 'bin'), options);
  const world = makeWorld({ userCache: join(makeFolder(), 'cache') });
  return { archives, world, home: join(world.userCache, 'browser') };
}

test(
  'the program and its libraries are unpacked, private, and named by their content',
  onPosix,
  async () => {
    const { archives, world, home } = setUp();
    const first = await unpack(archives, world);
    assert.equal(first.version, '153.0.1.2');
    assert.match(readFileSync(first.path, 'utf8'), /Chromium/);
    assert.deepEqual(readdirSync(first.libraries).sort(), ['libexpat.so.1', 'libnss3.so']);
    assert.equal(dirname(first.path), join(home, first.hash.slice(0, 32)));
    for (const folder of [home, dirname(first.path), first.libraries]) {
      assert.equal(modeOf(folder), 0o700, folder);
    }
    assert.equal(modeOf(first.path), 0o700);

    const other = writeArchives(join(makeFolder(), 'bin'), { padding: 1 });
    assert.notEqual((await unpack(other, world)).hash, first.hash);
  },
);

test(
  'what is unpacked is used again, and unpacked again if any file is not as it was',
  onPosix,
  async () => {
    const { archives, world } = setUp();
    const { path, libraries } = await unpack(archives, world);
    const { ino } = statSync(path);
    await unpack(archives, world);
    assert.equal(statSync(path).ino, ino);

    const library = join(libraries, 'libnss3.so');
    appendFileSync(library, 'planted');
    await unpack(archives, world);
    assert.equal(readFileSync(library, 'utf8'), 'nss');

    chmodSync(path, 0o777);
    await unpack(archives, world);
    assert.equal(modeOf(path), 0o700);

    renameSync(library, `${library}.away`);
    symlinkSync(`${library}.away`, library);
    await unpack(archives, world);
    assert.ok(!readdirSync(libraries).includes('libnss3.so.away'));
  },
);

test('a folder that was not finished is not used', onPosix, async () => {
  const { archives, world } = setUp();
  const { path } = await unpack(archives, world);
  renameSync(join(dirname(path), 'contents.json'), join(dirname(path), 'half'));
  writeFileSync(path, '#!/bin/sh\necho half');
  await unpack(archives, world);
  assert.match(readFileSync(path, 'utf8'), /153\.0\.1\.2/);
});

test(
  'a cache that others could write is made private before anything is run from it',
  onPosix,
  async () => {
    const { archives, world, home } = setUp();
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o777);
    await unpack(archives, world);
    assert.equal(modeOf(home), 0o700);
  },
);

test('a cache that is a link is refused', onPosix, async () => {
  const { archives, world, home } = setUp();
  mkdirSync(world.userCache, { recursive: true });
  symlinkSync(makeFolder(), home);
  await assert.rejects(unpack(archives, world), /is no folder/);
});

test(
  'processes that unpack at once all get a sound browser, and leave no draft',
  onPosix,
  async () => {
    const { archives, world, home } = setUp({ padding: 30_000_000 });
    const module = join(import.meta.dirname, '../../scripts/browser/unpack.ts');
    const code = `import(${JSON.stringify(module)}).then(async ({unpack}) => console.log((await unpack(${JSON.stringify(archives)}, ${JSON.stringify(world)})).path))`;
    const run = promisify(execFile);
    const answers = await Promise.all([1, 2, 3].map(() => run(process.execPath, ['-e', code])));
    const paths = new Set(answers.map(({ stdout }) => stdout.trim()));
    assert.equal(paths.size, 1);
    const [path = ''] = paths;
    assert.match((await run(path, [])).stdout, /153\.0\.1\.2/);
    assert.deepEqual(
      readdirSync(home).filter((name) => name.startsWith('draft')),
      [],
    );
  },
);

test(
  'what a process left that was ended by force is swept away after an hour',
  onPosix,
  async () => {
    const { archives, world, home } = setUp();
    mkdirSync(join(home, 'draft-old'), { recursive: true });
    mkdirSync(join(home, 'draft-new'));
    const hours = Date.now() / 1000 - 7200;
    utimesSync(join(home, 'draft-old'), hours, hours);
    await unpack(archives, world);
    assert.deepEqual(
      readdirSync(home).filter((name) => name.startsWith('draft')),
      ['draft-new'],
    );
  },
);

test('a version that nobody used for a month goes when another is unpacked', onPosix, async () => {
  const { archives, world, home } = setUp();
  const old = dirname((await unpack(archives, world)).path);
  const spare = dirname(
    (await unpack(writeArchives(join(makeFolder(), 'bin'), { padding: 1 }), world)).path,
  );
  for (const folder of [old, spare]) age(join(folder, 'contents.json'), 31);
  age(join(home, readdirSync(home).find((name) => name.endsWith('.hash')) ?? ''), 31);
  // It is used again: that is noted.
  await unpack(archives, world);
  const third = dirname(
    (await unpack(writeArchives(join(makeFolder(), 'bin'), { padding: 2 }), world)).path,
  );
  const left = readdirSync(home).filter((name) => !name.endsWith('.hash'));
  assert.deepEqual(left.sort(), [old, third].map((folder) => basename(folder)).sort());
  assert.equal(readdirSync(home).filter((name) => name.endsWith('.hash')).length, 2);
});

test('a version that was used within a month stays, its files as they are', onPosix, async () => {
  const { archives, world } = setUp();
  const { path } = await unpack(archives, world);
  age(join(dirname(path), 'contents.json'), 29);
  const { ino } = statSync(path);
  await unpack(writeArchives(join(makeFolder(), 'bin'), { padding: 1 }), world);
  assert.equal(statSync(path).ino, ino);
});

test('an archive that is damaged leaves nothing behind', onPosix, async () => {
  const { archives, world, home } = setUp();
  const path = join(archives, 'al2023.tar.br');
  writeFileSync(path, readFileSync(path).subarray(0, 20));
  await assert.rejects(unpack(archives, world));
  assert.deepEqual(
    readdirSync(home).filter((name) => !name.endsWith('.hash')),
    [],
  );
});
