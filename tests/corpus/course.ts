import { stringify } from 'yaml';
import { pick, type Random, seeded } from '../../scripts/images/mark/random.ts';
import { wordsOf } from './dirt.ts';
import { type Facts, factsOf } from './facts.ts';
import { proseOf } from './prose.ts';
import type { CorpusLang } from './words.ts';

/** A course file and what has to be read in the pieces that print it. */
export interface CorpusCourse {
  slug: string;
  lang: CorpusLang;
  /** The whole file. */
  markdown: string;
  /** Whether something in it is an error wherever it is printed: refused HTML, letters no font has, a tiny picture. */
  isRefused: boolean;
  /** Paragraphs, headings, entries of lists: each stands whole in a piece, or not at all. */
  prose: string[];
  /** Those of them that are in every piece which has room for all. */
  wanted: string[];
  /** Facts that are text, each with its path. */
  facts: { path: string; text: string }[];
}

/** One of any number of courses; the same number gives the same file. */
export function corpusCourse(index: number): CorpusCourse {
  const slug = `course-${String(index).padStart(4, '0')}`;
  const random = seeded(`corpus ${slug}`);
  const lang = pick<CorpusLang>(random, ['en-GB', 'en-GB', 'en-GB', 'cy', 'fr']);
  const density = pick(random, [
    { given: 0, dirty: 0 },
    { given: 35, dirty: 15 },
    { given: 70, dirty: 10 },
    { given: 92, dirty: 25 },
    { given: 100, dirty: 5 },
  ]);
  const facts = factsOf(random, lang, density);
  const prose = proseOf(random, lang, density.dirty);
  const charts = random() < 0.4 ? chartsOf(random, lang) : undefined;
  const images = random() < 0.5 ? imagesOf(random, lang) : undefined;
  const placed = charts && random() < 0.8 ? '\n\n![A chart of figures](chart:figures)' : '';
  const front = { schema: 1, lang, year: 2027, ...facts, ...charts, ...images };
  const markdown = `---\n${stringify(front, { lineWidth: 0 })}---\n\n${prose.markdown}${placed}\n`;
  return {
    slug,
    lang,
    markdown,
    isRefused: refused.test(markdown),
    prose: prose.texts,
    wanted: prose.wanted,
    facts: textsOf(facts),
  };
}

const refused =
  /<p |^##\s*$|images\/small|[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}\p{Extended_Pictographic}]/mu;

function chartsOf(random: Random, lang: CorpusLang): Facts {
  const count = pick(random, [1, 3, 12]);
  const rows = Array.from({ length: count }, (_, i) => ({
    year: pick<unknown>(random, [
      2015 + i,
      2015 + i,
      `${2015 + i}/${16 + i}`,
      wordsOf(random, lang, 3),
    ]),
    value: pick<unknown>(random, [12, 431, 0.5, -17, 1250000, null, 75, 60]),
    ...(i === count - 1 && random() < 0.4 && { kind: 'projection' }),
  }));
  return {
    charts: {
      figures: {
        template: pick(random, ['bar', 'line', 'dot']),
        ...(random() < 0.7 && { unit: wordsOf(random, lang, 5) }),
        ...(random() < 0.7 && { source: `${wordsOf(random, lang, 4)}, 2026` }),
        ...(random() < 0.4 && { title: wordsOf(random, lang, pick(random, [3, 12, 25])) }),
        rows,
      },
    },
  };
}

function imagesOf(random: Random, lang: CorpusLang): Facts {
  return {
    images: [
      {
        file: pick(random, [
          ...Array(6).fill('images/wide.jpg'),
          'images/tall.jpg',
          'images/small.jpg',
        ]),
        ...(random() < 0.8 && { alt: wordsOf(random, lang, 6) }),
        ...(random() < 0.8 && { credit: pick(random, ['Nowhere', wordsOf(random, lang, 14)]) }),
        ...(random() < 0.8 && { rights: 'Drawn by code' }),
        ...(random() < 0.5 && { caption: wordsOf(random, lang, 8) }),
        ...pick<Facts>(random, [{}, { focus: [10, 90] }, { focus: [20, 10, 60, 80] }]),
      },
    ],
  };
}

function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, path ? `${path}.${key}` : key));
}
