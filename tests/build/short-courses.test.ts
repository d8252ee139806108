import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFinished, runOf } from '../helpers/finished.ts';
import { overlaps } from '../helpers/piece.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * Three short courses on a page of a book: what their titles take more than a line, their text has
 * less; where that is too little it is said of the title or of the text, whichever is too long.
 */

const long =
  'Advanced Clinical Practice for Children, Young People and Their Families in Community';

async function thirds(courses: Record<string, string>) {
  const folder = projectFolder();
  const files = Object.entries(courses).map(([slug, facts]) => [
    `content/courses/${slug}.md`,
    `---\n${facts}\nduration: 1 year\nstarts: [2027-09-27]\n---\n\nYou work with a group of adults from the first month.\n`,
  ]);
  lay(folder.path, {
    'content/institution.md': '---\nname: House\n---\n',
    ...Object.fromEntries(files),
    'content/publications/book.md': `---\nkind: book\ntitle: All\nissued: 2026-01-01\nsections: [{title: One, courses: [${Object.keys(courses)}]}]\nextent: {default: third}\n---\n`,
  });
  const { stdout } = await press(['build', '--project', folder.path, '--json']);
  const findings = JSON.parse(stdout).findings as {
    code: string;
    file: string;
    line: number;
    message: string;
  }[];
  return {
    findings: findings.filter(({ code }) => code === 'layout/overflow'),
    page: () => openFinished(join(folder.path, 'output/screen/book-draft.pdf')).pages[4] ?? [],
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('a title of two lines moves award and text down, none begins higher, nothing overprints', async () => {
  using made = await thirds({
    one: 'title: Art Therapy\naward: Certificate',
    two: 'title: "Nursing (Adult): BSc (Hons) with Registration and More"\naward: Diploma',
    bare: 'title: History',
  });
  assert.deepEqual(made.findings, []);
  const runs = made.page();
  const lineOf = (words: string) =>
    Math.round((runs.find(({ text }) => text.startsWith(words))?.yMm ?? 0) * 2) / 2;
  assert.deepEqual(
    ['Art', 'Certificate', 'Nursing', 'with', 'Diploma', 'History'].map(lineOf),
    [50, 57.5, 130, 140, 147.5, 210],
  );
  const texts = runs
    .filter(({ text }) => text.startsWith('You work'))
    .map(({ yMm }) => Math.round(yMm));
  assert.deepEqual(texts, [65, 155, 220]);
  assert.ok(runOf(runs, 'Length'));
  assert.deepEqual(overlaps(runs), []);
});

test('a title of three lines is too long, and it is the title that has to be cut', async () => {
  using made = await thirds({ long: `title: "${long}"\naward: Certificate` });
  const [first] = made.findings;
  assert.deepEqual([first?.file, first?.line], ['content/courses/long.md', 2]);
  assert.match(first?.message ?? '', /title of a short course.*lines?.*from "(?:in )?Community/);
});
