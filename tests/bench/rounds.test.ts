import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { residentBytes } from '../../scripts/bench/memory.ts';
import { type Finished, finish } from '../../scripts/bench/process.ts';
import { type Contender, inTurn, median } from '../../scripts/bench/rounds.ts';

const finished = (ms: number, code = 0): Finished => ({
  ms,
  code,
  stdout: '',
  complaint: 'line one\n\nwent wrong\n',
  peakBytes: 0,
});

test('contenders run in turn, each followed by a bare start; the first round does not count', async () => {
  const order: string[] = [];
  const contender = (name: string, times: number[]): Contender => ({
    name,
    before: () => order.push(`before ${name}`),
    run: async () => {
      order.push(name);
      return finished(times.shift() ?? Number.NaN);
    },
  });
  const node = { name: 'node', run: async () => finished(order.push('node') * 0 + 10) };
  const both = [contender('a', [999, 3, 1, 2]), contender('b', [999, 6, 6, 9])];
  const measured = await inTurn(both, node, 3);
  assert.deepEqual(order.slice(0, 6), ['before a', 'a', 'node', 'before b', 'b', 'node']);
  assert.equal(order.length, 24);
  assert.equal(measured.get('a')?.ms, 2);
  assert.equal(measured.get('b')?.ms, 6);
  assert.equal(measured.get('b')?.nodeMs, 10);
});

test('one that fails ends the measuring, with its last words', async () => {
  const bad = { name: 'bad', run: async () => finished(1, 7) };
  await assert.rejects(inTurn([bad], bad, 1), /^Error: bad: line one went wrong$/);
});

test('the median is the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([9, 1, 5, 7]), 6);
  assert.equal(median([4]), 4);
});

test('a process is run to its end and its code told', async () => {
  const { signal } = new AbortController();
  const run = (code: string) => finish({ program: process.execPath, args: ['-e', code] }, signal);
  const good = await run('console.log("here")');
  assert.deepEqual([good.code, good.stdout], [0, 'here\n']);
  const bad = await run('console.error("why"); process.exit(3)');
  assert.deepEqual([bad.code, bad.complaint], [3, 'why\n']);
  const none = await finish({ program: 'no-such-program', args: [] }, signal);
  assert.equal(none.code, null);
  assert.match(none.complaint, /ENOENT/);
});

test('memory is that of a process and all it started', {
  skip: process.platform !== 'linux',
}, async () => {
  const before = residentBytes(process.pid);
  const hold =
    'globalThis.held = Buffer.alloc(200e6, 1); console.log("held"); setInterval(() => {}, 1e6);';
  const child = spawn(process.execPath, ['-e', hold]);
  try {
    await once(child.stdout, 'data');
    assert.ok(residentBytes(process.pid) - before > 200e6);
    assert.ok(residentBytes(child.pid ?? 0) < residentBytes(process.pid));
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  assert.ok(residentBytes(child.pid ?? 0) === 0);
});
