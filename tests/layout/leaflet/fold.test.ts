import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readGeometry } from '../../../scripts/layout/geometry.ts';
import type { LeafletPage } from '../../../scripts/layout/leaflet/page.ts';
import { encodePng } from '../../../scripts/pages/png.ts';
import { type Picture, renderPages } from '../../../scripts/pages/render.ts';
import { coloursIn, cutOut, type Panel, sideBySide } from '../../helpers/fold.ts';
import { press, projectFolder } from '../../helpers/press.ts';

/*
 * The leaflets are folded: panels are cut out of the picture of their side and laid side by side as
 * a hand finds them. PRESS_LOOK=folder keeps the pictures.
 */

const folder = projectFolder('templates/projects/sample');
const tool = new URL('../../..', import.meta.url).pathname;
const dpi = 127;
const pxPerMm = dpi / 25.4;
const sizes = ['roll-fold', 'z-fold', 'a5'] as const;
type Size = (typeof sizes)[number];

const brand = { deep: '#630041', accent: '#ec5f5a', second: '#b2dbd2', pale: '#fef1ee' };
const grounds = new Set<string>([...Object.values(brand), '#ffffff']);
const pictures = new Map<string, Picture[]>();

before(async () => {
  for (const size of sizes) {
    writeFileSync(
      join(folder.path, `content/publications/${size}.md`),
      `---\nschema: 1\nkind: leaflet\ncourse: group-therapy-for-empathy\nsize: ${size}\nyear: 2028\nstatus: final\n---\n`,
    );
  }
  writeFileSync(
    join(folder.path, 'content/publications/photo.md'),
    '---\nschema: 1\nkind: leaflet\ncourse: typeface-design\nyear: 2028\nstatus: final\n---\n',
  );
  const names = [...sizes, 'photo'];
  const { code, stderr } = await press(['build', ...names, '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
  for (const name of names) {
    const pdf = readFileSync(join(folder.path, 'output/screen', `${name}.pdf`));
    pictures.set(name, await renderPages(pdf, { dpi }));
  }
});
after(() => folder[Symbol.dispose]());

const page = (size: Size) => readGeometry(tool, 'leaflet', size).page as LeafletPage;

function panelOf(size: Size, name: string): { panel: Panel; side: number } {
  const sides = page(size).sides;
  const side = sides.findIndex(({ panels }) => panels.some((one) => one.name === name));
  const panel = sides[side]?.panels.find((one) => one.name === name);
  assert.ok(panel, name);
  return { panel, side };
}

/** A panel as it lies when the folder is off by so much to the right. */
function cut(size: Size, name: string, offMm = 0, picture: string = size): Picture {
  const { panel, side } = panelOf(size, name);
  const moved = { ...panel, xMm: panel.xMm + offMm };
  return cutOut(pictures.get(picture)?.[side] as Picture, moved, pxPerMm);
}

async function keep(name: string, picture: Picture): Promise<void> {
  const { PRESS_LOOK } = process.env;
  if (PRESS_LOOK)
    writeFileSync(join(PRESS_LOOK, `${name}.png`), await encodePng(picture, { effort: 6 }));
}

const strip = (picture: Picture, fromMm: number, toMm: number) =>
  coloursIn(picture, {
    left: Math.round(fromMm * pxPerMm),
    right: Math.round(toMm * pxPerMm),
    top: 2,
    bottom: picture.heightPx - 2,
  });

/** As a hand finds it: what lies outside, what is seen when it is opened once, all of one side. */
const asFound: Record<Size, string[][]> = {
  'roll-fold': [['front'], ['back'], ['left', 'flap'], ['left', 'middle', 'right']],
  'z-fold': [
    ['front'],
    ['back'],
    ['left', 'middle'],
    ['left', 'middle', 'back'],
    ['outside-left', 'outside-middle'],
  ],
  a5: [['front'], ['back'], ['left', 'right']],
};

describe('folded', () => {
  for (const size of sizes) {
    test(`${size}: panels lie on one another as paper does`, async () => {
      for (const [i, names] of asFound[size].entries()) {
        const parts = names.map((name) => cut(size, name));
        const gap = names.length === 1 ? 0 : 2;
        await keep(`${size}-${i + 1}-${names.join('-')}`, sideBySide(parts, gap));
      }
      const { sides, reading } = page(size);
      for (const { panels, folds } of sides) {
        const ends = panels.map(({ xMm, widthMm }) => xMm + widthMm);
        assert.deepEqual(ends.slice(0, -1), folds);
        assert.equal(ends.at(-1), 297);
      }
      const all = sides.flatMap(({ panels }) => panels.map(({ name }) => name));
      assert.deepEqual([...reading].sort(), all.sort());
    });

    test(`${size}: the front is deep, with discs, and its words are white`, () => {
      const front = cut(size, 'front');
      const top = coloursIn(front, {
        left: 0,
        top: 0,
        right: front.widthPx,
        bottom: Math.round(70 * pxPerMm),
      });
      assert.equal(top[0]?.[0], brand.deep);
      assert.ok((new Map(top).get('#ffffff') ?? 0) > 0.015, String(top[1]));
      const whole = new Map(strip(front, 0, front.widthPx / pxPerMm));
      assert.ok((whole.get(brand.accent) ?? 0) > 0.04);
      assert.ok((whole.get(brand.second) ?? 0) > 0.01);
    });

    test(`${size}: nothing but grounds and discs lies within 8 mm of a fold`, () => {
      for (const [i, { folds }] of page(size).sides.entries()) {
        const side = pictures.get(size)?.[i] as Picture;
        for (const fold of folds) {
          const found = strip(side, fold - 7.4, fold + 7.4);
          const other = found.filter(([colour]) => !grounds.has(colour));
          // Only the edges of discs are of colours in between.
          const share = other.reduce((sum, [, one]) => sum + one, 0);
          assert.ok(share < 0.012, `${i} ${fold}: ${share} ${other.slice(0, 3)}`);
        }
      }
    });
  }

  test('what holds for folds fails where there is text', () => {
    const side = pictures.get('roll-fold')?.[1] as Picture;
    const share = strip(side, 20, 34.8)
      .filter(([colour]) => !grounds.has(colour))
      .reduce((sum, [, one]) => sum + one, 0);
    assert.ok(share > 0.02, `${share}`);
  });
});

describe('a folder who is off by a millimetre', () => {
  test('shows nothing of the flap on the back of a roll-fold', () => {
    assert.ok(
      !strip(cut('roll-fold', 'back', -0.9), 0, 0.8).some(([colour]) => colour === brand.second),
    );
    // Off by three, the flap is seen.
    assert.equal(strip(cut('roll-fold', 'back', -3), 0, 1.5)[0]?.[0], brand.second);
  });

  test('shows no paper on the outer panel of facts of a Z-fold', () => {
    const colours = coloursIn(cut('z-fold', 'back', -0.9), {
      left: 0,
      right: 4,
      top: Math.round(80 * pxPerMm),
      bottom: Math.round(150 * pxPerMm),
    });
    assert.equal(colours[0]?.[0], brand.pale);
    assert.ok((colours[0]?.[1] ?? 0) > 0.95);
  });

  test('the flap of a roll-fold is narrower than what it lies on', () => {
    const width = (name: string) => panelOf('roll-fold', name).panel.widthMm;
    assert.ok(width('flap') <= width('middle') - 2);
    assert.equal(width('flap'), width('right'));
  });
});

describe('how to apply', () => {
  for (const size of sizes) {
    test(`${size}: the code stands on paper, quiet all round`, () => {
      const place = page(size).places.facts;
      const { panel } = panelOf(size, place);
      const facts = cut(size, place);
      // 25 mm, 9 from the trim, from 172.2 down; four modules of quiet zone are 3.4 mm.
      const right = panel.widthMm - 9;
      const ring = {
        left: right - 25 - 3.2,
        right: right + 3.2,
        top: 172.2 - 3.2,
        bottom: 172.2 + 25 + 3.2,
      };
      const px = (mm: number) => Math.round(mm * pxPerMm);
      const above = coloursIn(facts, {
        left: px(ring.left),
        right: px(ring.right),
        top: px(ring.top),
        bottom: px(172.2 - 0.6),
      });
      const beside = coloursIn(facts, {
        left: px(ring.left),
        right: px(right - 25 - 0.6),
        top: px(ring.top),
        bottom: px(ring.bottom),
      });
      assert.deepEqual(
        [above[0], beside[0]],
        [
          ['#ffffff', 1],
          ['#ffffff', 1],
        ],
      );
    });
  }
});

test('a photograph stands below the words, clear of the fold, and takes the place of the discs', () => {
  const front = cut('roll-fold', 'front', 0, 'photo');
  const px = (mm: number) => Math.round(mm * pxPerMm);
  const area = (left: number, right: number, top: number, bottom: number) =>
    coloursIn(front, { left: px(left), right: px(right), top: px(top), bottom: px(bottom) });
  assert.deepEqual(area(1, 7.6, 1, 209)[0], [brand.deep, 1]);
  assert.equal(area(8, 100, 72, 79.8)[0]?.[1], 1);
  const photo = area(8.2, 100, 80.4, 210);
  assert.ok(
    photo.length > 100 && !photo.some(([colour, share]) => colour === brand.deep && share > 0.01),
  );
  assert.ok(!photo.some(([colour]) => colour === brand.accent));
});
