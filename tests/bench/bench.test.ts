import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Bench } from '../../scripts/bench/bench.ts';
import type { Given, Peer } from '../../scripts/bench/peers/peer.ts';
import { tryPeer } from '../../scripts/bench/peers/sound.ts';
import { openWorld } from '../../scripts/world.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { pdfOf } from './pdf.ts';

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
  const inputs = new Map([['course-001', { pages: 2, words: ['word'], contents: [] }]]);
  const peer = (code: string, missing?: string): Peer => ({
    name: 'Some',
    version: '1',
    missing,
    given: 'its own markup',
    print: () => ({ program: process.execPath, args: ['-e', code] }),
    output: () => join(folder.path, 'some.pdf'),
  });
  writeFileSync(join(folder.path, 'some.pdf'), 'no PDF');
  const stateOf = async (one: Peer) => {
    const own = bench();
    assert.equal(await tryPeer(own, one, piece, inputs), undefined);
    return own.peers.map(({ state, reason }) => `${state}: ${reason}`);
  };
  assert.deepEqual(await stateOf(peer('', 'no Python')), ['skipped: no Python']);
  assert.deepEqual(await stateOf(peer('console.error("why"); process.exit(1)')), ['failed: why']);
  assert.match((await stateOf(peer('')))[0] ?? '', /^failed: what it printed cannot be read/);
});

test('our pages are printed one by one; natural HTML comes to about as many', async () => {
  using folder = projectFolder();
  const file = join(folder.path, 'some.pdf');
  const inputs = new Map([['some', { pages: 4, words: ['word'], contents: ['Care'] }]]);
  const reasonOf = async (given: Given, lines: readonly string[]) => {
    writeFileSync(file, await pdfOf(lines));
    const own = bench();
    const peer: Peer = {
      ...{ name: 'Some', version: '1', missing: undefined, given },
      print: () => ({ program: process.execPath, args: ['-e', '0'] }),
      output: () => file,
    };
    const piece = { folder: folder.path, slug: 'some' };
    const tried = await tryPeer(own, peer, piece, inputs);
    assert.equal(tried?.pages, own.peers[0]?.state === 'measured' ? lines.length : undefined);
    return own.peers[0]?.reason ?? 'sound';
  };
  const five = ['Care 3', '', 'Care word', '', ''];
  assert.match(await reasonOf('our very pages', five), /5 pages instead of 4/);
  assert.equal(await reasonOf('our very pages', five.slice(0, 4)), 'sound');
  assert.equal(await reasonOf('natural HTML', five), 'sound');
  assert.match(await reasonOf('natural HTML', [...five, '', '']), /7 pages instead of 3 to 6/);
  assert.match(await reasonOf('natural HTML', ['Care 2', '', 'Care word']), /number for Care/);
  assert.equal(await reasonOf('its own markup', ['word']), 'sound');
});

test('only what can be measured is named', async () => {
  const { code, stderr } = await press(['bench', 'poster']);
  assert.equal(code, 2);
  assert.match(stderr, /“poster”[\s\S]*sheet, sheets, book, charts/);
});
