import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TextRun } from '../../scripts/check/runs.ts';
import { openFinished } from '../helpers/finished.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * What is longer than a page of clear and large print: a table runs on, its columns as wide as on the
 * page before and its head repeated; a chart taller than a page leaves its table to speak for it.
 */

const row = (i: number) =>
  `| Row ${i}${' of many words'.repeat(i % 3)} | ${'Learning by doing '.repeat(1 + (i % 2))} | P${i}x |`;
const table = [
  '| Session | What is done | Where |',
  '| --- | --- | --- |',
  ...Array.from({ length: 42 }, (_, i) => row(i)),
].join('\n');
const rows = Array.from(
  { length: 26 },
  (_, i) => `      - {name: A place with a name ${i}, value: ${i + 1}}`,
);
const folder = projectFolder();
const pages = new Map<string, TextRun[][]>();
let said: { code: string; file: string; line: number }[] = [];

before(async () => {
  lay(folder.path, {
    'content/institution.md': '---\nname: House\n---\n',
    'content/courses/x.md': `---\ntitle: Law\ncharts:\n  places:\n    x: name\n    unit: Places\n    source: Survey\n    rows:\n${rows.join('\n')}\n---\n\n${table}\n\n![Places](chart:places)\n`,
    'content/publications/x.md':
      '---\nkind: course-sheet\ncourse: x\nformats: [clear, large]\nissued: 2026-01-01\n---\n',
  });
  const { code, stdout } = await press(['build', '--project', folder.path, '--json']);
  assert.equal(
    code,
    0,
    JSON.stringify(
      JSON.parse(stdout).findings.filter(
        ({ severity }: { severity: string }) => severity === 'error',
      ),
    ),
  );
  said = JSON.parse(stdout).findings;
  for (const format of ['clear', 'large'])
    pages.set(format, openFinished(join(folder.path, `output/screen/x-${format}-draft.pdf`)).pages);
});
after(() => folder[Symbol.dispose]());

const places = (format: string, words: string) =>
  (pages.get(format) ?? []).flatMap((runs, page) =>
    runs
      .filter(({ text }) => text.startsWith(words))
      .map(({ xMm }) => [page, Math.round(xMm)] as const),
  );

for (const format of ['clear', 'large']) {
  test(`${format}: a table of 42 rows runs over the pages, head and columns the same`, () => {
    const heads = places(format, 'What is done');
    assert.ok(heads.length > 1, `${heads.length} heads`);
    assert.equal(new Set(heads.map(([page]) => page)).size, heads.length, 'one a page');
    assert.equal(new Set(heads.map(([, x]) => x)).size, 1, 'columns stay where they are');
    for (let i = 0; i < 42; i++)
      assert.equal(places(format, `P${i}x`).length > 0, true, `row ${i}`);
  });
}

test('a chart taller than a page leaves its table, and that is said', () => {
  assert.deepEqual(
    said
      .filter(({ code }) => code === 'layout/chart-too-tall')
      .map(({ file, line }) => [file, line]),
    [
      ['content/courses/x.md', 4],
      ['content/courses/x.md', 4],
    ],
  );
  assert.equal(places('large', 'A place with a name 25').length, 1);
});
