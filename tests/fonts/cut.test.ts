import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { cutFont, mayBeCut } from '../../scripts/fonts/cut.ts';
import { missingGlyphs, openFont } from '../../scripts/fonts/font.ts';

const fonts = new URL('../../templates/fonts/', import.meta.url);
const sans = openFont(readFileSync(new URL('SourceSans3-Regular.ttf', fonts)));

/** As a browser unpacks it. */
async function unpacked(woff2: Uint8Array): Promise<Uint8Array> {
  const { decompress } = createRequire(import.meta.url)('wawoff2');
  return decompress(woff2);
}

test('a cut has the characters asked for, and no others but what they are made of', async () => {
  const cut = openFont(await unpacked(await cutFont(sans, 'Tŷ 1904')));
  assert.deepEqual(missingGlyphs(cut, 'Tŷ 1904'), []);
  assert.deepEqual(missingGlyphs(cut, 'abc'), ['a', 'b', 'c']);
  assert.ok(cut.features.has('onum') && cut.features.has('kern'), [...cut.features].join());
  assert.ok(!cut.features.has('smcp'));
});

test('a cut is small, WOFF2, and the same each time', async () => {
  const text = 'The same bytes for the same words';
  const [one, two] = [await cutFont(sans, text), await cutFont(sans, text)];
  assert.ok(Buffer.compare(one, two) === 0);
  assert.equal(Buffer.from(one.subarray(0, 4)).toString(), 'wOF2');
  assert.ok(one.length < 10_000, String(one.length));
});

test('what its licensing bits forbid is not cut', () => {
  assert.ok(mayBeCut(sans));
  const may = (embedding: number) => mayBeCut({ embedding });
  assert.deepEqual([0, 0x0008].map(may), [true, true]);
  assert.deepEqual([0x0002, 0x0004, 0x0100, 0x0108, 0x0200].map(may), [
    false,
    false,
    false,
    false,
    false,
  ]);
  assert.ok(may(0x000c), 'the most that is allowed counts');
});
