import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { oneAtATime } from '../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporary.ts';

test('the second waits until the first is done', async () => {
  const file = join(temporaryFolder(), 'lock');
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await wait(30);
    order.push(`${name} ends`);
  };
  await Promise.all([oneAtATime(file, work('a')), oneAtATime(file, work('b'))]);
  assert.deepEqual(order, ['a begins', 'a ends', 'b begins', 'b ends']);
  assert.equal(existsSync(file), false);
});

test('what fails lets the next one in', async () => {
  const file = join(temporaryFolder(), 'lock');
  await assert.rejects(
    oneAtATime(file, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(await oneAtATime(file, async () => 'in'), 'in');
});

test('the lock of a process that died is no lock', async () => {
  const file = join(temporaryFolder(), 'lock');
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(file, String(dead));
  assert.equal(await oneAtATime(file, async () => 'in'), 'in');
});
