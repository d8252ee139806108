import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { TextRun } from '../../../scripts/check/runs.ts';
import { readGeometry } from '../../../scripts/layout/geometry.ts';
import { type LeafletPage, type Place, textBox } from '../../../scripts/layout/leaflet/page.ts';
import { pagesOf } from '../../../scripts/pdf/pages.ts';
import { readPdf } from '../../../scripts/pdf/read.ts';
import { openFinished, runOf, wordsOf } from '../../helpers/finished.ts';
import { press, projectFolder } from '../../helpers/press.ts';
import { spoken } from '../../helpers/spoken.ts';

const folder = projectFolder('templates/projects/sample');
const tool = new URL('../../..', import.meta.url).pathname;
const sizes = ['roll-fold', 'z-fold', 'a5'] as const;
const path = (name: string) => join(folder.path, 'output/screen', `${name}.pdf`);
const pageOf = (size: string) => readGeometry(tool, 'leaflet', size).page as LeafletPage;

/** Runs of a panel, by the side that it is on and where it begins and ends. */
function panelRuns(name: string, size: string, panel: string): TextRun[] {
  const { pages } = openFinished(path(name));
  for (const [i, { panels }] of pageOf(size).sides.entries()) {
    const found = panels.find((one) => one.name === panel);
    if (!found) continue;
    const right = found.xMm + found.widthMm;
    return (pages[i] ?? []).filter(({ xMm }) => xMm >= found.xMm && xMm < right);
  }
  throw new Error(`No panel ${panel}`);
}

const said = (name: string, size: string, place: Place) =>
  wordsOf(panelRuns(name, size, pageOf(size).places[place])).replaceAll('\u00a0', ' ');

before(async () => {
  for (const size of sizes) {
    writeFileSync(
      join(folder.path, `content/publications/${size}.md`),
      `---\nschema: 1\nkind: leaflet\ncourse: group-therapy-for-empathy\nsize: ${size}\nyear: 2028\nstatus: final\nissued: 2026-11-02\n---\n`,
    );
  }
  const { code, stderr } = await press(['build', ...sizes, '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
});
after(() => folder[Symbol.dispose]());

/** Distance to the next line of a grid. */
const off = (mm: number, grid: number) => Math.abs(mm / grid - Math.round(mm / grid)) * grid;

/** Runs that come nearer to a fold than its panel's text may, or cross it. */
/** Without the space that ends a line, where it stands alone. */
function seen(runs: readonly TextRun[]): TextRun[] {
  return runs.filter(({ text }) => text.trim() !== '');
}

function nearFolds(runs: readonly TextRun[], folds: readonly number[], foldMm: number): TextRun[] {
  // Large letters hang half a millimetre left of the margin, side bearings stand within it.
  const slack = 0.6;
  return runs.filter(({ xMm, widthMm }) =>
    folds.some((fold) => xMm < fold + foldMm - slack && xMm + widthMm > fold - foldMm + slack),
  );
}

/** Text of 5 mm leading: not large letters, notes, or figures and labels of a chart. */
function isOnGrid({ font, sizePt, text, yMm }: TextRun): boolean {
  const isText = /SourceSerif4-Regular|SourceSans3/.test(font) && sizePt > 9.4 && sizePt < 12.1;
  return isText && yMm > 25 && !/^(\d\d|20\d\d|20\d\d, projected)$/.test(text.trim());
}

describe('a leaflet', () => {
  for (const size of sizes) {
    test(`${size}: two pages of A4, landscape`, () => {
      const file = readPdf(readFileSync(path(size)));
      const boxes = pagesOf(file).map(({ mediaBox }) => mediaBox);
      assert.equal(boxes.length, 2);
      for (const box of boxes) {
        assert.ok(Math.abs(box[2] - (297 * 72) / 25.4) < 0.1, String(box));
        assert.ok(Math.abs(box[3] - (210 * 72) / 25.4) < 0.1, String(box));
      }
    });

    test(`${size}: each panel says what it is for`, () => {
      assert.match(
        said(size, size, 'front'),
        /University of Ostrey .*Learn to lead.*Group Therapy for Empathy Postgraduate Certificate, entry 2028/,
      );
      assert.match(
        said(size, size, 'question'),
        /Is it for you\? How a group works.*What you need to apply A degree/,
      );
      assert.match(
        said(size, size, 'contact'),
        /1 Customs Steps .*For large print or another format, ask: 01632 960105 ?, formats@ostrey.example.*Terms, changes, complaints: ostrey.example\/terms/,
      );
      assert.match(
        said(size, size, 'story'),
        /Group Therapy for Empathy Postgraduate Certificate Strangers become.*In the room Twelve people/,
      );
      assert.match(said(size, size, 'more'), /50,000 sessions in 2024; 75,000 projected for 2028/);
      assert.match(
        said(size, size, 'facts'),
        /Key facts Starts 25 September 2028 or 15 January 2029 .*Fees £4,250 UK £8,900 international.*How to apply Apply by 30 June 2028 ostrey.example\/ ?gte/,
      );
    });

    test(`${size}: words in a rack stand in the top 70 mm`, () => {
      const lowest = Math.max(...panelRuns(size, size, 'front').map(({ yMm }) => yMm));
      assert.ok(lowest <= 70.1 && lowest > 40, `${lowest}`);
    });

    test(`${size}: nothing is said within 8 mm of a fold or 9 mm of the trim`, () => {
      const page = pageOf(size);
      const { pages } = openFinished(path(size));
      let measured = 0;
      page.sides.forEach(({ folds }, i) => {
        const runs = seen(pages[i] ?? []);
        measured += runs.length;
        assert.deepEqual(nearFolds(runs, folds, page.foldMm), []);
        for (const { xMm, yMm, widthMm, text } of runs) {
          const isInside = xMm > 8.4 && xMm + widthMm < 288.4 && yMm > 9 && yMm < 204;
          assert.ok(isInside, `"${text}" at ${xMm}, ${yMm}`);
        }
      });
      assert.ok(measured > 80, `${measured}`);
    });

    test(`${size}: text keeps to the columns of its panels`, () => {
      const page = pageOf(size);
      const { pages } = openFinished(path(size));
      const boxes = (['front', 'question', 'contact', 'story', 'more', 'facts'] as const).map(
        (place) => textBox(page, place),
      );
      for (const { xMm, widthMm, text } of seen(pages.flat())) {
        const isIn = boxes.some(
          (box) => xMm > box.xMm - 0.6 && xMm + widthMm < box.xMm + box.widthMm + 0.6,
        );
        assert.ok(isIn, `"${text}" from ${xMm.toFixed(1)} to ${(xMm + widthMm).toFixed(1)}`);
      }
    });

    test(`${size}: text stands on the grid of 5 mm inside, of 2.5 mm outside`, () => {
      const { pages } = openFinished(path(size));
      const gridOf = (page: number) => (page === 0 ? 2.5 : 5);
      const measured = pages.map((runs, page) => {
        const lines = runs.filter(isOnGrid);
        for (const { yMm, text } of lines)
          assert.ok(off(yMm, gridOf(page)) < 0.15, `"${text}" is on ${yMm.toFixed(2)}`);
        return lines.length;
      });
      assert.ok(measured[0]! >= 10 && measured[1]! > 40, `${measured}`);
    });
  }

  test('text runs on from the left panel to the middle, and its title stands on its lines', () => {
    const { pages } = openFinished(path('roll-fold'));
    assert.ok(Math.abs(runOf(pages[0], 'Is it for you?').yMm - 30) < 0.2);
    for (const size of sizes) {
      const [outside, inside] = openFinished(path(size)).pages;
      assert.ok(Math.abs(runOf(outside, 'Learn to lead').yMm - 27.5) < 0.2, size);
      assert.ok(Math.abs(runOf(inside, 'Group Therapy').yMm - 30) < 0.2, size);
    }
    assert.ok(Math.abs(runOf(pages[1], 'Strangers become').yMm - 65) < 0.15);
    assert.ok(Math.abs(runOf(pages[1], 'Key facts').yMm - 65) < 0.15);
    assert.ok(Math.abs(runOf(pages[1], 'How to apply').yMm - 175) < 0.15);
  });
});

describe('what is heard', () => {
  const orders = {
    'roll-fold': [
      'Learn to lead',
      'Is it for you?',
      'Strangers become',
      'Key facts',
      'How to apply',
      'Customs Steps',
    ],
    'z-fold': [
      'Learn to lead',
      'Strangers become',
      'Key facts',
      'How to apply',
      'Is it for you?',
      'Customs Steps',
    ],
    a5: [
      'Learn to lead',
      'Strangers become',
      'Key facts',
      'How to apply',
      'Is it for you?',
      'Customs Steps',
    ],
  };
  for (const [size, words] of Object.entries(orders)) {
    test(`${size}: panels come in the order in which they are read`, () => {
      const text = spoken(readFileSync(path(size)))
        .map((one) => one.text)
        .join('');
      const places = words.map((word) => text.indexOf(word));
      assert.ok(!places.includes(-1), `${places}: ${text.slice(0, 400)}`);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
    });
  }
});

test('a run over a fold is found', () => {
  const [run] = panelRuns('roll-fold', 'roll-fold', 'front');
  assert.ok(run);
  const moved = { ...run, xMm: 190, widthMm: 12 };
  assert.equal(nearFolds([run], [97, 197], 8).length, 0);
  assert.equal(nearFolds([moved], [97, 197], 8).length, 1);
  assert.equal(nearFolds([{ ...run, xMm: 198, widthMm: 5 }], [97, 197], 8).length, 1);
});
