import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { beginBuild, recordState } from '../../scripts/plan/state.ts';
import { stateFile, unchanged } from '../../scripts/setup/state.mjs';
import { openWorld, type World } from '../../scripts/world.ts';
import { lay, temporaryFolder } from '../setup/temporary.ts';

const ARGS = ['build', '--draft'];
const CLOSING = { stdout: 'Made 2 publications.\n', stderr: 'warning: …\n', code: 1 };

interface Built {
  world: World;
  at(path: string): string;
  fresh(args?: string[], tool?: string): unknown;
}

/** A project that was built and recorded, a while after its files were written. */
async function built(options: { validUntil?: string; asOf?: string } = {}): Promise<Built> {
  const project = lay(temporaryFolder(), { 'content/a.md': 'one', 'content/b.md': 'two' });
  const tool = lay(temporaryFolder(), { '.bundle/identity': 'bundle-1' });
  const at = (path: string) => join(project, path);
  const world = { ...openWorld({ project, asOf: options.asOf }), tool };
  await pastTick();
  const start = beginBuild(world);
  lay(project, { 'output/screen/a.pdf': '%PDF-a' });
  const kept = recordState(world, {
    start,
    args: ARGS,
    inputs: [at('content/a.md'), at('content/b.md')],
    folders: [at('content')],
    outputs: [at('output/screen/a.pdf')],
    validUntil: options.validUntil,
    closing: CLOSING,
  });
  assert.equal(kept, true);
  return { world, at, fresh: (args = ARGS, id = 'bundle-1') => unchanged(args, project, id) };
}

/** What stands below the seal. */
const recordOf = (project: string) =>
  readFileSync(stateFile(project), 'utf8').split('\n').slice(1).join('\n');

/** File systems keep time in ticks of up to ten milliseconds. */
const pastTick = () => wait(25);

test('says again what the last build said when nothing has changed', async () => {
  const { fresh } = await built();
  assert.deepEqual(fresh(), CLOSING);
});

const changes: Record<string, (project: Built) => void> = {
  'an input was edited': ({ at }) => appendFileSync(at('content/a.md'), '!'),
  'an input was edited to the same size with its old time': ({ at }) => {
    const { atime, mtime } = statSync(at('content/a.md'));
    writeFileSync(at('content/a.md'), 'eno');
    utimesSync(at('content/a.md'), atime, mtime);
  },
  'an input is gone': ({ at }) => rmSync(at('content/b.md')),
  'a file came into a folder': ({ at }) => writeFileSync(at('content/c.md'), ''),
  'an output is gone': ({ at }) => rmSync(at('output/screen/a.pdf')),
  'an output was altered': ({ at }) => writeFileSync(at('output/screen/a.pdf'), '%PDF-b'),
  'a build has begun and not ended': ({ world }) => void beginBuild(world),
  'the record was cut short': ({ world }) => {
    const file = stateFile(world.project);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
  },
};
for (const [what, change] of Object.entries(changes)) {
  test(`says nothing when ${what}`, async () => {
    const project = await built();
    change(project);
    assert.equal(project.fresh(), undefined);
  });
}

test('says nothing to other arguments, another tool, another environment, or --force', async () => {
  const { fresh } = await built();
  assert.equal(fresh(['build']), undefined);
  assert.equal(fresh([...ARGS, '--force']), undefined);
  assert.equal(fresh(ARGS, 'bundle-2'), undefined);
  process.env.SOURCE_DATE_EPOCH = '1';
  assert.equal(fresh(), undefined);
  delete process.env.SOURCE_DATE_EPOCH;
  assert.deepEqual(fresh(), CLOSING);
});

test('a touched file is read again, found the same, and not read a third time', async () => {
  const { fresh, at, world } = await built();
  const old = new Date('2020-01-01T00:00:00Z');
  utimesSync(at('content/a.md'), old, old);
  assert.deepEqual(fresh(), CLOSING);
  await wait(2100);
  assert.deepEqual(fresh(), CLOSING);
  const { inputs } = JSON.parse(recordOf(world.project));
  assert.equal(inputs[0][2], old.getTime());
});

test('a record that somebody else wrote, or changed, is none', async () => {
  const { fresh, world } = await built();
  const file = stateFile(world.project);
  const kept = readFileSync(file, 'utf8');
  const [seal] = kept.split('\n');
  const forged = JSON.stringify({
    ...JSON.parse(recordOf(world.project)),
    closing: { stdout: 'Send the fees to …\n', stderr: '', code: 0 },
  });
  for (const text of [
    forged,
    `\n${forged}`,
    `${seal}\n${forged}`,
    kept.replace('Made 2', 'Made 3'),
  ]) {
    writeFileSync(file, text);
    assert.equal(fresh(), undefined);
  }
  writeFileSync(file, kept);
  assert.deepEqual(fresh(), CLOSING);
});

test('a record of another user is none: there all is built', async (t) => {
  const { fresh } = await built();
  const { PRESS_CACHE } = process.env;
  t.after(() => {
    if (PRESS_CACHE === undefined) delete process.env.PRESS_CACHE;
    else process.env.PRESS_CACHE = PRESS_CACHE;
  });
  // The variable is of the call, too: made with it set, and looked at with another secret there.
  process.env.PRESS_CACHE = temporaryFolder();
  const own = await built();
  assert.deepEqual(own.fresh(), CLOSING);
  writeFileSync(join(process.env.PRESS_CACHE, 'secret'), Buffer.alloc(32, 7), { mode: 0o600 });
  assert.equal(own.fresh(), undefined);
  assert.equal(fresh(), undefined);
});

test('a record that was copied to another project is none', async () => {
  const { world } = await built();
  const copy = temporaryFolder();
  cpSync(world.project, copy, { recursive: true, preserveTimestamps: true });
  // Nothing in it names a file of its own: only the seal tells that it was made elsewhere.
  assert.equal(unchanged(ARGS, copy, 'bundle-1'), undefined);
  assert.deepEqual(unchanged(ARGS, world.project, 'bundle-1'), CLOSING);
});

test('a link in the place of .press has nothing written or taken away behind it', () => {
  const elsewhere = lay(temporaryFolder(), { 'state.json': 'mine' });
  const project = lay(temporaryFolder(), { 'content/a.md': 'one' });
  const tool = lay(temporaryFolder(), { '.bundle/identity': 'bundle-1' });
  symlinkSync(elsewhere, join(project, '.press'));
  const world = { ...openWorld({ project }), tool };
  recordState(world, {
    start: beginBuild(world),
    ...{ args: ARGS, inputs: [], folders: [], outputs: [], validUntil: undefined },
    closing: CLOSING,
  });
  assert.deepEqual(readdirSync(elsewhere), ['state.json']);
  assert.equal(readFileSync(join(elsewhere, 'state.json'), 'utf8'), 'mine');
  assert.equal(relative(world.userCache, world.cache).startsWith('..'), false);
});

test('a finding that will fire on a day ends the record on that day', async () => {
  const before = await built({ validUntil: '9999-01-01' });
  assert.deepEqual(before.fresh(), CLOSING);
  const after = await built({ validUntil: '2001-01-01', asOf: '2000-12-31' });
  assert.equal(after.fresh(), undefined);
});

test('a clock that went back ends the record', async () => {
  const { fresh } = await built({ asOf: '9999-01-01' });
  assert.equal(fresh(), undefined);
});

test('keeps no record of a build during which an input was touched or lost', async () => {
  const project = lay(temporaryFolder(), { 'content/a.md': 'one' });
  const tool = lay(temporaryFolder(), { '.bundle/identity': 'bundle-1' });
  const world = { ...openWorld({ project }), tool };
  const record = {
    args: ARGS,
    inputs: [join(project, 'content/a.md')],
    folders: [],
    outputs: [],
    validUntil: undefined,
    closing: CLOSING,
  };
  await pastTick();
  const first = beginBuild(world);
  assert.equal(recordState(world, { ...record, start: first }), true);
  const second = beginBuild(world);
  await pastTick();
  writeFileSync(join(project, 'content/a.md'), 'two');
  assert.equal(recordState(world, { ...record, start: second }), false);
  assert.equal(unchanged(ARGS, project, 'bundle-1'), undefined);
  rmSync(join(project, 'content/a.md'));
  assert.equal(recordState(world, { ...record, start: beginBuild(world) }), false);
});
