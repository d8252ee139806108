import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TextRun } from '../../scripts/check/runs.ts';
import { type Finished, openFinished, runOf, wordsOf } from '../helpers/finished.ts';
import { press, projectFolder } from '../helpers/press.ts';

const folder = projectFolder('templates/projects/sample');
const content = (name: string) => join(folder.path, 'content', name);
let book: Finished;

function edit(name: string, change: (text: string) => string) {
  writeFileSync(content(name), change(readFileSync(content(name), 'utf8')));
}

before(async () => {
  // Ten contacts, and a table of twelve columns on the page that says how to apply.
  const more = ['One', 'Two', 'Three', 'Four'].map(
    (name) => `  - { for: ${name}, phone: "01632" }`,
  );
  edit('institution.md', (text) => text.replace(/^contacts:\n/m, `$&${more.join('\n')}\n`));
  const row = (cell: string) => `|${` ${cell} |`.repeat(12)}\n`;
  appendFileSync(
    content('pages/fees-and-how-to-apply.md'),
    `\n${row('Col')}${row('---')}${row('7777').repeat(4)}`,
  );
  const { code, stderr } = await press(['build', 'prospectus', '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
  book = openFinished(join(folder.path, 'output/screen/prospectus.pdf'));
});
after(() => folder[Symbol.dispose]());

const pageWith = (id: string, further = 0) => book.pages[book.pageOf(id) + further] ?? [];
const isBody = (run: TextRun) =>
  /SourceSerif4-Regular/.test(run.font) && Math.abs(run.sizePt - 10) < 0.2;

for (const slug of ['furniture-and-its-repair', 'statistics-for-health']) {
  test(`${slug}: a course on one page has all its facts there`, () => {
    const words = wordsOf(pageWith(`course-${slug}`));
    const labels = ['Awarded by', 'Length', 'Starts', 'Study', 'Where', 'You need', 'Assessment'];
    const more = ['UK fee', 'International fee', 'Fees cover', 'Other costs', 'You will study'];
    for (const label of [...labels, ...more, 'Contact hours', 'Workload', 'Apply']) {
      assert.ok(words.includes(label), `${label} is not on the page`);
    }
    const panel = runOf(pageWith(`course-${slug}`), 'Key facts').yMm;
    const foot = Math.max(
      ...pageWith(`course-${slug}`)
        .filter(isBody)
        .map(({ yMm }) => yMm),
    );
    assert.ok(foot < panel - 15, `the text ends at ${foot}, the facts begin at ${panel}`);
    const code = runOf(pageWith(`course-${slug}`), 'ostrey.example/terms').yMm;
    assert.ok(code < panel - 10, `how to apply ends at ${code}, the facts begin at ${panel}`);
    assert.doesNotMatch(wordsOf(pageWith(`course-${slug}`, 1)), /More about the course|Workload/);
  });
}

test('what the fees cover is the row below them, on the same page', () => {
  for (const slug of ['group-therapy-for-empathy', 'public-health', 'furniture-and-its-repair']) {
    const page = pageWith(`course-${slug}`);
    const fee = runOf(page, 'International fee');
    const cover = runOf(page, 'Fees cover');
    assert.ok(Math.abs(cover.xMm - fee.xMm) < 0.1, `${slug}: not in one column`);
    const between = page.filter(
      ({ font, yMm, xMm }) =>
        /Semibold/.test(font) &&
        Math.abs(xMm - fee.xMm) < 0.1 &&
        yMm > fee.yMm + 0.1 &&
        yMm < cover.yMm - 0.1,
    );
    assert.deepEqual(
      between.map(({ text }) => text),
      [],
      slug,
    );
    assert.ok(cover.yMm - fee.yMm < 25, `${slug}: ${cover.yMm - fee.yMm} mm below`);
  }
});

test('a text that runs on ends in columns of one height', () => {
  const first = book.pageOf('course-data-science');
  const feet = [2, 3].flatMap((further) => {
    const lines = (book.pages[first + further] ?? []).filter(isBody);
    const left = Math.min(...lines.map(({ xMm }) => xMm));
    const isRight = ({ xMm }: TextRun) => xMm > left + 60;
    const foot = (column: TextRun[]) => Math.max(...column.map(({ yMm }) => yMm));
    return [foot(lines.filter((run) => !isRight(run))), foot(lines.filter(isRight))];
  });
  assert.equal(feet.length, 4);
  const [longest, ...others] = feet.toSorted((a, b) => b - a);
  for (const foot of others.slice(0, 2)) {
    assert.ok(longest !== undefined && longest - foot < 16, `columns end at ${feet}`);
  }
  assert.ok((feet.at(-1) ?? 0) > 75, `the last column is nearly empty: ${feet}`);
  assert.ok((longest ?? 0) < 200, `columns are as tall as the page: ${feet}`);
});

test('a story without a picture begins below its drawing; the words of one with a table do not run under how to apply', () => {
  for (const slug of ['the-tide-book', 'who-owns-a-stair']) {
    const title = pageWith(`page-${slug}`).find(({ sizePt }) => sizePt > 30);
    assert.ok(title && title.yMm > 140, `${slug}: the title stands at ${title?.yMm}`);
  }
  const page = pageWith('page-fees-and-how-to-apply');
  const apply = runOf(page, 'Apply');
  const cells = page.filter(({ text }) => /^7777/.test(text));
  assert.ok(cells.length >= 12, 'the table is not there');
  for (const { xMm, widthMm, text } of cells) {
    assert.ok(xMm + widthMm < apply.xMm, `${text} ends at ${xMm + widthMm}`);
  }
});

test('how to ask for another format keeps clear of many contacts', () => {
  const page = pageWith('page-talk-to-us');
  const last = Math.max(
    ...page
      .filter(({ text }) => /@/.test(text) && text.length < 40)
      .map(({ yMm, sizePt }) => (sizePt < 10 ? yMm : 0)),
  );
  const line = page.find(({ sizePt }) => Math.abs(sizePt - 14) < 0.2);
  assert.ok(last > 170, `the table ends at ${last}: the test has too few contacts`);
  assert.ok(line && line.yMm > last + 8, `${line?.yMm} below ${last}`);
});
