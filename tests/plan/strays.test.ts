import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { glyphIsMissing, linkIsOffThePage, targetIsMissing } from '../../scripts/check/messages.ts';
import { openFont } from '../../scripts/fonts/font.ts';
import { placeStrays } from '../../scripts/plan/strays.ts';
import { project, read } from '../content/projects.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

const fonts = ['SourceSerif4-Regular', 'SourceSans3-Regular'].map((name) =>
  openFont(readFileSync(join(import.meta.dirname, `../../templates/fonts/${name}.ttf`))),
);

const course = `---
title: Law ☃
subject: Łódź
charts:
  a: {data: data/a.csv, x: place, y: count, source: S, unit: U}
---
Plain words,
数学 within them and \u{1F600}\u{1F600}.

## A heading ♞ here

Once &#9731; as a number.
`;

async function found(t: Parameters<typeof project>[0], findings = [glyphIsMissing('words')]) {
  const folder = project(t, {
    'content/institution.md': '---\nname: Harbour\ncontacts: [{name: "A ♜"}]\n---\n',
    'content/courses/law.md': course,
    'content/courses/other.md': 'Not in the piece: ☂\n',
    'content/data/a.csv': 'place,count\nHere,1\nTh♛re,2\n',
    'content/publications/p.md': '---\nkind: course-sheet\ncourse: law\n---\n',
  });
  const { project: all } = await read(folder);
  return placeStrays(findings, { project: all, publication: all.publications[0]!, fonts, folder });
}

test('characters that no font has are said where they stand in content', async (t) => {
  const places = (await found(t)).map(({ code, place, message }) => [
    code,
    place?.file.replace('content/', ''),
    place?.line,
    place?.column,
    place?.length,
    /“(.*)” \((.*)\)/.exec(message)?.slice(1).join(' '),
  ]);
  const code = 'check/glyph-missing';
  assert.deepEqual(places, [
    [code, 'courses/law.md', 2, 12, 1, '☃ an emoji or picture, U+2603'],
    [code, 'data/a.csv', 3, 3, 1, '♛ a sign, U+265B'],
    [code, 'courses/law.md', 10, 14, 1, '♞ a sign, U+265E'],
    [code, 'courses/law.md', 8, 1, 2, '数学 Chinese, U+6570, U+5B66'],
    [code, 'courses/law.md', 12, undefined, undefined, '☃ an emoji or picture, U+2603'],
    [code, 'institution.md', 3, 22, 1, '♜ a sign, U+265C'],
  ]);
});

test('words that are not found for a box in them are not complained of as well; others are', async (t) => {
  const codes = (
    await found(t, [glyphIsMissing('x'), targetIsMissing('Law ☃'), targetIsMissing('Art')])
  )
    .map(({ code, message }) => `${code} ${/“([^”]*)”/.exec(message)?.[1]}`)
    .filter((one) => one.includes('target'));
  assert.deepEqual(codes, ['check/target-missing Art']);
});

test('what is found nowhere in content, and other findings, stay as they were said', async (t) => {
  const other = linkIsOffThePage('x');
  assert.deepEqual(await found(t, [other]), [other]);
  const folder = project(t, {
    'content/publications/p.md': '---\nkind: book\n---\n',
    'content/courses/law.md': 'Plain – “words”, Łódź, ŵ\u00ad.\n',
  });
  const { project: all } = await read(folder);
  const findings = [glyphIsMissing('words'), other];
  const whose = { project: all, publication: all.publications[0]!, fonts, folder };
  assert.deepEqual(placeStrays(findings, whose), findings);
});

test('a build names file, line, column and character once, and again where the line has moved', async () => {
  using folder = projectFolder();
  lay(join(folder.path, 'content'), {
    'institution.md': '---\nname: Sample University\n---\n',
    'courses/law.md': '---\ntitle: Law\n---\nSome ☃ words.\n',
    'publications/p.md': '---\nkind: course-sheet\ncourse: law\n---\n',
  });
  const build = async () => {
    const { code, stdout } = await press(['build', '--project', folder.path, '--json']);
    assert.equal(code, 1);
    const { findings } = JSON.parse(stdout) as {
      findings: { severity: string; code: string; file: string; line: number; column: number }[];
    };
    return findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, file, line, column }) => [code, file, line, column]);
  };
  const file = 'content/courses/law.md';
  assert.deepEqual(await build(), [['check/glyph-missing', file, 4, 6]]);
  writeFileSync(join(folder.path, file), '---\ntitle: Law\n\n\n---\nSome ☃ words.\n');
  assert.deepEqual(await build(), [['check/glyph-missing', file, 6, 6]]);
});
