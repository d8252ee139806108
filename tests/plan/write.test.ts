import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { diskFault } from '../../scripts/plan/disk.ts';
import { writeWhole } from '../../scripts/plan/write.ts';
import { openWorld, type World } from '../../scripts/world.ts';
import { asUser, onPosix } from '../helpers/machines.ts';
import { lay, temporaryFolder } from '../setup/temporary.ts';

/** Writes two bytes to a file of output/ and returns what was said. */
function write(world: World, name = 'screen/a.pdf') {
  const { findings, report } = collector();
  const isThere = writeWhole(world, join(world.out, name), Buffer.from('%P'), report);
  assert.equal(isThere, findings.length === 0);
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

const worldOf = (out?: string) =>
  openWorld({ project: temporaryFolder(), ...(out ? { out } : {}) });

test('a file is put into its place, nothing beside it, and left alone when it is so already', () => {
  const world = worldOf();
  assert.deepEqual(write(world), []);
  const file = join(world.out, 'screen/a.pdf');
  const { ino } = statSync(file);
  assert.deepEqual(write(world), []);
  assert.equal(statSync(file).ino, ino);
  writeFileSync(file, 'older');
  assert.deepEqual(write(world), []);
  assert.equal(readFileSync(file, 'utf8'), '%P');
  assert.deepEqual(readdirSync(join(world.out, 'screen')), ['a.pdf']);
  assert.deepEqual(readdirSync(join(world.cache, 'drafts')), []);
});

test('a folder in the way of a file, and a file in the way of a folder, are findings', () => {
  const first = worldOf();
  mkdirSync(join(first.out, 'screen/a.pdf'), { recursive: true });
  assert.match(
    write(first)[0] ?? '',
    /^plan\/cannot-write: output.screen.a\.pdf .*a folder of that/,
  );
  const second = worldOf();
  lay(second.project, { output: '' });
  assert.match(write(second)[0] ?? '', /^plan\/cannot-write: .*a file stands where a folder/);
});

test('a folder that may not be written is a finding', asUser, () => {
  const world = worldOf();
  mkdirSync(join(world.out, 'screen'), { recursive: true });
  chmodSync(join(world.out, 'screen'), 0o555);
  assert.match(write(world)[0] ?? '', /^plan\/cannot-write: .*you have no right/);
});

test('links that came with a project have nothing replaced elsewhere', onPosix, () => {
  for (const [link, below] of [
    ['output', 'screen/'],
    ['output/screen', ''],
  ] as const) {
    const world = worldOf();
    const elsewhere = lay(temporaryFolder(), { [`${below}a.pdf`]: 'mine' });
    if (link !== 'output') mkdirSync(world.out);
    symlinkSync(elsewhere, join(world.project, link));
    assert.match(write(world)[0] ?? '', /^plan\/leads-elsewhere: .* output/);
    assert.equal(readFileSync(join(elsewhere, `${below}a.pdf`), 'utf8'), 'mine');
  }
});

test('a link in the place of the file itself is replaced, not followed', onPosix, () => {
  const world = worldOf();
  const elsewhere = lay(temporaryFolder(), { 'a.pdf': 'mine' });
  mkdirSync(join(world.out, 'screen'), { recursive: true });
  symlinkSync(join(elsewhere, 'a.pdf'), join(world.out, 'screen/a.pdf'));
  assert.deepEqual(write(world), []);
  assert.equal(readFileSync(join(elsewhere, 'a.pdf'), 'utf8'), 'mine');
  assert.equal(readFileSync(join(world.out, 'screen/a.pdf'), 'utf8'), '%P');
});

test('a place that the user names may be behind a link', onPosix, () => {
  const real = temporaryFolder();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(real, link);
  assert.deepEqual(write(worldOf(link)), []);
  assert.ok(existsSync(join(real, 'screen/a.pdf')));
});

test('a place on another disk gets whole files too', {
  skip: !existsSync('/dev/shm') && 'there is no second disk',
}, (t) => {
  const out = join('/dev/shm', `press-test-${process.pid}`);
  t.after(() => rmSync(out, { recursive: true, force: true }));
  assert.deepEqual(write(worldOf(out)), []);
  assert.deepEqual(readdirSync(join(out, 'screen')), ['a.pdf']);
});

test('a fault of the disk in our own folders is a message, any other is not', () => {
  const world = worldOf();
  const fault = (code: string, path: string) => Object.assign(new Error(code), { code, path });
  const said = diskFault(fault('ENOSPC', join(world.cache, 'shells/x')), world);
  assert.match(said?.message ?? '', /^What is kept for the next build .*: the disk is full\.$/);
  assert.ok(diskFault(fault('EROFS', join(world.userCache, 'x')), world));
  assert.equal(diskFault(fault('ENOSPC', '/elsewhere'), world), undefined);
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
  assert.deepEqual(diskFault(full, world), said);
  assert.equal(diskFault(fault('ENOENT', join(world.cache, 'x')), world), undefined);
  assert.equal(diskFault(new TypeError('x'), world), undefined);
});
