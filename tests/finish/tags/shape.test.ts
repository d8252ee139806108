import assert from 'node:assert/strict';
import test from 'node:test';
import { shapeTags } from '../../../scripts/finish/tags/shape.ts';
import { PdfDict, PdfString } from '../../../scripts/pdf/objects.ts';
import { isContent, isTag, type Tag, type TagKid } from '../../../scripts/pdf/tags.ts';

const bare = 90;

/** `P[fr](1 2 Link(3))`, as a tree; content is a number, which stands on page 7. */
function tag(type: string, kids: (TagKid | number)[], entries: Record<string, string> = {}): Tag {
  const dict = new PdfDict();
  for (const [key, value] of Object.entries(entries)) dict.set(key, new PdfString(value));
  const made = kids.map(
    (kid): TagKid => (typeof kid === 'number' ? { mcid: kid, page: 7, form: undefined } : kid),
  );
  return { type, dict, ref: undefined, kids: made };
}

function drawn(kid: TagKid): string {
  if (!isTag(kid)) return isContent(kid) ? String(kid.mcid) : 'object';
  const lang = kid.dict.get('Lang');
  return `${kid.type}${lang instanceof PdfString ? `[${lang.bytes}]` : ''}(${kid.kids.map(drawn).join(' ')})`;
}

const shaped = (...kids: (Tag | number)[]) =>
  shapeTags([tag('Document', kids, { Lang: 'en' })], ({ mcid }) => mcid >= bare)
    .map(drawn)
    .join('')
    .replace(/^Document\[en\]\((.*)\)$/, '$1');

const cases: [string, (Tag | number)[], string][] = [
  ['boxes of no meaning go', [tag('NonStruct', [tag('P', [tag('NonStruct', [1])])])], 'P(1)'],
  [
    'text that stands in no paragraph gets one',
    [1, tag('Link', [2]), tag('H1', [3]), 4],
    'P(1 Link(2)) H1(3) P(4)',
  ],
  [
    'emphasis is no element of its own',
    [tag('P', [1, tag('Strong', [2]), tag('Em', [3])])],
    'P(1 2 3)',
  ],
  [
    'a phrase in another language is',
    [tag('P', [1, tag('NonStruct', [2], { Lang: 'fr' })])],
    'P(1 Span[fr](2))',
  ],
  [
    'a block in another language keeps it',
    [tag('NonStruct', [tag('P', [1])], { Lang: 'fr' })],
    'Div[fr](P(1))',
  ],
  ['the same language is none', [tag('P', [tag('Span', [2], { Lang: 'en' })])], 'P(2)'],
  [
    'what is drawn and says nothing is no content, nor is what held it',
    [tag('NonStruct', [bare]), tag('P', [bare, 1])],
    'P(1)',
  ],
  [
    'a cell stays though it is empty',
    [tag('Table', [tag('TR', [tag('TH', [1]), tag('TD', [])])])],
    'Table(TR(TH(1) TD()))',
  ],
  [
    'an item has a label and a body',
    [tag('L', [tag('LI', [tag('Lbl', [1]), 2, tag('L', [tag('LI', [3])])])])],
    'L(LI(Lbl(1) LBody(2 L(LI(LBody(3))))))',
  ],
  [
    'a picture within a figure has the words',
    [tag('Figure', [tag('Figure', [1], { Alt: 'x' }), tag('Caption', [2])])],
    'Div(Figure(1) Caption(2))',
  ],
  [
    'what the page says an element is, it is',
    [tag('NonStruct', [1, 2], { Lang: 'en-x-p-4' })],
    'P[en-x-p-4](1 2)',
  ],
  [
    'the pieces of a block are one, where it begins',
    [tag('P', [1], { Lang: 'en-x-c-2' }), tag('H2', [3]), tag('P', [4], { Lang: 'en-x-c-2' })],
    'P[en-x-c-2](1 4) H2(3)',
  ],
  [
    'the pieces of a box that goes stay where they are',
    [
      tag('NonStruct', [tag('P', [1])], { Lang: 'en-x-c-2' }),
      tag('NonStruct', [tag('P', [4])], { Lang: 'en-x-c-2' }),
    ],
    'P(1) P(4)',
  ],
  ['a part nobody knows of is none', [tag('P', [1], { Lang: 'en-x-q-2' })], 'P[en-x-q-2](1)'],
];

for (const [title, kids, expected] of cases) {
  test(`structure: ${title}`, () => {
    assert.equal(shaped(...kids), expected);
  });
}
