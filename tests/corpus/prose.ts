import { pick, type Random } from '../../scripts/images/mark/random.ts';
import { dirty, sentencesOf, wordsOf } from './dirt.ts';
import type { CorpusLang } from './words.ts';

/** A run of prose, and what it must read as where it is printed. */
export interface Written {
  markdown: string;
  /** Whole texts: each stands unbroken in the piece, or not at all. */
  texts: string[];
  /** Those of them that a piece has to have which prints all there is to say. */
  wanted: string[];
  /** Whether what follows is below a heading that says where it is printed, or that ends here. */
  begins?: 'marked' | 'unmarked';
}

type Writer = (random: Random, lang: CorpusLang, percent: number) => Written;

const paragraph =
  (characters: number): Writer =>
  (random, lang, percent) => {
    const text = dirty(random, sentencesOf(random, lang, characters), percent);
    return { markdown: text, texts: [text], wanted: [text] };
  };

const repeated =
  (writer: Writer, count: number): Writer =>
  (...args) =>
    joined(Array.from({ length: count }, () => writer(...args)));

const heading =
  (level: number, attributes = ''): Writer =>
  (random, lang, percent) => {
    const text = dirty(random, wordsOf(random, lang, pick(random, [1, 3, 5, 14])), percent / 2);
    const markdown = `${'#'.repeat(level)} ${text}${attributes}`;
    // With nothing below it a heading is left out.
    return {
      markdown,
      texts: [text],
      wanted: [],
      ...(level === 2 && { begins: 'unmarked' as const }),
    };
  };

const listOf =
  (mark: string, count: number, indent = ''): Writer =>
  (random, lang, percent) => {
    const items = Array.from({ length: count }, () =>
      dirty(random, wordsOf(random, lang, pick(random, [2, 6, 25])), percent),
    );
    return {
      markdown: items.map((one) => `${indent}${mark} ${one}`).join('\n'),
      texts: items,
      wanted: items,
    };
  };

const nestedList: Writer = (random, lang) => {
  const texts = [4, 5, 6].map((count) => wordsOf(random, lang, count));
  const [a, b, c] = texts;
  return { markdown: `- ${a}\n  1. ${b}\n     - ${c}`, texts, wanted: texts };
};

const table =
  (columns: number, rows: number): Writer =>
  (random, lang) => {
    const cells = Array.from({ length: rows + 1 }, () =>
      Array.from({ length: columns }, () => wordsOf(random, lang, pick(random, [1, 2, 5]))),
    );
    const lines = cells.map((row) => `| ${row.join(' | ')} |`);
    lines.splice(1, 0, `|${' --- |'.repeat(columns)}`);
    const texts = cells.flat();
    // Large print names an entry by the first cell of its row, and does without the head of that.
    return { markdown: lines.join('\n'), texts, wanted: texts.slice(1) };
  };

const footnotes: Writer = (random, lang) => {
  const texts = [sentencesOf(random, lang, 80), sentencesOf(random, lang, 60)];
  const id = Math.floor(random() * 1e6);
  return { markdown: `${texts[0]}[^n${id}]\n\n[^n${id}]: ${texts[1]}`, texts, wanted: texts };
};

const leftovers: Writer = (random, lang) => {
  const text = wordsOf(random, lang, 9);
  return {
    markdown: `${text}<br>\n<span lang="en">${text}</span> &nbsp; &amp; <sup>2</sup>`,
    texts: [text],
    wanted: [text],
  };
};

const fromWord: Writer = (random, lang) => {
  const text = wordsOf(random, lang, 9);
  return { markdown: `<p class="MsoNormal"><o:p>${text}</o:p></p>`, texts: [], wanted: [] };
};

const box: Writer = (random, lang) => {
  const text = sentencesOf(random, lang, 120);
  const name = pick(random, ['note', 'aside', 'quote']);
  return { markdown: `::: ${name}\n${text}\n:::`, texts: [text], wanted: [text] };
};

const section: Writer = (...args) => {
  const parts = [heading(2)(...args), repeated(paragraph(300), 2)(...args)];
  return { ...joined(parts), begins: 'unmarked' };
};

const marked =
  (attributes: string): Writer =>
  (...args) => {
    const made = [heading(2, ` ${attributes}`)(...args), paragraph(200)(...args)];
    return { markdown: joined(made).markdown, texts: [], wanted: [], begins: 'marked' };
  };

/** What a text may be made of. Those of `odd` are all of it; of the others come one to eight. */
const usual: readonly Writer[] = [
  paragraph(200),
  paragraph(500),
  section,
  section,
  listOf('-', 5),
  listOf('•', 6),
  nestedList,
  table(2, 4),
  table(6, 12),
  footnotes,
  leftovers,
  box,
  marked('{.short}'),
  marked('{.book-only}'),
  marked('{.in-facts}'),
  heading(4),
];

const odd: readonly Writer[] = [
  () => ({ markdown: '', texts: [], wanted: [] }),
  paragraph(4000),
  repeated(paragraph(20), 20),
  listOf('-', 30),
  table(3, 40),
  heading(2),
  (...args) => joined([heading(6), heading(3), heading(2), heading(5)].map((one) => one(...args))),
  fromWord,
  () => ({ markdown: '##\n\n## ', texts: [], wanted: [] }),
];

/** The prose of a course, with the texts that every piece prints which prints all. */
export function proseOf(random: Random, lang: CorpusLang, percent: number): Written {
  const chosen =
    random() < 0.2
      ? [pick(random, odd)]
      : Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, usual));
  let isMarked = false;
  const made = chosen.map((write) => {
    const one = write(random, lang, percent);
    if (one.begins) isMarked = one.begins === 'marked';
    return isMarked ? { ...one, wanted: [] } : one;
  });
  return joined(made);
}

function joined(parts: readonly Written[]): Written {
  return {
    markdown: parts.map(({ markdown }) => markdown).join('\n\n'),
    texts: parts.flatMap(({ texts }) => texts),
    wanted: parts.flatMap(({ wanted }) => wanted),
  };
}
