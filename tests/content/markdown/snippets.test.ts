import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only, project, read } from '../projects.ts';
import { file, prose } from './prose.ts';

test('a snippet stands where its line stood, and its blocks say their own file and line', () => {
  const { blocks, findings, snippets } = prose('A.\n\n{{> snippet terms}}\n\nB.\n', {
    snippets: { terms: 'C.\n\n- d\n' },
  });
  assert.deepEqual(findings, []);
  assert.deepEqual(
    blocks.map(({ text, file: from, line }) => [text, from.split('/').at(-1), line]),
    [
      ['A.', 'x.md', 10],
      ['C.', 'terms.md', 1],
      ['d', 'terms.md', 3],
      ['B.', 'x.md', 14],
    ],
  );
  const snippet = blocks[1];
  assert.match(
    snippet?.kind === 'prose' ? snippet.html : '',
    /data-src="content\/snippets\/terms\.md:1"/,
  );
  assert.deepEqual(snippets, ['content/snippets/terms.md']);
});

test('a snippet ends a paragraph, and may stand in a list or a box', () => {
  const { html } = prose(
    'A\n{{>snippet t}}\n\n- b\n\n  {{> snippet t}}\n\n::: note\n{{> snippet t }}\n:::\n',
    {
      snippets: { t: 'T.\n' },
    },
  );
  assert.equal(
    html.replace(/\n/g, ''),
    '<p>A</p><p>T.</p><ul><li><p>b</p><p>T.</p></li></ul><div class="note"><p>T.</p></div>',
  );
});

test('snippets within snippets are read; one that takes itself in is a finding', () => {
  const nested = prose('{{> snippet a}}\n', { snippets: { a: '{{> snippet b}}\n', b: 'B.\n' } });
  assert.equal(nested.html, '<p>B.</p>');
  const ring = prose('{{> snippet a}}\n', {
    snippets: { a: 'A.\n\n{{> snippet b}}\n', b: '{{> snippet a}}\n' },
  });
  const finding = only(ring.findings, 'markdown/snippet-recursion');
  assert.match(finding.message, /a > b > a/);
  assert.deepEqual(finding.place, { file: 'content/snippets/b.md', line: 1 });
  assert.equal(ring.html, '<p>A.</p>');
});

test('snippets that multiply are bounded', () => {
  const ten = (name: string) => `{{> snippet ${name}}}\n\n`.repeat(10);
  const { findings, blocks } = prose(ten('a'), {
    snippets: { a: ten('b'), b: ten('c'), c: ten('d'), d: 'D.\n' },
  });
  only(findings, 'markdown/snippets-too-many');
  assert.ok(blocks.length <= 100);
});

test('a snippet that is not there is a finding with the one that was meant', () => {
  const { findings } = prose('A.\n\n{{> snippet term}}\n', { snippets: { terms: 'T.\n' } });
  const finding = only(findings, 'markdown/snippet-missing');
  assert.deepEqual(finding.place, { file, line: 12, column: 13, length: 4 });
  assert.match(finding.hint, /`terms`/);
});

test('other braces are said to be unread; in code and escaped they are text', () => {
  for (const text of ['{{> terms}}', 'A {{> snippet terms}} b', '{{title}}']) {
    only(prose(text, { snippets: { terms: 'T.\n' } }).findings, 'markdown/snippet-form');
  }
  assert.deepEqual(prose('`{{title}}` and \\{\\{title}}\n\n    {{> snippet t}}\n').findings, []);
});

test('a name cannot lead out of the folder', () => {
  for (const name of ['../institution', '__proto__', 'constructor', '/etc/passwd']) {
    only(prose(`{{> snippet ${name}}}\n`).findings, 'markdown/snippet-missing');
  }
});

test('a translation takes the snippet in its language, else the original with a finding', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\n---\n',
    'content/snippets/terms.md': 'Terms.\n',
    'content/snippets/terms.cy.md': 'Telerau.\n',
    'content/snippets/more.md': 'More.\n',
    'content/courses/a.md': '{{> snippet terms}}\n\n{{> snippet more}}\n',
    'content/courses/a.cy.md': '{{> snippet terms}}\n\n{{> snippet more}}\n',
  });
  const { findings, project: found } = await read(folder);
  assert.deepEqual(codes(findings), ['markdown/snippet-language @ content/courses/a.cy.md:3']);
  assert.equal(findings[0]?.severity, 'gap');
  assert.deepEqual(
    found.courses.map(({ body }) => body[0]?.blocks.map(({ text }) => text)),
    [
      ['Terms.', 'More.'],
      ['Telerau.', 'More.'],
    ],
  );
});
