import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only } from '../projects.ts';
import { file, prose } from './prose.ts';

test('prose is divided at headings of level 2; deeper ones are blocks', () => {
  const { sections, findings } = prose(
    'Before.\n\n## *First* "one"\n\nA.\n\n### Deeper\n\nB.\n\n## Second {.book-only}\n\nC.\n',
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(
    sections.map(({ heading, id, classes, line, blocks }) => [
      heading?.html,
      heading?.text,
      id,
      classes,
      line,
      blocks.map(({ kind }) => kind),
    ]),
    [
      [undefined, undefined, 'course-x--text', [], 10, ['prose']],
      [
        '<em>First</em> “one”',
        'First “one”',
        'course-x--first-one',
        [],
        12,
        ['prose', 'heading', 'prose'],
      ],
      ['Second', 'Second', 'course-x--second', ['book-only'], 20, ['prose']],
    ],
  );
  const deeper = sections[1]?.blocks[1];
  assert.ok(deeper?.kind === 'heading' && deeper.level === 3);
  assert.equal(deeper.html, `<h3 data-src="${file}:16" id="course-x--deeper">Deeper</h3>`);
});

test('ids are stable, of one Unicode form, and differ within a file', () => {
  const { sections } = prose(
    '## Caf\u0065\u0301 & more!\n\n## Café & more\n\n## 数学\n\n## !!!\n\n## Own {#mine}\n',
  );
  assert.deepEqual(
    sections.map(({ id }) => id),
    ['café-more', 'café-more-2', '数学', 'heading', 'mine'].map((id) => `course-x--${id}`),
  );
});

test('every block element says which line it comes from', () => {
  const { sections } = prose(
    'A.\n\n- b\n- c\n\n> d\n\n| e |\n|---|\n| f |\n\n```\ng\n```\n\n---\n\nh\n: i\n',
  );
  const lines = sections[0]?.blocks.map((block) => {
    const html = 'html' in block ? block.html : '';
    return [...html.matchAll(/<(\w+)[^>]*? data-src="content\/courses\/x\.md:(\d+)"/g)].map(
      ([, tag, line]) => `${tag}${line}`,
    );
  });
  assert.deepEqual(lines, [
    ['p10'],
    ['ul12', 'li12', 'li13'],
    ['blockquote15', 'p15'],
    ['table17', 'tr17', 'tr19'],
    ['code21'],
    ['hr25'],
    ['dl27', 'dt27', 'dd28'],
  ]);
});

test('tables: scope, alignment as a class, nothing in style, no empty cell', () => {
  const { html } = prose('| Year | Sessions |\n|:-----|---:|\n| 2021 | 50 |\n| 2022 | |\n');
  assert.equal(
    html.replace(/\n/g, ''),
    '<table><thead><tr><th scope="col">Year</th><th class="right" scope="col">Sessions</th></tr></thead><tbody><tr><td>2021</td><td class="right">50</td></tr><tr><td>2022</td><td class="right">\u00A0</td></tr></tbody></table>',
  );
});

test('footnotes are the last block, with a number in the text that leads there', () => {
  const { blocks, html, findings } = prose(
    'One[^a] and two^[Straight "in".].\n\n[^a]: The *note*.\n\n## More\n\nThree[^a].\n',
  );
  assert.deepEqual(findings, []);
  assert.match(html, /One<sup class="note-ref"><a href="#course-x--note-1">1<\/a><\/sup>/);
  assert.match(html, /<ol class="notes">\n<li id="course-x--note-1"><p>The <em>note<\/em>\.<\/p>/);
  assert.match(html, /Straight “in”\./);
  assert.equal(blocks.at(-1)?.kind, 'notes');
  assert.doesNotMatch(html, /↩/);
});

test('a footnote that is missing, and one that nobody refers to, are findings', () => {
  const { findings } = prose('One[^a].\n\n[^b]: Lost.\n\n[^c]: Used.\n\nTwo[^c].\n');
  assert.deepEqual(codes(findings), [
    `markdown/footnote-missing @ ${file}:10`,
    `markdown/footnote-unused @ ${file}:12`,
  ]);
});

test('a heading with one #, a level left out and a heading without words are findings', () => {
  const { findings, sections } = prose('# Title\n\n#### Deep\n\n##\n\nText.\n');
  assert.deepEqual(codes(findings), [
    `markdown/heading-one @ ${file}:10`,
    `markdown/heading-skipped @ ${file}:12`,
    `markdown/heading-empty @ ${file}:14`,
  ]);
  assert.equal(sections[0]?.heading?.text, 'Title');
  assert.equal(sections.length, 1);
});

test('a heading with nothing below it is a finding; one with another below it is none', () => {
  const { findings } = prose(
    '## One\n\n## Two\n\n### Below\n\nText.\n\n### Alone\n\n## Last[^a]\n\n[^a]: Note.\n',
  );
  assert.deepEqual(codes(findings), [
    `markdown/heading-alone @ ${file}:10`,
    `markdown/heading-alone @ ${file}:18`,
    `markdown/heading-alone @ ${file}:20`,
  ]);
});

test('the words of a block are there for search, plain', () => {
  const { blocks } = prose(
    'A part-time "course"[^1] of\n27 September, `code`.\n\n[^1]: N.\n\n- one\n- two\n',
  );
  assert.equal(blocks[0]?.text, 'A part-time “course” of 27 September, code.');
  assert.equal(blocks[1]?.text, 'one\ntwo');
});

test('a picture or a chart alone on its line is a figure', () => {
  const { blocks, images, findings } = prose(
    '![A room](images/room.jpg "The \\"room\\" & <more>")\n\n![What it is](chart:sessions)\n\n![](../images/my%20room.jpg)\n![Two](images/two.jpg)\n',
  );
  assert.deepEqual(findings, []);
  const shown = blocks.map((block) => ({ ...block, file: undefined, classes: undefined }));
  assert.deepEqual(
    shown.map((block) =>
      block.kind === 'figure' ? [block.image, block.alt, block.line] : block.kind,
    ),
    [
      ['images/room.jpg', 'A room', 10],
      'chart',
      ['images/my room.jpg', '', 14],
      ['images/two.jpg', 'Two', 15],
    ],
  );
  const first = blocks[0];
  assert.ok(first?.kind === 'figure');
  assert.equal(first.caption?.html, 'The “room” &amp; &lt;more&gt;');
  const place = { file, line: 10, column: 11, length: 15 };
  assert.deepEqual(images[0], { to: 'images/room.jpg', place });
  assert.deepEqual(first.place, place);
});

test('a picture within other words is refused and left out', () => {
  const { findings, html } = prose(
    'See ![a](images/a.jpg) here.\n\n- ![b](images/b.jpg)\n\n## H ![c](images/c.jpg)\n\nText.\n',
  );
  assert.deepEqual(codes(findings), [
    `markdown/image-in-text @ ${file}:10`,
    `markdown/image-in-text @ ${file}:12`,
    `markdown/image-in-text @ ${file}:14`,
  ]);
  assert.doesNotMatch(html, /<img/);
});

for (const path of [
  'https://example.org/x.jpg',
  'data:image/png;base64,x',
  '/etc/passwd',
  '../../secret.jpg',
  '..\\x.jpg',
  'file:///x',
]) {
  test(`a picture from outside is refused: ${path}`, () => {
    const { findings, blocks } = prose(`![a](${path.replace('\\', '\\\\')})\n`);
    only(findings, 'markdown/image-path');
    assert.deepEqual(blocks, []);
  });
}

test('a chart that the file does not have is an error; the one that was meant is not missed', () => {
  const { findings, blocks } = prose('![a](chart:sesions)\n');
  const finding = only(findings, 'markdown/chart-unknown');
  assert.equal(finding.severity, 'error');
  assert.match(finding.hint, /chart:sessions/);
  assert.deepEqual(
    blocks.map((block) => block.kind === 'chart' && block.chart),
    ['sessions'],
  );
  const other = prose('![a](chart:elsewhere)\n');
  assert.equal(only(other.findings, 'markdown/chart-unknown').severity, 'error');
  assert.deepEqual(other.blocks, []);
});
