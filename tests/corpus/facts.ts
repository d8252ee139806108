import { pick, type Random } from '../../scripts/images/mark/random.ts';
import { dirty, sentencesOf, wordsOf } from './dirt.ts';
import { audiences, awards, type CorpusLang, currencies, starts, titles, web } from './words.ts';

/** How much a course says: of a hundred facts it has so many, and so many of those are dirty. */
export interface Density {
  given: number;
  dirty: number;
}

export type Facts = Record<string, unknown>;

const lineFacts = [
  'awardedBy',
  'faculty',
  'audience',
  'duration',
  'mode',
  'pattern',
  'delivery',
  'location',
  'contactHours',
  'workload',
  'assessment',
  'careers',
  'extraCosts',
];

/** The facts of a course, without charts and pictures. */
export function factsOf(random: Random, lang: CorpusLang, density: Density): Facts {
  const has = (percent = density.given) => random() * 100 < percent;
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const text = (most: number) =>
    dirty(random, wordsOf(random, lang, number(1, most)), density.dirty);
  const facts: Facts = {};
  const give = (key: string, value: () => unknown, percent?: number) => {
    const made = value();
    if (has(percent)) facts[key] = made;
  };
  give('title', () => pick(random, titles[lang]), Math.max(density.given, 95));
  give('award', () => pick(random, awards));
  give('level', () => pick(random, [7, 6, 'Levels 4 to 6', 'SCQF 11 / FHEQ 7']));
  give('credits', () => pick(random, [0, 20, 60, 180, 7.5]));
  give('subject', () => pick(random, ['Health', 'Law', 'Arts']), 90);
  for (const key of lineFacts) give(key, () => text(pick(random, [2, 6, 12, 40])));
  give('promise', () => promiseOf(random, lang));
  give('standfirst', () => sentencesOf(random, lang, pick(random, [20, 90, 150])).slice(0, 318));
  give('starts', () => several(random, 1, 4, () => pick(random, starts)));
  give('fees', () => several(random, 1, 6, () => feeOf(random, number, text)));
  give('entry', () => entryOf(random, text));
  give('modules', () => modulesOf(random, text));
  give('apply', () => ({
    ...(has(50) && { from: '2026-10-01' }),
    ...(has(70) && { until: pick(random, ['2027-06-30', '2029-01-01']) }),
    ...(has(70) && { url: pick(random, web) }),
    ...(has(50) && { text: text(30) }),
  }));
  give('contacts', () => several(random, 0, 8, () => contactOf(random, text)));
  give('accreditation', () => [{ body: text(8), status: 'applied for', until: '2029-07-31' }], 30);
  give('web', () => pick(random, web));
  give('ukprn', () => '10001234');
  give(
    'years',
    () => ({ '2028': { fees: [{ audience: 'uk', total: 9999 }], starts: ['2028-09-18'] } }),
    20,
  );
  return facts;
}

function several<T>(random: Random, from: number, to: number, one: () => T): T[] {
  return Array.from({ length: from + Math.floor(random() * (to - from + 1)) }, one);
}

function promiseOf(random: Random, lang: CorpusLang): string {
  return pick(random, [
    'Be heard.',
    'Lead a group of strangers until they are none.',
    '60 CHARACTERS OF CAPITALS THAT ARE AS WIDE AS CAPITALS GET!!',
    'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    '  "Learn by doing" — not by watching…  ',
    wordsOf(random, lang, 7).slice(0, 60),
  ]);
}

function feeOf(
  random: Random,
  number: (from: number, to: number) => number,
  text: (most: number) => string,
): Facts {
  const amount = pick(random, [0, 950, 4250, 9250.5, 38500, 1250000]);
  return {
    audience: pick(random, audiences),
    ...pick<Facts>(random, [
      { total: amount },
      { perYear: amount },
      { total: amount, perYear: amount / 2 },
      {},
    ]),
    ...(random() < 0.4 && { currency: pick(random, currencies) }),
    ...(random() < 0.4 && { covers: text(12) }),
    ...(random() < 0.3 && { instalments: text(10) }),
    ...(random() < 0.5 && { validUntil: '2030-07-31' }),
    ...(random() < 0.3 && { year: number(2027, 2028) }),
  };
}

function entryOf(random: Random, text: (most: number) => string): unknown {
  return pick<() => unknown>(random, [
    () => text(20),
    () => text(60),
    () => ({ academic: text(20), other: text(30), english: 'IELTS 6.5 (no component below 6.0)' }),
    () => ({ english: text(10) }),
  ])();
}

function modulesOf(random: Random, text: (most: number) => string): Facts[] {
  const count = pick(random, [1, 3, 6, 10, 30]);
  return Array.from({ length: count }, () => ({
    title: text(pick(random, [3, 8, 20])),
    ...(random() < 0.7 && { credits: pick(random, [10, 20, 60, 7.5]) }),
    ...(random() < 0.6 && { core: random() < 0.6 }),
  }));
}

function contactOf(random: Random, text: (most: number) => string): Facts {
  return {
    ...(random() < 0.8 && { for: text(8) }),
    ...(random() < 0.5 && {
      role: pick(random, ['general', 'apply', 'fees', 'access', 'formats']),
    }),
    ...(random() < 0.5 && { name: 'Dr Siân Ó Súilleabháin-Featherstonehaugh (she/her)' }),
    ...(random() < 0.8 && { email: 'postgraduate.admissions.enquiries@health.example.ac.uk' }),
    ...(random() < 0.6 && { phone: '+44 (0)1632 960 000 ext. 12345' }),
    ...(random() < 0.3 && { web: pick(random, web) }),
  };
}
