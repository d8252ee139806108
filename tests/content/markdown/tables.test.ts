import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only } from '../projects.ts';
import { file, prose } from './prose.ts';

test('a table as it should be, ended in any way, has nothing to be said of it', () => {
  for (const text of [
    '| a | b |\n| --- | :-: |\n| 1 | 2 |\n| 3 \\| 4 | 5 |\n\nWords | and words.\n',
    'a | b\n--- | ---\n1 | 2\n## Heading\n\nText.\n',
    '| a |\n|---|\n| 1 |\n- entry\n',
    'Words with a | in them\nand a second line - of words.\n',
    '> | a | b |\n> |---|---|\n> | 1 | 2 |\n',
    '```\n| a | b |\n|---|\n```\n',
  ]) {
    assert.deepEqual(codes(prose(text).findings), [], text);
  }
});

test('a row with more or fewer cells than the head is a warning with its line', () => {
  const { findings, html } = prose(
    '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n| 5 | 6 |\nno row\n',
  );
  assert.deepEqual(codes(findings), [
    `markdown/table-cells @ ${file}:12`,
    `markdown/table-cells @ ${file}:13`,
    `markdown/table-cells @ ${file}:15`,
  ]);
  assert.deepEqual([...new Set(findings.map(({ severity }) => severity))], ['warning']);
  assert.match(findings[0]!.message, /3 cells.*2/);
  assert.match(findings[1]!.message, /1 cell,/);
  assert.doesNotMatch(html, />3</, 'what is over is not printed');
});

test('a line below the head that does not fit it is an error with its line', () => {
  for (const [text, line] of [
    ['| a | b |\n|---|\n| 1 | 2 |\n', 11],
    ['| a | b |\n|---|---|---|\n| 1 | 2 |\n', 11],
    ['Words above.\n| a | b |\n| --- |\n| 1 | 2 |\n', 12],
    ['- x\n\n  | a | b |\n  | --- |\n', 13],
  ] as const) {
    const { findings, html } = prose(text);
    const finding = only(findings, 'markdown/table-separator');
    assert.equal(finding.place?.line, line, text);
    assert.equal(finding.severity, 'error');
    assert.match(finding.hint, /`\| --- \| --- \|`/);
    assert.doesNotMatch(html, /<table/);
  }
});

test('in a snippet the place is the snippet’s', () => {
  const snippets = { t: 'Words.\n\n| a | b |\n|---|---|\n| 1 |\n' };
  const { findings } = prose('One.\n\n{{> snippet t}}\n', { snippets });
  assert.deepEqual(codes(findings), ['markdown/table-cells @ content/snippets/t.md:5']);
});
