import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TextRun } from '../../scripts/check/runs.ts';
import { openFinished, runOf } from '../helpers/finished.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * Pieces of one publication file whose titles take one line, two and three: side by side their
 * lines stand on one grid, and what the grid has lines of its own for stands on those.
 */

const titles = {
  one: 'Play Therapy',
  two: 'Group Therapy for Empathy and Understanding',
  three:
    'Advanced Clinical Practice and Leadership in Community Mental Health Nursing for Children',
};
const folder = projectFolder();
const made = new Map<string, TextRun[][]>();

const text = `${'Words that fill a line of the page and go on to the next one. '.repeat(3)}`;
const facts = `award: Certificate
duration: One year, part time
starts: [2027-09-27]
delivery: Online
location: City
entry: A degree
assessment: Essays
extraCosts: None
promise: Learn to listen.
fees: [{audience: uk, total: 4250}]
apply: {until: 2027-06-30, url: house.example/x}`;

before(async () => {
  lay(folder.path, {
    'content/institution.md':
      '---\nname: House\nterms: house.example/terms\ncontacts: [{role: general, phone: 01632 960100, email: a@house.example}]\n---\n',
    ...Object.fromEntries(
      Object.entries(titles).map(([slug, title]) => [
        `content/courses/${slug}.md`,
        `---\ntitle: ${title}\n${facts}\n---\n\n## Why\n\n${text}\n`,
      ]),
    ),
    'content/publications/all.md':
      '---\nkind: [course-sheet, flyer]\nfor: courses\nname: "{course}-{kind}"\nissued: 2026-01-01\n---\n',
  });
  const { code, stderr } = await press(['build', '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
  for (const slug of Object.keys(titles)) {
    for (const kind of ['course-sheet', 'flyer']) {
      const file = join(folder.path, `output/screen/${slug}-${kind}-draft.pdf`);
      made.set(`${slug} ${kind}`, openFinished(file).pages);
    }
  }
});
after(() => folder[Symbol.dispose]());

const isSet = ({ font, sizePt }: TextRun, name: RegExp, size: number) =>
  name.test(font) && Math.abs(sizePt - size) < 0.2;
const ofTitle = (pages: TextRun[][], page: number) =>
  new Set(
    (pages[page] ?? [])
      .filter(({ font, sizePt }) => /Display/.test(font) && sizePt > 20)
      .map(({ yMm }) => yMm.toFixed(1)),
  ).size;

test('text and facts of all of them stand on the lines of one grid', () => {
  let measured = 0;
  for (const [name, pages] of made) {
    for (const run of pages.flat()) {
      const isText = isSet(run, /SourceSerif4-Regular/, 10);
      const isFact = isSet(run, /SourceSans3-(Regular|Semibold)/, 9.5);
      if (!isText && !isFact) continue;
      const off = Math.abs(run.yMm / 2.5 - Math.round(run.yMm / 2.5)) * 2.5;
      assert.ok(off < 0.15, `${name}: "${run.text}" at ${run.yMm.toFixed(2)} is off the grid`);
      if (isText) assert.ok(Math.abs(run.yMm / 5 - Math.round(run.yMm / 5)) * 5 < 0.15, run.text);
      measured++;
    }
  }
  assert.ok(measured > 120, `${measured} runs were measured`);
});

test('titles of one line, two and three leave what hangs on a line of its own where it is', () => {
  const lines = (kind: string, page: number) =>
    Object.keys(titles).map((slug) => ofTitle(made.get(`${slug} ${kind}`) ?? [], page));
  assert.deepEqual(lines('course-sheet', 0), [1, 2, 3]);
  const at = (kind: string, page: number, words: string) =>
    Object.keys(titles).map((slug) =>
      Math.round(runOf(made.get(`${slug} ${kind}`)?.[page], words).yMm),
    );
  // A sheet's panel, its text and how to apply hang on lines that no title moves.
  assert.deepEqual(at('course-sheet', 0, 'Key facts'), [105, 105, 105]);
  assert.equal(new Set(at('course-sheet', 1, 'Why')).size, 1);
  // A flyer's front has one promise, so the course stands on one line in all.
  assert.equal(new Set(at('flyer', 0, 'Starts')).size, 1);
  // Its panel stands at the foot, with the same rows.
  assert.equal(new Set(at('flyer', 1, 'Terms')).size, 1);
});
