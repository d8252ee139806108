import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import jsqr from 'jsqr';
import { qrMostBytes, qrPath, qrQuietZone } from '../../scripts/images/qr.ts';

type Fill = 'nonzero' | 'evenodd';

/** Fills the path by hand: for each module, how often the outline goes round its centre. */
function darkModules(path: string, modules: number, fill: Fill): boolean[][] {
  const winding = Array.from({ length: modules }, () => new Array<number>(modules).fill(0));
  for (const loop of path.split('z').filter(Boolean)) {
    const [, startX, startY, rest] = /^M(\d+) (\d+)(.*)$/.exec(loop)!;
    let [x, y] = [Number(startX), Number(startY)];
    for (const [, axis, by] of rest!.matchAll(/([hv])(-?\d+)/g)) {
      const length = Number(by);
      if (axis === 'h') {
        x += length;
        continue;
      }
      // Everything right of a vertical side is inside once more, or once less.
      for (let row = Math.min(y, y + length); row < Math.max(y, y + length); row++) {
        for (let column = x; column < modules; column++)
          winding[row]![column]! += Math.sign(length);
      }
      y += length;
    }
    assert.deepEqual([x, y], [Number(startX), Number(startY)], 'each outline is closed');
  }
  return winding.map((row) => row.map((n) => (fill === 'nonzero' ? n !== 0 : n % 2 !== 0)));
}

function decode(dark: boolean[][], quiet = qrQuietZone, scale = 6): string | undefined {
  const side = (dark.length + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [y, row] of dark.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue;
      for (let i = 0; i < scale; i++) {
        for (let j = 0; j < scale; j++) {
          const at = (((y + quiet) * scale + i) * side + (x + quiet) * scale + j) * 4;
          pixels.fill(0, at, at + 3);
        }
      }
    }
  }
  return jsqr.default(pixels, side, side)?.data;
}

describe('a reader reads what was written', () => {
  for (const text of [
    'https://sample.example/apply',
    'SAMPLE.EXAMPLE/GTE',
    'https://example.ac.uk/cyrsiau/ŵyl?blwyddyn=2027&iaith=cy#gwneud-cais',
    `https://example.ac.uk/${'a-long-way/'.repeat(40)}`,
  ]) {
    test(text.slice(0, 60), () => {
      const { path, modules } = qrPath(text)!;
      for (const fill of ['nonzero', 'evenodd'] as const) {
        assert.equal(decode(darkModules(path, modules, fill)), text);
      }
    });
  }
});

test('a reader reads codes of all sizes, up to the longest text', () => {
  for (const bytes of [1, 14, 15, 42, 100, 213, 500, 1000, qrMostBytes]) {
    const text = 'courses/'.repeat(bytes / 8 + 1).slice(0, bytes);
    const { path, modules } = qrPath(text)!;
    assert.equal(decode(darkModules(path, modules, 'nonzero')), text);
  }
});

test('error correction level M, by its format information (ISO/IEC 18004, 7.9.1)', () => {
  for (const text of ['sample.example', 'https://sample.example/apply']) {
    const { path, modules } = qrPath(text)!;
    const dark = darkModules(path, modules, 'nonzero');
    // Level M is 00; the mask turns it to 10. L, Q and H would be 11, 01 and 00.
    assert.deepEqual(dark[8]!.slice(0, 2), [true, false]);
  }
});

test('sides are whole numbers of modules, none is split, and the code is 21 + 4n wide', () => {
  const { path, modules } = qrPath('sample.example')!;
  assert.equal((modules - 21) % 4, 0);
  assert.match(path, /^(M\d+ \d+([hv]-?\d+)+z)+$/);
  assert.doesNotMatch(path, /h-?\d+h|v-?\d+v/);
});

test('the outline is short: at most half of one rectangle a module', () => {
  const { path, modules } = qrPath('https://sample.example/apply')!;
  const dark = darkModules(path, modules, 'nonzero').flat().filter(Boolean).length;
  assert.ok(path.length < (dark * 'M10 10h1v1h-1z'.length) / 2, `${path.length}`);
});

test('a text that no code can hold gives none; the longest that fits does', () => {
  assert.equal(qrPath(''), undefined);
  assert.equal(qrPath('a'.repeat(qrMostBytes))?.modules, 177);
  assert.equal(qrPath('a'.repeat(qrMostBytes + 1)), undefined);
  assert.equal(qrPath('ŵ'.repeat(qrMostBytes / 2 + 1)), undefined, 'bytes count, not characters');
});

test('the same text gives the same code', () => {
  assert.deepEqual(qrPath('sample.example'), qrPath('sample.example'));
});
