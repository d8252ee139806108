import { typeset } from './markdown/typography.ts';
import type { Source } from './model.ts';

/** The keys whose values are the writer's words, and printed; what they hold may be a list or a group. */
export const wordKeys: ReadonlySet<string> = new Set([
  ...['title', 'award', 'awardedBy', 'subject', 'faculty', 'promise', 'standfirst', 'audience'],
  ...['duration', 'mode', 'pattern', 'delivery', 'location', 'contactHours', 'workload'],
  ...['assessment', 'careers', 'extraCosts', 'entry', 'academic', 'other', 'english', 'starts'],
  ...[
    'body',
    'status',
    'covers',
    'instalments',
    'text',
    'value',
    'source',
    'unit',
    'alt',
    'sentence',
  ],
  ...['caption', 'credit', 'for', 'when', 'label', 'name', 'shortName', 'address', 'imprint'],
  ...['licence', 'printedBy'],
]);

/** Text that is not to be touched: addresses, dates, names of files and fonts, codes, what nobody reads in print. */
export const otherKeys: ReadonlySet<string> = new Set([
  ...['slug', 'lang', 'kind', 'layout', 'role', 'template', 'course', 'courses', 'pages', 'facing'],
  ...[
    'extent',
    'default',
    'size',
    'formats',
    'panels',
    'editions',
    'currency',
    'id',
    'level',
    'ukprn',
    'x',
    'y',
    'series',
  ],
  ...['url', 'web', 'website', 'terms', 'regulations', 'onlineAt', 'email', 'phone'],
  ...[
    'file',
    'data',
    'spec',
    'logo',
    'logoOnDeep',
    'family',
    'serif',
    'sans',
    'style',
    'optical',
    'srgb',
    'spot',
  ],
  ...['from', 'until', 'validUntil', 'consentUntil', 'date', 'sourceDate', 'sourceKind', 'issued'],
  ...['evidence', 'rights'],
]);

/** The language of words that a translation takes from its original; undefined for its own. */
export function borrowedFrom(source: Source<unknown>, path: string): string | undefined {
  const { original, places, lang } = source;
  if (!original || original.lang === lang) return undefined;
  return places[path]?.file === original.file ? original.lang : undefined;
}

/** The file with its facts set by the rules of their language, as its prose is: quotation marks, dashes, spaces. */
export function typesetFacts<T extends Source<object>>(source: T): T {
  const set = (words: string, path: string) =>
    typeset(words, borrowedFrom(source, path) ?? source.lang);
  return { ...source, facts: mapWords(source.facts, set) };
}

/** Labels of the institution's own wording, each by the rules of its language. */
export function typesetLabels(
  tables: Record<string, Record<string, string>> | undefined,
): Record<string, Record<string, string>> | undefined {
  return (
    tables &&
    Object.fromEntries(
      Object.entries(tables).map(([lang, table]) => [
        lang,
        Object.fromEntries(
          Object.entries(table).map(([key, words]) => [key, typeset(words, lang)]),
        ),
      ]),
    )
  );
}

type Change = (words: string, path: string) => string;

/** Facts with every piece of the writer's words changed; what is not words stays what it was. */
export function mapWords<F>(facts: F, change: Change): F {
  return mapped(facts, '', '', change) as F;
}

function mapped(value: unknown, path: string, key: string, change: Change): unknown {
  if (typeof value === 'string') {
    return wordKeys.has(key) && !isDate(value) ? change(value, path) : value;
  }
  if (Array.isArray(value)) {
    if (key === 'rows') return value.map((row, i) => rowOf(row, `${path}.${i}`, change));
    return value.map((entry, i) => mapped(entry, `${path}.${i}`, key, change));
  }
  if (value === null || typeof value !== 'object') return value;
  // A specification's expressions name the values of its rows as they are typed.
  const isDrawnElsewhere = Object.hasOwn(value, 'spec');
  return Object.fromEntries(
    Object.entries(value).map(([own, inner]) => {
      const at = path === '' ? own : `${path}.${own}`;
      if (own === 'rows' && isDrawnElsewhere) return [own, inner];
      if (own === 'subjects' && path === 'extent') return [own, named(inner, at, change)];
      return [own, mapped(inner, at, own, change)];
    }),
  );
}

/** Names in a chart's rows: of places, groups, years of study. */
function rowOf(row: Record<string, unknown>, path: string, change: Change): object {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && !isDate(value) ? change(value, `${path}.${column}`) : value,
    ]),
  );
}

/** Subjects that are keys: they have to be the same words as those of courses. */
function named(record: object, path: string, change: Change): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [change(name, `${path}.${name}`), value]),
  );
}

function isDate(text: string): boolean {
  return /^\d{4}-(0\d|1[0-2])(-\d{2})?$/.test(text);
}
