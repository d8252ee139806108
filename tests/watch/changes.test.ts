import assert from 'node:assert/strict';
import test from 'node:test';
import { collectChanges } from '../../scripts/watch/changes.ts';

const never = new AbortController().signal;

test('changes that come together are one', async () => {
  const changes = collectChanges(20, never);
  for (const path of ['b', 'a', 'b']) changes.add(path);
  assert.deepEqual(await changes.next(), ['a', 'b']);
});

test('what changes while nobody waits is there for the next', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const changes = collectChanges(60, never);
  changes.add('a');
  t.mock.timers.tick(60);
  assert.deepEqual(await changes.next(), ['a']);
  let isOver = false;
  const next = changes.next().then((paths) => {
    isOver = true;
    return paths;
  });
  changes.add('b');
  t.mock.timers.tick(50);
  changes.add('c');
  t.mock.timers.tick(50);
  await Promise.resolve();
  assert.equal(isOver, false, 'it has not been quiet for 60 ms');
  t.mock.timers.tick(10);
  assert.deepEqual(await next, ['b', 'c']);
});

test('nothing is waited for once the end is near', async () => {
  const ending = new AbortController();
  const changes = collectChanges(10_000, ending.signal);
  changes.add('a');
  const next = changes.next();
  ending.abort();
  assert.deepEqual(await next, []);
  assert.deepEqual(await changes.next(), []);
});
