import type { Random } from '../../scripts/images/mark/random.ts';
import { pick } from '../../scripts/images/mark/random.ts';
import { type CorpusLang, links, words } from './words.ts';

/** What happens to text between somebody's screen and a content file. */

const nbsp = '\u00A0';
const zeroWidth = '\u200B';
const softHyphen = '\u00AD';

const stains: readonly ((text: string) => string)[] = [
  (text) => text.replace(' ', nbsp),
  (text) => text.replace(' ', ` ${zeroWidth}`),
  (text) => text.replace(' ', '  '),
  (text) => text.replace(/(\p{L}{5})(\p{L}{4})/u, `$1${softHyphen}$2`),
  (text) => `${text} \u201Cas she said\u201D and "as he said"`,
  (text) => `${text} (students' own; the tutors\u2019 too)`,
  (text) => `${text} \u2026 etc...`,
  (text) => `${text} cafe\u0301 nai\u0308ve`,
  (text) => `${text} ½ day & 20% off @ £1,000–£2,000`,
  (text) => `${text} 1/2-day 9am-5pm 24/7`,
  (text) => `${text}\u2028${text.split(' ')[0]}`,
  (text) => text.toUpperCase(),
  (text) => `${text} \uFB01nal o\uFB03ce`,
  (text) => `\uFEFF${text}`,
  (text) =>
    `${text} http://example.ac.uk/a/very/long/path/that/goes/on/and/on/without/a/space.aspx?id=1234567890`,
  (text) =>
    `${text} firstname.middlename.lastname-hyphenated@postgraduate.admissions.example.ac.uk`,
  (text) => `${text} ${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(2)}`,
];

/** Some words of a language; the same generator gives the same ones. */
export function wordsOf(random: Random, lang: CorpusLang, count: number): string {
  const chosen = Array.from({ length: count }, (_, i) =>
    i % 3 === 2 ? pick(random, links[lang]) : pick(random, words[lang]),
  );
  const text = chosen.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences of about so many characters in all. */
export function sentencesOf(random: Random, lang: CorpusLang, characters: number): string {
  let text = '';
  while (text.length < characters) {
    text += `${text ? ' ' : ''}${wordsOf(random, lang, 6 + Math.floor(random() * 14))}.`;
  }
  return text;
}

/** What no font of the tool has: rare, because a piece with it is not made. */
const foreign: readonly string[] = ['\u{1F393}', '\u4E2D\u6587', 'שלום עולם'];

/** The text with a stain, in so many cases of a hundred. */
export function dirty(random: Random, text: string, percent: number): string {
  const stain = pick(random, stains);
  const isForeign = random() < 0.02;
  if (random() * 100 >= percent) return text;
  return isForeign ? `${text} ${pick(random, foreign)}` : stain(text);
}
