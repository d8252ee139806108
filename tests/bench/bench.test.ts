import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Bench } from '../../scripts/bench/bench.ts';
import type { Peer } from '../../scripts/bench/peers/peers.ts';
import { isSound } from '../../scripts/bench/peers/sound.ts';
import { openWorld } from '../../scripts/world.ts';
import { press, projectFolder } from '../helpers/press.ts';

const bench = (): Bench => ({
  world: openWorld(),
  runs: 1,
  sizes: [1],
  signal: new AbortController().signal,
  folder: '',
  equipment: undefined,
  peers: [],
  say: () => undefined,
});

test('a peer that is not there is skipped, one that fails is said to have failed', async () => {
  using folder = projectFolder();
  const piece = { folder: folder.path, slug: 'course-001' };
  const inputs = new Map([['course-001', { pages: 1, words: ['word'] }]]);
  const peer = (code: string, missing?: string): Peer => ({
    name: 'Some',
    version: '1',
    missing,
    printsOurPages: false,
    print: () => ({ program: process.execPath, args: ['-e', code] }),
    output: () => join(folder.path, 'some.pdf'),
  });
  writeFileSync(join(folder.path, 'some.pdf'), 'no PDF');
  const stateOf = async (one: Peer) => {
    const own = bench();
    assert.equal(await isSound(own, one, piece, inputs), false);
    return own.peers.map(({ state, reason }) => `${state}: ${reason}`);
  };
  assert.deepEqual(await stateOf(peer('', 'no Python')), ['skipped: no Python']);
  assert.deepEqual(await stateOf(peer('console.error("why"); process.exit(1)')), ['failed: why']);
  assert.match((await stateOf(peer('')))[0] ?? '', /^failed: what it printed cannot be read/);
});

test('only what can be measured is named', async () => {
  const { code, stderr } = await press(['bench', 'poster']);
  assert.equal(code, 2);
  assert.match(stderr, /“poster”[\s\S]*sheet, sheets, book, charts/);
});
