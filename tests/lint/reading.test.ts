import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestStretch, sentencesOf } from '../../scripts/lint/sentences.ts';
import { codesOf, course, lint, yaml } from './publications.ts';

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const image = (alt: string, file = 'images/a.jpg') =>
  `{file: ${file}, alt: "${alt}", credit: C, rights: R}`;

const bad: [what: string, piece: Parameters<typeof lint>[1] & {}, code: string, line?: number][] = [
  ['a sentence of 31 words', { body: `Short.\n\n${words(31)}.\n` }, 'sentence-long', 3],
  [
    'a long sentence with a decimal and an abbreviation',
    { body: `${words(15)} 3.5 e.g. Dr. Smith ${words(15)}.\n` },
    'sentence-long',
  ],
  ['a long sentence in a list', { body: `- one\n- ${words(31)}\n` }, 'sentence-long', 2],
  [
    'a paragraph of 91 words',
    { body: `${Array.from({ length: 13 }, () => `The ${words(6)}. `).join('')}\n` },
    'paragraph-long',
  ],
  ['a link "here"', { body: 'Words [here](https://a.example).\n' }, 'link-vague', 1],
  ['a link "Click here"', { body: 'Words [Click *here*](https://a.example).\n' }, 'link-vague'],
  [
    'the same words to two places',
    {
      body: '[Fees](https://a.example) are\n\nas [fees](https://b.example).\n',
    },
    'link-ambiguous',
    3,
  ],
  ['a file name as alt', { facts: yaml({ images: `[${image('a.jpg')}]` }) }, 'alt-name'],
  [
    'a file name without ending',
    {
      facts: yaml({ images: `[${image('room_2', 'images/room_2.jpg')}]` }),
    },
    'alt-name',
  ],
  ['"image of"', { facts: yaml({ images: `[${image('An image of a room')}]` }) }, 'alt-introduced'],
  [
    'one alt for two pictures',
    {
      facts: yaml({ images: `[${image('A room')}, ${image('A room.', 'images/b.jpg')}]` }),
    },
    'alt-twice',
  ],
  [
    'an alt that repeats the caption',
    {
      facts: yaml({ images: `[${image('A room')}]` }),
      body: '![A room](images/a.jpg "A room.")\n',
    },
    'alt-caption',
  ],
  [
    'a table with an empty cell',
    { body: '| A | B |\n|---|---|\n| 1 | |\n' },
    'table-cell-empty',
    1,
  ],
  ['a column without a head', { body: '| | B |\n|---|---|\n| 1 | 2 |\n' }, 'table-head-empty'],
  ['a table without a head', { body: '| | |\n|---|---|\n| 1 | 2 |\n' }, 'table-head'],
];

for (const [what, piece, code, line] of bad) {
  test(`${what} is said`, async (t) => {
    const { findings } = await lint(t, piece);
    assert.deepEqual(
      codesOf(findings).filter((said) => /sentence|paragraph|link|alt-|table/.test(said)),
      [code],
    );
    const { place, severity } = findings.find((finding) => finding.code === `lint/${code}`)!;
    assert.equal(severity, 'warning');
    assert.equal(place?.file, course);
    const first = yaml().split('\n').length + 2;
    if (line !== undefined) assert.equal(place?.line, first + line);
  });
}

test('vague links are known in Welsh and French', async (t) => {
  for (const [lang, link] of [
    ['cy', 'rhagor o wybodaeth'],
    ['fr', 'en savoir plus'],
    ['fr', 'Ici'],
  ]) {
    const { findings } = await lint(t, {
      files: {
        [`content/courses/x.${lang}.md`]: `---\ntitle: T\n---\n[${link}](https://a.example)\n`,
      },
      publication: `lang: ${lang}`,
    });
    assert.ok(codesOf(findings).includes('link-vague'), `${link}: ${codesOf(findings)}`);
  }
});

test('good words, links, pictures and tables pass', async (t) => {
  const body = `${words(30)}. The ${words(29)}: ${words(25)}.

[Fees and funding](https://a.example) are as [fees and funding](https://a.example), and [how to apply here](https://b.example).

| A | B |
|---|---|
| 1 | – |

![A room](images/a.jpg "Where it happens")

Text[^1] with notes[^2].

[^1]: One.
[^2]: Two.
`;
  const images = `[${image('A room')}, ${image('', 'images/b.jpg')}, ${image('', 'images/c.jpg')}]`;
  const { findings } = await lint(t, { facts: yaml({ images }), body });
  assert.deepEqual(codesOf(findings), []);
});

test('points of abbreviations, initials and figures end no sentence', () => {
  const count = (text: string, lang = 'en') => sentencesOf(text, lang).length;
  assert.equal(
    count('Dr. Smith, e.g. Anna B. Smith, pays £3.50 to St. Mary. She is 2.5 m tall.'),
    2,
  );
  assert.equal(count('M. Durand et Mme. Petit, p. ex. Anne, viennent. Ils restent.', 'fr'), 2);
  assert.equal(count('Mae Dr. Huws, h.y. Anna, yma. Mae hi’n iawn.', 'cy'), 2);
  assert.equal(count('One. Two! Three? Four'), 4);
  assert.equal(longestStretch('one two: one, two three; one'), 3);
  assert.equal(longestStretch('at 10:30 one'), 3);
});
