import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../../scripts/images/mark/random.ts';

test('to skip numbers is to draw them', () => {
  for (const count of [0, 1, 7, 2400, 1_000_000]) {
    const [drawn, skipped] = [seeded('physics'), seeded('physics')];
    for (let i = 0; i < count; i++) drawn();
    skipped.skip(count);
    assert.deepEqual([skipped(), skipped()], [drawn(), drawn()], `${count}`);
  }
});

test('another seed has other numbers', () => {
  assert.notEqual(seeded('physics')(), seeded('drama')());
});
