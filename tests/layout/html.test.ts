import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindLastWords, escapeHtml } from '../../scripts/layout/html.ts';

test('the last two words of a paragraph stay together', () => {
  assert.equal(bindLastWords('<p>one two three</p>'), '<p>one two\u00a0three</p>');
  assert.equal(bindLastWords('<p>one <em>two three</em></p>'), '<p>one <em>two three</em></p>');
});

test('long words at the end may part: the pair would not fit a narrow column', () => {
  const html = '<p>an interdisciplinary institutionalisation</p>';
  assert.equal(bindLastWords(html), html);
});

test('what could open a tag or end an attribute is escaped', () => {
  assert.equal(escapeHtml(`<a href="x">&'`), `&lt;a href=&quot;x&quot;&gt;&amp;'`);
});
