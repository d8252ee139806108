import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/*
 * What a style sheet may not do: readers follow the tags, which follow the document. Text in
 * `content` is in no tag at all, and masks make forms that no tagged file may have.
 */
const refused: [what: string, pattern: RegExp][] = [
  [
    'another order',
    /(?:^|[;{\s])order\s*:|row-reverse|column-reverse|grid-auto-flow\s*:[^;]*dense/,
  ],
  ['a mask', /(?:^|[;{\s-])mask(?:-[a-z]+)?\s*:/],
  [
    'text',
    /(?:^|[;{\s])content\s*:\s*(?:"[^"]*[\p{L}\p{N}]|'[^']*[\p{L}\p{N}]|[^;}]*(?:attr|counter)s?\()/u,
  ],
];

function wrongIn(css: string): string[] {
  // Escapes are single characters that draw nothing, or a sign.
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\\[0-9a-f]{1,6}/gi, '');
  return refused.filter(([, pattern]) => pattern.test(plain)).map(([what]) => what);
}

test('no style sheet that is printed reorders, masks or writes', () => {
  const root = join(import.meta.dirname, '../../templates');
  const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' })
    // Pages of the web are not printed.
    .filter(
      (file) => /\.(?:css|hbs)$/.test(file) && !/^(?:watch|projects|formats\/html)\b/.test(file),
    );
  assert.ok(sheets.length > 10);
  for (const file of sheets) {
    assert.deepEqual(wrongIn(readFileSync(join(root, file), 'utf8')), [], file);
  }
});

test('each of these is found', () => {
  assert.deepEqual(wrongIn('a{order:2}'), ['another order']);
  assert.deepEqual(wrongIn('a { flex-direction: row-reverse }'), ['another order']);
  assert.deepEqual(wrongIn('a { -webkit-mask-image: url(x) }'), ['a mask']);
  assert.deepEqual(wrongIn('a::before { content: "Start" }'), ['text']);
  assert.deepEqual(wrongIn('a::before { content: attr(title) }'), ['text']);
  assert.deepEqual(wrongIn('a::before { content: "\\200b"; border: 0 } /* order: 1 */'), []);
});
