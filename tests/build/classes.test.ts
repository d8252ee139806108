import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { bareText, plainText, TextReader, type TextRun } from '../../scripts/check/text.ts';
import { blockClasses, boxes } from '../../scripts/content/markdown/classes.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';

const folder = projectFolder();
after(() => folder[Symbol.dispose]());

/** A class as a word: without the hyphen, which is typeset. */
const wordOf = (name: string) => name.replace('-', '');

/** Each class where it may stand: on a section, a block, several blocks, an entry of a list. */
const eachClass = Object.keys(blockClasses)
  .map(
    (name) => `
## Section of ${wordOf(name)} {.${name}}

Body of ${wordOf(name)}.

### Below ${wordOf(name)}

Deep in ${wordOf(name)}.

## After ${wordOf(name)}

Block of ${wordOf(name)}. {.${name}}

::: {.${name}}
Wrapped in ${wordOf(name)}.
:::

- Entry of ${wordOf(name)} {.${name}}
- Entry beside ${wordOf(name)}
`,
  )
  .join('\n');

const eachBox = Object.keys(boxes)
  .map((name) => `::: ${name}\nBoxed in ${name}.\n\nSigned ${name}.\n:::\n\nPlain after ${name}.\n`)
  .join('\n');

const sentence =
  'Words that fill a line of the column and the next one, too, and a third one after it. ';
const long = (mark: string) =>
  Array.from({ length: 24 }, (_, i) => `Begin${i} ${sentence.repeat(4)}End${i}.${mark}`).join(
    '\n\n',
  );

const facts = '---\ntitle: Clay\nduration: 1 year\nlocation: Here\n---\n';
const files = {
  'institution.md': '---\nname: Harbour\n---\n',
  'courses/clay.md': facts + eachClass + eachBox,
  'courses/wool.md': `---\ntitle: Wool\nduration: 1 year\n---\nThe long story of wool.\n\nWool in short. {.short}\n`,
  'courses/kept.md': `---\ntitle: Kept\n---\n${long(' {.keep}')}`,
  'courses/divided.md': `---\ntitle: Divided\n---\n${long('')}`,
  'pages/city.md': `---\ntitle: City\nlayout: story\n---\n${eachClass}${eachBox}`,
  'publications/book.md':
    '---\nkind: book\ntitle: Book\nsections:\n  - {title: Parts, pages: [city], courses: [clay, wool, kept, divided]}\nextent: {courses: {wool: third}}\n---\n',
  'publications/sheet.md': '---\nkind: course-sheet\ncourse: clay\n---\n',
};

/** A page of a piece, and all of its text without spaces. */
interface Piece {
  pages: TextRun[][];
  text: string;
}

function open(name: string): Piece {
  const file = readPdf(readFileSync(join(folder.path, 'output/screen', `${name}-draft.pdf`)));
  const reader = new TextReader(file);
  const pages = pagesOf(file).map((page) => reader.page(page));
  return { pages, text: bareText(pages.map(plainText).join('\n')) };
}

let book: Piece;
let sheet: Piece;
/** The pages of the course, and of the editorial page, in the book. */
let course: string;
let page: string;

before(async () => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder.path, 'content', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { code, stderr } = await press(['build', '--project', folder.path]);
  assert.equal(code, 0, stderr);
  book = open('book');
  sheet = open('sheet');
  const boxed = book.text.split('Plainafterquote.');
  assert.equal(boxed.length, 3, 'page and course have all boxes');
  page = boxed[0] ?? '';
  course = boxed[1] ?? '';
});

const parts = (name: string) => [
  ...[`Section of ${name}`, `Body of ${name}`, `Below ${name}`, `Deep in ${name}`],
  ...[`Block of ${name}`, `Wrapped in ${name}`, `Entry of ${name}`],
];

/** Where each class is printed: in the course of a book, on an editorial page, on a course sheet. */
const printed: Record<string, { course: boolean; page: boolean; sheet: boolean }> = {
  'book-only': { course: true, page: true, sheet: false },
  'sheet-only': { course: false, page: false, sheet: true },
  'web-only': { course: false, page: false, sheet: false },
  short: { course: false, page: false, sheet: false },
  'in-facts': { course: false, page: true, sheet: false },
  small: { course: true, page: true, sheet: true },
  keep: { course: true, page: true, sheet: true },
};

test('every documented class has its test here', () => {
  assert.deepEqual(Object.keys(printed).sort(), Object.keys(blockClasses).sort());
  assert.deepEqual(Object.keys(boxes), ['note', 'aside', 'quote']);
});

for (const [name, where] of Object.entries(printed)) {
  test(`{.${name}}: sections, blocks, wrapped blocks and entries are printed where it says`, () => {
    for (const [piece, text] of Object.entries({ course, page, sheet: sheet.text })) {
      for (const words of parts(wordOf(name))) {
        const expected = where[piece as keyof typeof where];
        assert.equal(text.includes(bareText(words)), expected, `"${words}" in ${piece}`);
      }
      assert.ok(text.includes(bareText(`Entry beside ${wordOf(name)}`)), `${name} in ${piece}`);
      assert.ok(text.includes(bareText(`After ${wordOf(name)}`)), `${name} in ${piece}`);
    }
  });
}

test('{.short} stands for the whole text in a third of a page', () => {
  assert.ok(book.text.includes('Woolinshort.'));
  assert.ok(!book.text.includes('Thelongstoryofwool'));
});

test('{.in-facts} is printed where no key fact is', async () => {
  const path = join(folder.path, 'content/courses/clay.md');
  writeFileSync(path, `---\ntitle: Clay\n---\n${eachClass}${eachBox}`);
  assert.equal((await press(['build', 'sheet', '--project', folder.path])).code, 0);
  assert.ok(open('sheet').text.includes('Blockofinfacts'));
});

const runWith = ({ pages }: Piece, words: string): TextRun => {
  const found = pages.flat().find((run) => bareText(run.text).includes(bareText(words)));
  assert.ok(found, words);
  return found;
};

for (const name of ['book', 'sheet'] as const) {
  const piece = () => (name === 'book' ? book : sheet);
  test(`{.small} is small print in a ${name}`, () => {
    for (const words of ['Body of small', 'Deep in small', 'Block of small', 'Wrapped in small']) {
      const run = runWith(piece(), words);
      assert.ok(Math.abs(run.sizePt - 8) < 0.1, `${words}: ${run.sizePt} pt`);
      assert.match(run.font, /SourceSans3/);
    }
  });

  test(`boxes differ from running text in a ${name}, in face or place`, () => {
    const plain = runWith(piece(), 'Plain after note');
    const look = (words: string) => {
      const run = runWith(piece(), words);
      const page = piece().pages.find((runs) => runs.includes(run)) ?? [];
      // The left edge of the column that it stands in.
      const near = page.map(({ xMm }) => xMm).filter((x) => x <= run.xMm && x > run.xMm - 12);
      const { font, sizePt, xMm } = run;
      return { font, sizePt: Math.round(sizePt * 10) / 10, inset: xMm - Math.min(...near) > 4.5 };
    };
    assert.deepEqual(look('Boxed in note'), { font: plain.font, sizePt: 10, inset: true });
    const aside = look('Boxed in aside');
    assert.deepEqual(aside, { font: 'SourceSans3-Regular', sizePt: 9.5, inset: true });
    const quote = look('Boxed in quote');
    assert.deepEqual(quote, { font: 'SourceSerif4Subhead-Regular', sizePt: 12, inset: true });
    assert.deepEqual(look('Signed quote'), { ...aside });
  });
}

test('{.keep}: no paragraph is divided, where the same text without it is', () => {
  const divided = (title: string) => {
    const first = book.pages.findIndex((runs) =>
      runs.some((run) => Math.abs(run.sizePt - 44) < 1 && run.text.startsWith(title)),
    );
    assert.ok(first > 0, title);
    const placed: [string, string][] = [];
    for (const runs of book.pages.slice(first)) {
      for (const { text, xMm } of runs) {
        for (const [mark] of text.matchAll(/(?:Begin|End)\d+/g)) {
          placed.push([mark, `${book.pages.indexOf(runs)} ${xMm < 100 ? 'left' : 'right'}`]);
        }
      }
    }
    const place = (mark: string) => placed.find(([found]) => found === mark)?.[1];
    assert.ok(place('End23'), title);
    const all = Array.from({ length: 24 }, (_, i) => i);
    return all.filter((i) => place(`Begin${i}`) !== place(`End${i}`)).length;
  };
  assert.equal(divided('Kept'), 0);
  assert.ok(divided('Divided') > 0);
});
