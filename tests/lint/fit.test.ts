import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * press lint --fit: measured in the laid-out page, said as a table, as JSON and as a picture.
 */

interface Panel {
  publication: string;
  page: number;
  panel: string;
  usedLines: number;
  roomLines: number;
  leftCharacters: number;
  xMm: number;
  widthMm: number;
}

interface Answer {
  exit: number;
  findings: { code: string; message: string; file?: string; line?: number }[];
  fit: Panel[];
}

function withShort(text: string): ReturnType<typeof projectFolder> {
  const folder = projectFolder();
  lay(folder.path, {
    'content/institution.md': '---\nname: House\n---\n',
    'content/courses/a.md': '---\ntitle: A\n---\n\nLong words of the course.\n',
    'content/courses/b.md': `---\ntitle: B\n---\n\n## Why\n\n${text}\n{.short}\n`,
    'content/publications/book.md':
      '---\nkind: book\nextent: { default: third }\nissued: 2026-01-01\n---\n',
    'content/publications/sheet.md':
      '---\nkind: course-sheet\ncourse: a\nissued: 2026-01-01\n---\n',
  });
  return folder;
}

/** A panel that is drawn as too full. */
const over = /lines<\/title><rect [^>]*url\(#over\)/;

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

async function fit(folder: string, ...named: string[]): Promise<Answer & { code: number }> {
  const { code, stdout } = await press(['lint', ...named, '--fit', '--json', '--project', folder]);
  return { ...(JSON.parse(stdout) as Answer), code };
}

test('every panel of every publication is measured, and drawn in the colour of how full it is', async () => {
  using folder = withShort(words(20));
  const { code, findings, fit: panels } = await fit(folder.path);
  assert.equal(code, 0, JSON.stringify(findings));
  assert.deepEqual([...new Set(panels.map(({ publication }) => publication))].sort(), [
    'book-draft',
    'sheet-draft',
  ]);
  const title = panels.find((one) => one.publication === 'sheet-draft' && one.panel === 'title');
  assert.ok(title);
  assert.equal(title.page, 1);
  assert.ok(title.usedLines > 0 && title.usedLines < title.roomLines);
  assert.equal(Math.round(title.widthMm), 164);
  const picture = readFileSync(join(folder.path, 'output/report/fit.svg'), 'utf8');
  assert.match(picture, new RegExp(`title: ${title.usedLines} of ${title.roomLines} lines`));
  assert.doesNotMatch(picture, over);
  assert.equal(picture, await again(folder.path));
});

async function again(folder: string): Promise<string> {
  await fit(folder);
  return readFileSync(join(folder, 'output/report/fit.svg'), 'utf8');
}

test('what does not fit is an error with file, line, section, lines and characters', async () => {
  using folder = withShort(words(90));
  const { code, findings, fit: panels } = await fit(folder.path);
  assert.equal(code, 1);
  const overflow = findings.find((one) => one.code === 'layout/overflow');
  assert.ok(overflow, JSON.stringify(findings));
  assert.equal(overflow.file, 'content/courses/b.md');
  assert.equal(overflow.line, 7);
  const [, lines, characters] =
    /it is (\d+) lines?, about (\d+) characters, too long in "Why", from "word\d+/.exec(
      overflow.message,
    ) ?? [];
  assert.ok(Number(lines) >= 1 && Number(characters) > 20, overflow.message);
  assert.ok(panels.some(({ usedLines, roomLines }) => usedLines > roomLines));
  const picture = readFileSync(join(folder.path, 'output/report/fit.svg'), 'utf8');
  assert.match(picture, over);
  // What is cut as it says fits.
  using mended = withShort(words(90).slice(0, -Number(characters)));
  assert.equal((await fit(mended.path)).code, 0);
});

test('what is named alone is measured, as a table', async () => {
  using folder = withShort(words(20));
  const { stdout, code } = await press(['lint', 'sheet', '--fit', '--project', folder.path]);
  assert.equal(code, 0);
  assert.match(stdout, /^publication +page +panel +lines +room +left +characters left$/m);
  assert.match(stdout, /^sheet-draft +1 +title +\d+ +\d+ +\d+ +about \d+$/m);
  assert.doesNotMatch(stdout, /^book-draft/m);
  const without = await press(['lint', '--project', folder.path]);
  assert.doesNotMatch(without.stdout, /^publication/m);
});
