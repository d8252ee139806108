import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import type { Finding } from '../../scripts/finding.ts';
import { blue, red } from '../pages/plain-pdf.ts';
import { served } from './served.ts';

const hostile: Finding = {
  severity: 'error',
  code: 'x/<b>',
  message: 'There is no `<img src=x onerror=alert(1)>` & "that"\u202e.',
  hint: 'Remove <script>alert(2)</script>.',
  place: { file: 'content/<script>.md', line: 1, column: 1 },
};

test('findings quote hostile content and stay text', async (t) => {
  const { ask, play, project } = await served(t);
  await play({ made: { 'a<b>&"c': undefined }, findings: [hostile] });
  const { text, status } = await ask(`/publications/${encodeURIComponent('a<b>&"c')}`);
  assert.equal(status, 200);
  assert.ok(
    text.includes(
      'There is no <code>&lt;img src=x onerror=alert(1)&gt;</code> &amp; &quot;that&quot;·.',
    ),
  );
  assert.ok(text.includes('Remove &lt;script&gt;alert(2)&lt;/script&gt;.'));
  // From where the watch was started to the file.
  const named = /<h3>(.*)&lt;script&gt;\.md<\/h3>/.exec(text)?.[1] ?? '';
  assert.equal(resolve(named), join(project, 'content'));
  assert.ok(text.includes('x/&lt;b&gt;'));
  assert.ok(text.includes('<h1>a&lt;b&gt;&amp;&quot;c</h1>'));
  assert.doesNotMatch(text, /<img|<script>|<b>&|\u202e/);
});

test('a finding has its file, its line, the line itself and its hint', async (t) => {
  const { ask, play, project } = await served(t);
  writeFileSync(join(project, 'law.md'), 'title: <Law>\nfees: none\n');
  const place = { file: 'law.md', line: 2, column: 7, length: 4 };
  const finding: Finding = {
    ...hostile,
    severity: 'gap',
    message: 'No fee.',
    hint: 'Say it.',
    place,
  };
  await play({
    made: { sheet: [[red]] },
    findings: [finding, { ...hostile, place: { file: 'b.md' } }],
  });
  const { text } = await ask('/publications/sheet');
  assert.match(
    text,
    /<h3>[^<]*law\.md<\/h3>\s*<ul><li class="warning"><p class="where"><b>Warning<\/b> in line 2 /,
  );
  assert.ok(text.includes('<pre>1 | title: &lt;Law&gt;\n2 | fees: none\n  |       ^^^^</pre>'));
  assert.ok(text.includes('<p class="hint">Say it.</p>'));
  // Errors come first, whatever their file.
  assert.ok(text.indexOf('b.md</h3>') < text.indexOf('law.md</h3>'));
});

test('pages are pictures of what the file shows, with their numbers in words', async (t) => {
  const { ask, play } = await served(t);
  await play({ made: { book: [[red], [blue], []] }, kind: 'book' });
  const { text } = await ask('/publications/book');
  assert.deepEqual(
    text.match(/alt="[^"]*"/g),
    [1, 2, 3].map((n) => `alt="Page ${n} of 3"`),
  );
  const [first = ''] = text.match(/\/pictures\/[^"]*-640\.png/) ?? [];
  const picture = await ask(first);
  assert.equal(picture.headers['content-type'], 'image/png');
  assert.match(picture.headers['cache-control'] ?? '', /immutable/);
  const { data, info } = await sharp(picture.body).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [640, 1280]);
  assert.deepEqual([...data.subarray(0, 3)], [255, 0, 0]);
  assert.equal((await ask(first.replace('640', '641'))).status, 404);
  assert.equal((await ask(`/pictures/${'0'.repeat(32)}-640.png`)).status, 404);
  const pdf = await ask('/pdf/book.pdf');
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  assert.match(pdf.text, /^%PDF-/);
});

test('only what changed has another picture, and says so', async (t) => {
  const { ask, play } = await served(t);
  const page = async () => (await ask('/publications/book')).text;
  const pictures = (text: string) => text.match(/src="\/pictures\/\w+-640/g) ?? [];
  await play({ made: { book: [[red], [blue], []] } });
  const before = await page();
  assert.doesNotMatch(before, /class="mark"/);
  await play({ made: { book: [[red], [blue, red], []] } });
  const after = await page();
  assert.deepEqual(
    pictures(before).map((address, index) => address === pictures(after)[index]),
    [true, false, true],
  );
  assert.equal(after.match(/class="mark"/g)?.length, 1);
  assert.match(after, /<figure id="page-2" class="changed">/);
});

test('what cannot be made shows its findings and the last good pages', async (t) => {
  const { ask, play } = await served(t);
  await play({ made: { sheet: [[red]], other: [[blue]] } });
  const pictures = (text: string) => text.match(/\/pictures\/\w+-640/g);
  const good = (await ask('/publications/sheet')).text;
  assert.match(good, /role="status"[^>]*>Rebuilt, no findings</);
  await play({ made: { sheet: undefined, other: [[blue]] }, findings: [hostile] });
  const { text } = await ask('/publications/sheet');
  assert.deepEqual(pictures(text), pictures(good));
  assert.match(text, /role="status"[^>]*>Not rebuilt, 1 finding: these are the last good pages</);
  assert.match(text, /not rebuilt, 1 finding<\/span>/);
  assert.equal((await ask(`${pictures(text)?.[0]}.png`)).status, 200);
});

test('a file that somebody else has replaced is not shown under the old name', async (t) => {
  const { ask, play, board } = await served(t);
  await play({ made: { sheet: [[red]] } });
  const { text } = await ask('/publications/sheet');
  writeFileSync(board.entries[0]?.good?.file ?? '', 'other');
  assert.equal((await ask(text.match(/\/pictures\/\w+-640\.png/)?.[0] ?? '')).status, 404);
});

test('before there is anything it says so, and leads to the first publication after', async (t) => {
  const { ask, play } = await served(t);
  assert.match((await ask('/')).text, /Reading the project/);
  await play({ made: { 'a b': [[red]] } });
  const { status, headers } = await ask('/');
  assert.deepEqual([status, headers.location], [302, '/publications/a%20b']);
  assert.equal((await ask('/publications/a%20b')).status, 200);
});

test('what one file stands for is one line at the side, unfolded where the page is one of it', async (t) => {
  const { ask, play } = await served(t);
  const sheets = { 'a-sheet': [[red]], 'b-sheet': [[blue]], 'c-sheet': undefined };
  await play({ made: { book: [[red]] } });
  const alone = (await ask('/publications/book')).text;
  assert.doesNotMatch(alone, /<details[^>]*><summary><span class="name">/);
  await play({ made: sheets, file: 'content/publications/sheets.md', findings: [hostile] });
  const { text } = await ask('/publications/b-sheet');
  const group =
    /<details open><summary><span class="name">sheets<\/span> <span class="state stale">([^<]*)<\/span><\/summary><ul>(.*?)<\/ul>/s;
  const [, state, items = ''] = group.exec(text) ?? [];
  assert.equal(state, '3 publications, 1 not rebuilt, 3 with findings');
  assert.deepEqual(
    [...items.matchAll(/<span class="name">([^<]*)</g)].map(([, name]) => name),
    Object.keys(sheets),
  );
  assert.match(items, /href="\/publications\/b-sheet" aria-current="page"/);
});
