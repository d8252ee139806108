import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBudget } from '../../scripts/images/budget.ts';

/** Work that ends when told to. */
function work(log: string[], name: string) {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    end: () => end(),
    run: async () => {
      log.push(`${name} starts`);
      await done;
      log.push(`${name} ends`);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('never more at once than the budget holds, in the order it was asked', async () => {
  const budget = openBudget(10);
  const log: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(log, name));
  const all = [budget(6, a!.run), budget(4, b!.run), budget(5, c!.run), budget(1, d!.run)];
  await settled();
  assert.deepEqual(log, ['a starts', 'b starts']);
  b!.end();
  await settled();
  assert.deepEqual(log.slice(2), ['b ends'], 'c does not fit yet, and d waits its turn');
  a!.end();
  await settled();
  assert.deepEqual(log.slice(3), ['a ends', 'c starts', 'd starts']);
  c!.end();
  d!.end();
  await Promise.all(all);
});

test('what is larger than the budget runs alone', async () => {
  const budget = openBudget(10);
  const log: string[] = [];
  const [a, b] = ['a', 'b'].map((name) => work(log, name));
  const all = [budget(100, a!.run), budget(1, b!.run)];
  await settled();
  assert.deepEqual(log, ['a starts']);
  a!.end();
  await settled();
  assert.deepEqual(log, ['a starts', 'a ends', 'b starts']);
  b!.end();
  await Promise.all(all);
});

test('failed work gives back what it took, and its fault goes to who asked', async () => {
  const budget = openBudget(1);
  await assert.rejects(
    budget(1, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(await budget(1, async () => 'next'), 'next');
});
