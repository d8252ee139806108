import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const { inputs } = JSON.parse(readFileSync(stateFile(world.project), 'utf8'));
  assert.equal(inputs[0][2], old.getTime());
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
