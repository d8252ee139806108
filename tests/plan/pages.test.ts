import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, Job } from '../../scripts/browser/browser.ts';
import type { Document } from '../../scripts/layout/document.ts';
import type { Part } from '../../scripts/layout/part.ts';
import { countPages } from '../../scripts/plan/pages.ts';
import type { Store } from '../../scripts/plan/store.ts';

const part = (id: string, sure = false) => ({ id, pages: 2, sure }) as Part;

/** Counts the pages of parts whose words are given; the browser finds three pages in each. */
function counter() {
  const kept = new Map<string, Buffer>();
  const asked: string[][] = [];
  const store = {
    get: (key: string) => kept.get(key),
    put: (key: string, bytes: Buffer) => void kept.set(key, bytes),
  } as unknown as Store;
  const count = (words: Record<string, string>) => {
    const parts = [...Object.keys(words).map((id) => part(id)), part('sure', true)];
    const render = (some: readonly Part[]) => some.map(({ id }) => `${id}:${words[id]} `).join('');
    const document = { parts, paginated: true, render } as unknown as Document;
    const run = async (_job: Job, work: (sheet: object) => Promise<unknown>) => {
      let filled: string[] = [];
      return work({
        fill: async (html: string) => {
          filled = html
            .trim()
            .split(' ')
            .map((text) => text.split(':')[0] ?? '');
          asked.push(filled);
        },
        evaluate: async () => ({ survey: { parts: filled.map((id) => ({ id, count: 3 })) } }),
      });
    };
    const browser = { run } as unknown as Browser;
    return countPages({ document, browser, store, identity: 'x', report: () => {} });
  };
  return { count, asked };
}

test('parts of unsure length are counted all at once, and again only where their words changed', async () => {
  const { count, asked } = counter();
  const first = await count({ one: 'a', two: 'b' });
  assert.deepEqual(
    [...(first ?? [])],
    [
      ['one', 3],
      ['two', 3],
      ['sure', 2],
    ],
  );
  assert.deepEqual(asked, [['one', 'two']]);
  assert.deepEqual(await count({ one: 'a', two: 'b' }), first);
  assert.equal(asked.length, 1);
  await count({ one: 'a', two: 'changed' });
  assert.deepEqual(asked.slice(1), [['two']]);
});
