import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only } from '../projects.ts';
import { prose } from './prose.ts';

/** About this many characters: the most a file may have is five times that. */
const size = 200_000;
const many = (piece: string) => piece.repeat(Math.floor(size / piece.length));

// No test measures time; one that took minutes would be seen.
const bombs: Record<string, string> = {
  'emphasis in emphasis': many('*a **b '),
  underscores: many('_a__b'),
  brackets: many('['),
  'brackets and images': many('!['),
  links: many('[a]('),
  'links in links': `${'['.repeat(4000)}a${'](b)'.repeat(4000)}`,
  'footnote marks': `[^a]: x\n\n${many('[^')}`,
  'footnotes in footnotes': `${'^['.repeat(3000)}a${']'.repeat(3000)}`,
  'thousands of footnotes': Array.from({ length: 9000 }, (_, i) => `a[^${i}]\n\n[^${i}]: n\n`).join(
    '\n',
  ),
  backticks: many('`a``b'),
  'angle brackets': many('<a '),
  comments: many('<!--'),
  'open elements': many('<span>'),
  entities: many('&amp'),
  quotes: many('> '),
  lists: many('- '),
  'nested lists': Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}- x`).join('\n'),
  tables: many('|-|-\n'),
  'wide table': `${many('|a').slice(0, 50_000)}\n${many('|-').slice(0, 50_000)}\n${many('|b')}`,
  boxes: many('::: note\n'),
  attributes: many('*a*{.b} '),
  'braces at the end': `${many('{.a ')}}`,
  snippets: many('{{> snippet a}}\n'),
  headings: many('## a\n'),
  'one word': 'a'.repeat(size),
  paragraphs: many('a\n\n'),
  'typographic marks': many('"\'- '),
};
for (const [what, text] of Object.entries(bombs)) {
  test(`ends, with bounded findings: ${what}`, () => {
    const { sections } = prose(text);
    assert.ok(Array.isArray(sections));
  });
}

test('nesting that is deeper than anybody means is a finding, not silence', () => {
  const deep = Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- x${i}`).join('\n');
  only(prose(deep).findings, 'markdown/nested-too-deep');
  only(
    prose('<span>'.repeat(40)).findings.filter((f) => f.code.endsWith('deep')),
    'markdown/nested-too-deep',
  );
  only(prose(`${'> '.repeat(60)}x`).findings, 'markdown/nested-too-deep');
  assert.deepEqual(prose('- a\n  - b\n    - c\n      - d\n').findings, []);
});

test('a paragraph without end is a finding', () => {
  const finding = only(
    prose(`A.\n\n${'word '.repeat(3000)}`).findings,
    'markdown/paragraph-too-long',
  );
  assert.equal(finding.place?.line, 12);
});

test('footnotes by the thousand are a finding', () => {
  only(
    prose(bombs['thousands of footnotes']!).findings.filter((f) => f.code.includes('too-many')),
    'markdown/footnotes-too-many',
  );
});

test('nothing that runs or loads comes out of any of it', () => {
  const nasty = `
<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![x](https://example.org/x.png)
<svg/onload=alert(1)> [x]: javascript:alert(1) <javascript:alert(1)> [y][x] [z](data:text/html;base64,PHNjcmlwdD4=)
*a*{onclick=alert(1)} \`\`\`<script>\`\`\` <a href=javascript:alert(1)>b</a> <span style="background:url(x)">c</span>

| <img src=x> | a |
|---|---|
| <script>1</script> | {onclick=x} |

[x]: javascript:alert(1) "<script>"

\`\`\`html onload=x <script>
<script>
\`\`\`
`;
  const { html } = prose(nasty);
  const tags = [...html.matchAll(/<(\/?[a-z][\w-]*)([^>]*)>/gi)];
  const allowed = /^\/?(p|em|a|code|pre|span|table|thead|tbody|tr|th|td)$/;
  assert.deepEqual(
    tags.filter(([, name]) => !allowed.test(name!)),
    [],
  );
  for (const [, name, attributes] of tags) {
    assert.doesNotMatch(attributes ?? '', /\bon\w+=|style=|src=|javascript:|data:/i, name);
  }
});
