import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only } from '../projects.ts';
import { file, prose } from './prose.ts';

test('classes go to the block they stand at', () => {
  const { blocks, findings } = prose(
    'A. {.short}\n\nB.\n{.book-only .keep}\n\n- c\n- d\n\n{.small}\n\n> e\n\n{.keep}\n\n### F {.short}\n\n| g |\n|---|\n| h |\n\n{.small}\n',
  );
  assert.deepEqual(codes(findings), [`markdown/heading-skipped @ ${file}:24`]);
  assert.deepEqual(
    blocks.map(({ classes, text }) => [classes.join(' '), text.split('\n')[0]]),
    [
      ['short', 'A.'],
      ['book-only keep', 'B.'],
      ['small', 'c'],
      ['keep', 'e'],
      ['short', 'F'],
      // What a heading has holds for all below it.
      ['small short', 'g'],
    ],
  );
});

test('an entry of a list has its own; a line below the last one is for the list', () => {
  const { html } = prose('- a {.short}\n- b\n{.keep}\n');
  assert.equal(html.replace(/\n/g, ''), '<ul class="keep"><li class="short">a</li><li>b</li></ul>');
});

test('braces with anything else in them are text', () => {
  const { html, findings } = prose(
    'He wrote {sic}. {}\n\nA {b c}\n\nSee {1}\n\n`{.short}`\n\nno{.short}\n',
  );
  assert.deepEqual(findings, []);
  assert.equal(
    html.replace(/<\/?p>/g, ''),
    'He wrote {sic}. {}\nA {b c}\nSee {1}\n<code>{.short}</code>\nno{.short}',
  );
});

test('an unknown class is a warning with the one that was meant, and left out', () => {
  const { html, findings } = prose('A. {.bok-only onclick=x style="y"}\n');
  const [unknown, ...others] = findings;
  assert.equal(unknown?.severity, 'warning');
  assert.match(unknown?.hint ?? '', /`\.book-only`/);
  assert.deepEqual(
    others.map(({ code }) => code),
    ['markdown/attribute-unknown', 'markdown/attribute-unknown'],
  );
  assert.equal(html, '<p>A.</p>');
});

test('a block can say its language; so can emphasis, a link and code', () => {
  const { blocks, html } = prose(
    'Bonjour.\n{lang=fr}\n\n[a](course:y){lang=cy} `b`{lang=de dir=ltr}\n',
  );
  assert.equal(blocks[0]?.lang, 'fr');
  assert.match(html, /<a href="#course-y" lang="cy" id="course-x--lang-1" data-to="course:y">/);
  assert.match(html, /<code lang="de" id="course-x--lang-2" dir="ltr">b<\/code>/);
});

test('a name given twice is a finding', () => {
  only(prose('## A {#x}\n\n## B {#x}\n').findings, 'markdown/id-twice');
});

test('boxes: note, aside, quote; unknown ones and open ones are findings', () => {
  const { blocks, findings } = prose(
    '::: note {.keep}\nA *word*.\n\n- b\n:::\n\n::: nte\nC.\n:::\n',
  );
  assert.deepEqual(
    blocks.map((block) => [block.kind === 'prose' && block.tag, block.classes.sort().join(' ')]),
    [
      ['div', 'keep note'],
      ['div', ''],
    ],
  );
  assert.match(only(findings, 'markdown/container-unknown').hint, /`::: note`/);
  assert.equal(findings[0]?.place?.line, 16);
  only(prose('::: note\nA.\n').findings, 'markdown/container-open');
});

test('a box with nothing but classes hands them to what stands in it, headings too', () => {
  const { sections, findings } = prose('::: {.book-only}\nA.\n\n## B\n\nC. {.short}\n:::\n\nD.\n');
  assert.deepEqual(findings, []);
  assert.deepEqual(
    sections.map(({ classes, blocks }) => [
      classes,
      blocks.map((block) => block.classes.join(' ')),
    ]),
    [
      [[], ['book-only']],
      [['book-only'], ['short book-only', '']],
    ],
  );
});
