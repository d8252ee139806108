import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TextRun } from '../../scripts/check/runs.ts';
import { TextReader } from '../../scripts/check/text.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';

/** So many courses in one section, whose titles begin with two letters: no list of them fits a page. */
const courses = 180;
const titleOf = (i: number) =>
  `${i % 3 ? 'Applied' : 'Botanical'} Subject ${String(i).padStart(3, '0')}`;

const folder = projectFolder('templates/projects/small');
let pages: TextRun[][];

before(async () => {
  const content = join(folder.path, 'content');
  mkdirSync(join(content, 'courses'), { recursive: true });
  const slugs = Array.from({ length: courses }, (_, i) => `course-${i}`);
  for (const [i, slug] of slugs.entries()) {
    const facts = `schema: 1\ntitle: ${titleOf(i)}\nstandfirst: What it is.\nduration: 1 year`;
    writeFileSync(join(content, 'courses', `${slug}.md`), `---\n${facts}\n---\n\nA few words.\n`);
  }
  const book = [
    'schema: 1',
    'kind: book',
    'issued: 2026-09-01',
    'extent: {default: third}',
    'sections:',
    `  - {title: All of them, courses: [${slugs.join(', ')}]}`,
  ];
  writeFileSync(join(content, 'publications/long.md'), `---\n${book.join('\n')}\n---\n`);
  const { code, stderr } = await press(['build', 'long', '--project', folder.path]);
  assert.equal(code, 0, stderr.match(/error:.*/g)?.join('\n'));
  const file = readPdf(readFileSync(join(folder.path, 'output/screen/long-draft.pdf')));
  const reader = new TextReader(file);
  pages = pagesOf(file).map((page) => reader.page(page));
});
after(() => folder[Symbol.dispose]());

/** Pages without and with what only a course's own entry says. */
const isCourse = (page: TextRun[]) => /What\s*it\s*is/.test(textOf(page));
const textOf = (page: TextRun[]) => page.map(({ text }) => text).join(' ');
const listed = (some: TextRun[][]) =>
  some
    .flatMap((page) => [...textOf(page).matchAll(/Subject\s+(\d{3})/g)])
    .map(([, number]) => number);

const all = Array.from({ length: courses }, (_, i) => String(i).padStart(3, '0'));

test('contents that fit no page run on: every course stands in them once, in order', () => {
  const before = pages.slice(0, pages.findIndex(isCourse));
  assert.deepEqual(listed(before), all);
  const used = before.filter((page) => listed([page]).length > 0);
  assert.ok(used.length >= 4, `${used.length} pages`);
});

test('an opener that has no room for the list of its courses does without, and keeps its name', () => {
  const opener = pages[pages.findIndex(isCourse) - 1] ?? [];
  assert.match(textOf(opener), /All\s+of\s+them/);
});

test('an index whose letters fit no column runs on: every course stands in it once, in the page', () => {
  const after = pages.slice(pages.findLastIndex(isCourse) + 1);
  assert.deepEqual(listed(after).sort(), all);
  assert.ok(after.filter((page) => listed([page]).length > 0).length >= 2);
  for (const { xMm, yMm } of after.flat()) assert.ok(xMm < 200 && yMm < 290, `${xMm} ${yMm}`);
});

test('a column that goes on with a letter begins with that letter', () => {
  const after = pages.slice(pages.findLastIndex(isCourse) + 1);
  const columns = after
    .filter((page) => listed([page]).length > 0)
    .flatMap((page) => {
      const inIndex = page.filter(({ yMm }) => yMm > 45 && yMm < 280);
      const letters = inIndex.filter(({ text }) => /^[AB]$/.test(text.trim()));
      const lefts = [...new Set(letters.map(({ xMm }) => Math.round(xMm)))];
      const entries = inIndex.filter(({ text }) => /Applied|Botanical/.test(text));
      const tops = [...new Set(entries.map(({ xMm }) => Math.round(xMm)))].map((x) =>
        Math.min(...entries.filter(({ xMm }) => Math.round(xMm) === x).map(({ yMm }) => yMm)),
      );
      return tops.map((top, i) =>
        letters.some(({ xMm, yMm }) => Math.round(xMm) === lefts[i] && Math.abs(yMm - top) < 1),
      );
    });
  assert.ok(columns.length >= 5, `${columns.length} columns`);
  assert.ok(columns.every(Boolean), columns.join());
});
