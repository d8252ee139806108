import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedElements } from '../../../scripts/content/markdown/html.ts';
import { codes, only } from '../projects.ts';
import { prose } from './prose.ts';

test('harmless elements are kept, each written anew', () => {
  const { html, findings } = prose(
    'H<sub>2</sub>O, <abbr title="National Health Service">NHS</abbr>, <KBD>x</KBD>, one<br/>two<wbr>three',
  );
  assert.deepEqual(findings, []);
  assert.equal(
    html,
    '<p>H<sub>2</sub>O, <abbr title="National Health Service">NHS</abbr>, <kbd>x</kbd>, one<br>two<wbr>three</p>',
  );
  for (const name of ['q', 'script', 'a', 'img', 'div', 'b']) {
    assert.ok(!allowedElements.includes(name), name);
  }
});

const refused: [html: string, tag: string][] = [
  ['<script>alert(1)</script>', 'script'],
  ['words <script>alert(1)</script>', 'script'],
  ['<style>p{}</style>', 'style'],
  ['<iframe src="https://example.org"></iframe>', 'iframe'],
  ['<img src=x onerror=alert(1)>', 'img'],
  ['<svg onload=alert(1)>', 'svg'],
  ['<div>words</div>', 'div'],
  ['<q>words</q>', 'q'],
  ['a <b>bold</b> word', 'b'],
  ['<a href="https://example.org">words</a>', 'a'],
  ['<object data="x"></object>', 'object'],
  ['<link rel="stylesheet" href="x">', 'link'],
  ['<meta http-equiv="refresh">', 'meta'],
  ['<details>\n\nwords\n\n</details>', 'details'],
  ['<ScRiPt>alert(1)</sCrIpT>', 'script'],
];
for (const [html, tag] of refused) {
  test(`refused: ${html.replace(/\s+/g, ' ')}`, () => {
    const { html: out, findings } = prose(`One.\n\n${html}\n`);
    const first = findings.find(({ code }) => code === 'markdown/html');
    assert.match(first?.message ?? '', new RegExp(`<${tag}>`));
    assert.equal(first?.severity, 'error');
    assert.equal(first?.place?.line, 12);
    assert.doesNotMatch(out, new RegExp(`<${tag}|onerror|onload|<\\/${tag}`, 'i'));
  });
}

test('each refusal is one finding with its line and column', () => {
  const { findings } = prose('One\ntwo <b>x</b> and\n<font>y</font>\n');
  assert.deepEqual(codes(findings), [
    'markdown/html @ content/courses/x.md:11',
    'markdown/html @ content/courses/x.md:12',
  ]);
  assert.deepEqual([findings[0]?.place?.column, findings[0]?.place?.length], [5, 3]);
});

test('attributes other than lang, title and dir are refused and left out', () => {
  const { html, findings } = prose(
    '<span onclick="x()" style="color:red" class="y" title="T &amp; &quot;q&quot; <" dir="rtl" id="z">a</span>',
  );
  assert.equal(html, '<p><span title="T &amp; &quot;q&quot; &lt;" dir="rtl">a</span></p>');
  assert.deepEqual(
    findings.map(({ code, message }) => [code, /`(\w+)`\.$/.exec(message)?.[1]]),
    ['onclick', 'style', 'class', 'id'].map((name) => ['markdown/html-attribute', name]),
  );
});

test('an attribute cannot break out of its quotes', () => {
  const { html } = prose(`<span title='"><img src=x onerror=alert(1)>'>a</span>`);
  assert.equal(html, '<p><span title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">a</span></p>');
});

test('every inline element with a language gets an id of its own', () => {
  const { html } = prose('<span lang="fr">un</span> <i lang="cy">dau</i> *tri*{lang=cy}');
  const ids = [...html.matchAll(/lang="(\w+)" id="([^"]+)"/g)].map(([, lang, id]) => [lang, id]);
  assert.equal(new Set(ids.map(([, id]) => id)).size, 3);
  assert.deepEqual(ids.map(([lang]) => lang).sort(), ['cy', 'cy', 'fr']);
  assert.ok(ids.every(([, id]) => id?.startsWith('course-x--lang-')));
});

test('a language that is none is refused', () => {
  const { findings } = prose('<span lang="french!">un</span> and *a*{lang=zzzz}');
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['markdown/language', 'markdown/language'],
  );
});

test('what is not closed is closed where it has to be, and said', () => {
  const { html, findings } = prose('*a <small>b* c\n\nd</small>\n\n<sup>e <sub>f</sup> g</sub>');
  assert.equal(
    html,
    '<p><em>a <small>b</small></em> c</p>\n<p>d</p>\n<p><sup>e <sub>f</sub></sup> g</p>',
  );
  assert.deepEqual(codes(findings), [
    'markdown/html-unclosed @ content/courses/x.md:10',
    'markdown/html-not-open @ content/courses/x.md:12',
    'markdown/html-unclosed @ content/courses/x.md:14',
    'markdown/html-not-open @ content/courses/x.md:14',
  ]);
});

test('a comment is the writer’s own and is not printed', () => {
  const { html, findings } = prose('One <!-- ask Ann --> two\n\n<!--\n\nlong\n\n-->\n\nThree\n');
  assert.deepEqual(findings, []);
  assert.doesNotMatch(html, /Ann|long|<!--/);
});

test('text that looks like HTML is text', () => {
  const { html, findings } = prose('1 < 2 and 3 > 2 & so on `<script>`\n\n    <script>\n');
  assert.deepEqual(findings, []);
  assert.match(html, /1 &lt; 2 and 3 &gt; 2 &amp; so on <code>&lt;script&gt;<\/code>/);
  assert.match(html, /<pre><code>&lt;script&gt;/);
});

test('a programming declaration and CDATA are refused', () => {
  for (const text of ['<?php x ?>', '<!DOCTYPE html>', '<![CDATA[x]]>', 'a <?x?> b']) {
    only(prose(text).findings, 'markdown/html');
  }
});
