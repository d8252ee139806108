import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { press, projectFolder } from '../helpers/press.ts';
import { lay } from '../setup/temporary.ts';

/*
 * Fifty flyers whose short text is too long, by chance: what each finding says to cut is cut from
 * the file, and the text then fits; a word less, and it does not.
 */

const courses = 50;
const languages = ['en-GB', 'cy', 'fr'];
const words =
  'group people listen who what learn practice empathy rhwng ŵyl tŷ grŵp cynghori école élève où très apprendre understanding responsibilities supervision and to in a of it we by internationalisation'.split(
    ' ',
  );

/** Numbers below `most` that are the same in every run (a linear congruential generator). */
function chance(seed: number): (most: number) => number {
  let state = seed * 2654435761 + 12345;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function textOf(any: (most: number) => number, count: number): string {
  const some = Array.from({ length: count }, () => words[any(words.length)]);
  return `${some.join(' ')}.`;
}

/** Begins the text that is longer still. */
const long = 'The long text.';

function courseFile(index: number): string {
  const any = chance(index + 1);
  const facts = [
    `title: ${index % 3 === 0 ? 'A course whose title takes two lines' : 'A course'} ${index}`,
    `lang: ${languages[index % 3]}`,
    'promise: One promise.',
    ...(any(2) ? ['standfirst: Whom it is for, and what they take home from it.'] : []),
    ...['delivery', 'location', 'assessment', 'extraCosts', 'entry', 'audience']
      .filter(() => any(3) > 0)
      .map((key) => `${key}: ${textOf(any, 2 + any(4))}`),
  ];
  const paragraphs = Array.from({ length: 1 + any(2) }, () => textOf(any, 400 + any(90)));
  const short = paragraphs.map((text) => `${text}\n{.short}\n`).join('\n');
  return `---\n${facts.join('\n')}\n---\n\n## Why\n\n${long} ${textOf(any, 1200)}\n\n${short}`;
}

const fileOf = (index: number) => `content/courses/c${String(index).padStart(2, '0')}.md`;

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

async function overflows(folder: string): Promise<Map<string, Finding>> {
  const { stdout } = await press(['lint', '--fit', '--json', '--project', folder]);
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  const found = findings.filter(({ code }) => code === 'layout/overflow');
  return new Map(found.map((finding) => [finding.file ?? '', finding]));
}

/** The file without the last so many characters of its short text. */
function cut(text: string, characters: number): string {
  const head = text.slice(0, text.indexOf(long));
  const blocks = text
    .slice(head.length)
    .split('\n\n')
    .map((block) => block.replace('\n{.short}', '').trim());
  let left = characters;
  while (left > 0 && blocks.length > 1) {
    const last = blocks.pop() ?? '';
    if (last.length > left) blocks.push(last.slice(0, last.length - left));
    // The end of a paragraph counts as one character.
    left -= Math.min(left, last.length + 1);
  }
  const [whole = '', ...short] = blocks;
  return `${head}${whole}\n\n${short.map((block) => `${block}\n{.short}\n`).join('\n')}`;
}

test('what a finding says to cut is enough, and a word less is not, for fifty overflows', async () => {
  using folder = projectFolder();
  lay(folder.path, {
    'content/institution.md': '---\nname: House\n---\n',
    ...Object.fromEntries(
      Array.from({ length: courses }, (_, i) => [fileOf(i), courseFile(i)] as const),
    ),
    ...Object.fromEntries(
      languages.map((lang) => [
        `content/publications/flyers-${lang.slice(0, 2)}.md`,
        `---\nkind: flyer\nfor: courses where lang = ${lang}\nlang: ${lang}\nissued: 2026-01-01\n---\n`,
      ]),
    ),
  });
  const path = (file: string) => join(folder.path, file);
  const before = await overflows(folder.path);
  assert.equal(before.size, courses);
  const whole = new Map([...before.keys()].map((file) => [file, readFileSync(path(file), 'utf8')]));
  const toCut = (file: string) =>
    Number(/about (\d+) characters/.exec(before.get(file)?.message ?? '')?.[1]);

  for (const [file, text] of whole) {
    const { line = 0, message } = before.get(file) as Finding;
    assert.match(message, /\(back: text\)/);
    assert.match(message, /it is \d+ lines?, about \d+ characters, too long in "Why", from "/);
    // The line is that of a paragraph of the short text.
    assert.match(text.split('\n')[line] ?? '', /^\{\.short\}$/, `${file}:${line}`);
    writeFileSync(path(file), cut(text, toCut(file)));
  }
  assert.deepEqual([...(await overflows(folder.path)).keys()], []);

  for (const [file, text] of whole) {
    const kept = cut(text, toCut(file));
    const next = text.replaceAll('\n{.short}', '');
    const rest = next.slice(kept.replaceAll('\n{.short}', '').trimEnd().length).trim();
    const word = rest.split(/\s/)[0] ?? '';
    writeFileSync(path(file), cut(text, toCut(file) - word.length - 1));
  }
  assert.equal((await overflows(folder.path)).size, courses);
});
