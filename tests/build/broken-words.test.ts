import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFinished } from '../helpers/finished.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * Words stay whole where a line can hold them: the table of six columns is set smaller. Where none
 * can they are broken, and that is said.
 */

const cells = [
  'Assessment',
  'Methodology and practice',
  'Professional',
  '15',
  'Independent',
  'Documentation',
];
const table = (words: readonly string[]) =>
  [words.map((_, i) => `Column ${i}`), words.map(() => '---'), words, words]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

async function sheet(title: string, text: string) {
  using folder = projectFolder();
  lay(folder.path, {
    'content/institution.md': '---\nname: House\n---\n',
    'content/courses/x.md': `---\ntitle: ${title}\n---\n\n${text}\n`,
    'content/publications/sheet.md':
      '---\nkind: course-sheet\ncourse: x\nissued: 2026-01-01\n---\n',
  });
  const { stdout } = await press(['build', '--project', folder.path, '--json']);
  const findings = JSON.parse(stdout).findings as { code: string; line: number; message: string }[];
  const { pages } = openFinished(join(folder.path, 'output/screen/sheet-draft.pdf'));
  return {
    said: findings
      .filter(({ code }) => code === 'layout/word-broken')
      .map(({ line, message }) => [line, message.split(' ')[0]]),
    words: new Set(pages.flat().map(({ text: words }) => words.trim())),
  };
}

test('a table of six columns keeps its words whole', async () => {
  const { said, words } = await sheet('Law', table(cells));
  assert.deepEqual(said, []);
  for (const word of ['Assessment', 'Professional', 'Documentation'])
    assert.ok(words.has(word), word);
});

test('a table whose words are too wide for it breaks them, with its line', async () => {
  const { said, words } = await sheet(
    'Law',
    `Text.\n\n${table(cells.map((word) => word.replace(/ .*|$/, 'ssssssssssssss')))}`,
  );
  assert.deepEqual(said, [[9, '"Assessmentssssssssssssss"']]);
  assert.ok(!words.has('Assessmentssssssssssssss'));
});

test('a word too wide for the title is broken, with its line; a title of several lines is not', async () => {
  const word = 'Rechtsschutzversicherungsgesellschaftenverband';
  assert.deepEqual((await sheet(`${word} Studies`, 'Text.')).said, [[2, `"${word}"`]]);
  const plain = 'Advanced Clinical Practice for Children, Young People and Their Families';
  assert.deepEqual((await sheet(plain, 'Text.')).said, []);
});

test('a title breaks after a stroke before it breaks within a word', async () => {
  const title = '"Fashion Design and Making: Menswear/Womenswear/Knitwear/Tailoring/Embroidery"';
  const { said, words } = await sheet(title, 'Text.');
  assert.deepEqual(said, []);
  assert.ok(
    [...words].some((line) => line.endsWith('/')),
    [...words].join('|'),
  );
});
