import assert from 'node:assert/strict';
import { test } from 'node:test';
import { course, lint, type Piece, yaml } from './publications.ts';

/** One mistake each, as a writer makes it: one finding, at the place of the mistake, that says how to mend it. */
const mistakes: [
  what: string,
  piece: Piece,
  code: string,
  line: number,
  column: number | undefined,
  hint: RegExp,
][] = [
  [
    'no space after a colon',
    { facts: yaml({ level: '7' }).replace('level: 7', 'level:7') },
    'content/yaml-space',
    21,
    1,
    /^Write `level: 7`\.$/,
  ],
  [
    'no space after the hyphen of an entry',
    { facts: `starts:\n-2028-09-25\n${yaml({ starts: undefined })}` },
    'content/yaml-space',
    3,
    1,
    /^Write `- 2028-09-25`\.$/,
  ],
  [
    'a quote within a line that is not closed',
    { facts: yaml({ modules: '\n  - {title: "Ethics, form: "long or short", credits: 20}' }) },
    'content/yaml-quote-ends',
    7,
    29,
    /^Close the quote before it/,
  ],
  [
    'a tab',
    { facts: yaml({ entry: "\n\tacademic: A degree (2:2)\n  other: Or five years' work" }) },
    'content/yaml-tab',
    6,
    1,
    /spaces/,
  ],
  [
    'no-break spaces at the start of a line',
    {
      facts: yaml({ apply: '\n\u00a0\u00a0until: 2027-06-30\n  url: harbour.example.ac.uk/apply' }),
    },
    'content/yaml-no-break-space',
    20,
    1,
    /Delete the spaces/,
  ],
  [
    'a colour without quotes',
    {
      institution:
        'name: H\ncontacts: [{email: a@example.ac.uk}]\nbrand:\n  colours:\n    deep: { srgb: #630041, cmyk: [1, 2, 3, 4] }\n    accent: { srgb: "#630041" }',
    },
    'content/yaml-hash-in-braces',
    6,
    19,
    /^Put it in quotes: `"#630041"`\.$/,
  ],
  [
    'a pound sign and a comma in braces',
    {
      facts: yaml({
        fees: '\n  - {audience: uk, total: £11,200, covers: All, validUntil: 2027-08-31}',
      }),
    },
    'content/comma-in-braces',
    17,
    31,
    /`total: 11200`/,
  ],
  [
    'a date where a list belongs',
    { facts: yaml({ starts: '2028-09-25' }) },
    'content/wrong-type',
    13,
    9,
    /^Put it in square brackets: `starts: \[2028-09-25\]`\.$/,
  ],
  [
    'a file where an entry of keys belongs',
    { facts: yaml({ images: '[images/a.jpg]' }) },
    'content/wrong-type',
    21,
    10,
    /^Write `\{file: images\/a\.jpg\}`/,
  ],
  [
    'a word where two figures belong',
    { facts: yaml({ images: '[{file: images/a.jpg, alt: A, rights: R, focus: left}]' }) },
    'content/wrong-type',
    21,
    57,
    /square brackets, e\.g\. `\[50, 30\]`/,
  ],
  [
    'a misspelt chart',
    {
      facts: yaml({ charts: '{falls: {unit: U, source: S, rows: [{year: 2024, value: 1}]}}' }),
      body: '![Falls](chart:fals)\n',
    },
    'markdown/chart-unknown',
    23,
    10,
    /`chart:falls`/,
  ],
  [
    'a picture in the text that is not there',
    { body: '![Room](images/A.JPG)\n' },
    'content/file-missing',
    22,
    9,
    /`a\.jpg`/,
  ],
  [
    'an address without its beginning',
    { body: 'See [us](www.example.ac.uk).\n' },
    'markdown/link',
    22,
    10,
    /^Write `https:\/\/www\.example\.ac\.uk`\.$/,
  ],
  [
    'an e-mail address without its beginning',
    { body: 'See [us](ask@example.ac.uk).\n' },
    'markdown/link',
    22,
    10,
    /^Write `mailto:ask@example\.ac\.uk`\.$/,
  ],
  [
    'a name of the institution that is a list',
    { institution: 'name: [Harbour]\ncontacts: [{email: a@example.ac.uk}]' },
    'content/wrong-type',
    2,
    1,
    /^Write it as one text/,
  ],
];
for (const [what, piece, code, line, column, hint] of mistakes) {
  test(`${what} is one finding`, async (t) => {
    const { read, findings } = await lint(t, piece);
    const all = [...read, ...findings];
    assert.deepEqual(
      all.map((found) => found.code),
      [code],
      JSON.stringify(all, undefined, 1),
    );
    const { place, hint: instruction } = all[0]!;
    const file = piece.institution ? 'content/institution.md' : course;
    assert.deepEqual([place?.file, place?.line, place?.column], [file, line, column]);
    assert.match(instruction, hint);
  });
}

test('two mistakes in one file are two findings', async (t) => {
  const { read } = await lint(t, {
    facts: yaml({ duration: '{a: 1}', credits: 'many' }),
    body: '[x](course:nope)\n',
  });
  assert.deepEqual(read.map(({ code }) => code).sort(), [
    'content/wrong-type',
    'content/wrong-type',
    'markdown/link-dead',
  ]);
});
