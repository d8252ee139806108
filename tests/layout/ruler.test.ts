import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFont } from '../../scripts/fonts/font.ts';
import { readGeometry } from '../../scripts/layout/geometry.ts';
import { openRuler } from '../../scripts/layout/ruler.ts';

const tool = new URL('../..', import.meta.url).pathname;
const path = join(tool, 'templates/fonts/SourceSans3-Regular.ttf');
const sans = {
  family: 'Press Sans',
  weight: 400,
  style: 'normal' as const,
  path,
  font: openFont(readFileSync(path), true),
};

test('text is measured in its role: its size, its tracking, its figures', async () => {
  const { faces } = readGeometry(tool, 'flyer', undefined);
  const plain = { face: 'sans', sizePt: 10, leadingMm: 5 } as const;
  const roles = {
    plain,
    double: { ...plain, sizePt: 20 },
    tracked: { ...plain, trackEm: 0.1 },
    tabular: { ...plain, figures: 'tabular' as const },
    lining: { ...plain, figures: 'lining' as const },
  };
  const ruler = await openRuler({ roles, faces }, [sans]);
  const width = ruler('Starts', 'plain');
  // Six letters of half an em each, about.
  assert.ok(width > 8 && width < 12, `${width} mm`);
  assert.ok(Math.abs(ruler('Starts', 'double') - 2 * width) < 1e-9);
  const tenth = (10 * 25.4) / 72 / 10;
  assert.ok(Math.abs(ruler('Starts', 'tracked') - width - 6 * tenth) < 1e-9);
  assert.equal(ruler('1111', 'tabular'), ruler('8888', 'tabular'));
  assert.notEqual(ruler('1111', 'lining'), ruler('8888', 'lining'));
  assert.throws(() => ruler('x', 'no-such-role'), /no-such-role/);
});
