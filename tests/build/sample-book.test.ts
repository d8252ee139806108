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
    const text = pageWith(`course-${slug}`).filter(isBody);
    assert.ok(text.length > 5, `${text.length} lines of text`);
    const foot = Math.max(...text.map(({ yMm }) => yMm));
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
    // As are the labels that must not stand between them.
    assert.match(fee.font, /Semibold/);
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

test('an entry of the index is there once, in whatever capitals, and names a page once', () => {
  const page = pageWith('index');
  const columns = [26, 82, 138].map((left) =>
    page
      .filter(
        ({ xMm, yMm, font }) => xMm >= left && xMm < left + 54 && yMm > 70 && !/Semi/.test(font),
      )
      .toSorted((a, b) => a.yMm - b.yMm || a.xMm - b.xMm)
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  );
  const entries = [...columns.join(' ').matchAll(/(\p{L}[^\d]*?) ?(\d+(?: ?, ?\d+)*)/gu)];
  assert.ok(entries.length > 30, `${entries.length} entries`);
  const names = entries.map(([, name = '']) => name.toLowerCase().trim());
  assert.deepEqual(names, [...new Set(names)]);
  for (const [whole, , numbers = ''] of entries) {
    const pages = numbers.split(/ ?, ?/);
    assert.deepEqual(pages, [...new Set(pages)], whole);
  }
  assert.ok(names.includes('public health'), names.join());
});

test('each figure has its date, and says what is no count; one is coral', () => {
  const words = wordsOf(pageWith('page-ostrey-in-figures'));
  assert.equal(words.match(/Source: /g)?.length, 6);
  assert.equal(words.match(/Source: [^:]*? \d{1,2} [A-Z][a-z]+ 20\d\d/g)?.length, 6, words);
  assert.match(words, /Estimate\. Source: Ostrey Students/);
  assert.match(words, /Projection\. Source: University of Ostrey, Estates plan/);
  assert.equal(words.match(/Estimate|Projection/g)?.length, 2);
});

test('two columns of text stand 12 mm apart', () => {
  for (const [id, further] of [
    ['page-how-teaching-works', 0],
    ['course-data-science', 2],
  ] as const) {
    const number = book.pageOf(id) + further;
    const inner = number % 2 === 1 ? 26 : 20;
    const lines = (book.pages[number] ?? []).filter(isBody);
    const right = lines.filter(({ xMm }) => xMm > inner + 80);
    const left = lines.filter(({ xMm }) => xMm <= inner + 80);
    assert.ok(left.length > 5 && right.length > 5, id);
    assert.ok(Math.abs(Math.min(...right.map(({ xMm }) => xMm)) - inner - 88) < 0.3, id);
    const end = Math.max(...left.map(({ xMm, widthMm }) => xMm + widthMm));
    assert.ok(end < inner + 76.5, `${id}: the left column ends at ${end - inner}`);
  }
});

test('one page at most faces an opener without words', () => {
  const silent = book.pages.filter((page) => page.length === 0);
  assert.ok(silent.length <= 1, `${silent.length} drawn pages`);
  assert.equal(book.pages.length % 4, 0);
});

test('the lines of an opener stand further apart where letters would meet, and none ends with "and"', () => {
  const pitches = [2, 3, 4, 5].map((section) => {
    const lines = pageWith(`section-${section}`).filter(({ sizePt }) => sizePt > 60);
    const tops = [...new Set(lines.map(({ yMm }) => Math.round(yMm * 10) / 10))].toSorted(
      (a, b) => a - b,
    );
    const first = lines.filter(({ yMm }) => Math.abs(yMm - (tops[0] ?? 0)) < 0.2);
    assert.doesNotMatch(wordsOf(first).trim(), /\band$/);
    assert.ok(Math.abs((tops[0] ?? 0) - 55) < 0.3, `the first line stands on ${tops[0]}`);
    return Math.round((tops[1] ?? 0) - (tops[0] ?? 0));
  });
  // "Computing" hangs a p over the d of "and data"; "Health" hangs nothing.
  assert.deepEqual(pitches, [22, 22, 24, 22]);
});

test('who reads of a short course can apply: until when and where', () => {
  const words = wordsOf(pageWith('course-art-therapy'));
  assert.match(words, /Apply from 1 October 2027 to 30 June 2028 ?, ostrey\.example\/art/);
  assert.equal(words.match(/ostrey\.example\//g)?.length, 3);
});
