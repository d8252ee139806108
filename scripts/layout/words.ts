import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Report } from '../finding.ts';
import { labelPlaceholders, languageWithoutWords, unknownLabel } from './messages.ts';

/** The labels of one language: key -> words, with `{name}` where a value goes. */
export type Words = Readonly<Record<string, string>>;

/** The labels of several languages, by language tag: `en`, `cy`, `fr`. */
export type WordTables = Readonly<Record<string, Words>>;

/**
 * Says a label: `say('byDate', { date: '30 June 2027' })`. An unknown key, or a value that the label
 * asks for and does not get, is a fault of the template and throws.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The language whose labels are complete and that stands in for one that has none. */
const fallback = 'en';

/** The tool's labels: one table for each `templates/words/<language>.json`. */
export function readWords(tool: string): WordTables {
  const folder = join(tool, 'templates/words');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files
      .sort()
      .map((name) => [
        name.slice(0, -'.json'.length),
        JSON.parse(readFileSync(join(folder, name), 'utf8')) as Words,
      ]),
  );
}

/**
 * The labels for a piece in `lang`: the institution's own wording first, then the tool's. Own
 * wording that does not fit (`lintWords` says so) is passed over. A language without a table speaks
 * English, with a finding.
 */
export function wordsFor(
  lang: string,
  own: WordTables | undefined,
  base: WordTables,
  report?: Report,
): Say {
  const english = base[fallback] ?? {};
  const table = lookUp(base, lang);
  const ownTable = lookUp(own, lang) ?? {};
  if (!table && !covers(ownTable, english)) report?.(languageWithoutWords(lang));
  const words = new Map(Object.entries({ ...english, ...table }));
  for (const [key, label] of Object.entries(ownTable)) {
    const standard = words.get(key);
    if (standard !== undefined && samePlaceholders(standard, label)) words.set(key, label);
  }
  return (key, values = {}) => {
    const label = words.get(key);
    if (label === undefined) throw new Error(`templates/words has no label "${key}"`);
    return label.replace(placeholder, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`The label "${key}" needs a value for {${name}}`);
      return String(value);
    });
  };
}

/**
 * Reports own wording that cannot be used: a label that does not exist, or one that takes other
 * values than the tool's. `placeOf` finds `words.en.keyFacts` in the institution's file.
 */
export function lintWords(
  own: WordTables | undefined,
  base: WordTables,
  report: Report,
  placeOf: (path: string) => Place | undefined = () => undefined,
): void {
  const english = base[fallback] ?? {};
  for (const [lang, table] of Object.entries(own ?? {})) {
    for (const [key, label] of Object.entries(table)) {
      const standard = Object.hasOwn(english, key) ? english[key] : undefined;
      const place = placeOf(`words.${lang}.${key}`);
      if (standard === undefined) report(unknownLabel(key, Object.keys(english)), place);
      else if (!samePlaceholders(standard, label)) {
        report(labelPlaceholders(key, placeholdersOf(standard)), place);
      }
    }
  }
}

const placeholder = /\{([a-zA-Z]+)\}/g;

/** The names a label asks for, sorted, each once. */
export function placeholdersOf(label: string): string[] {
  return [...new Set([...label.matchAll(placeholder)].map((match) => match[1] ?? ''))].sort();
}

function samePlaceholders(one: string, other: string): boolean {
  return placeholdersOf(one).join() === placeholdersOf(other).join();
}

/** `fr-CA` finds `fr-CA`, else `fr`. */
function lookUp(tables: WordTables | undefined, lang: string): Words | undefined {
  if (!tables) return undefined;
  const key = [lang, lang.split('-')[0] ?? lang].find((tag) => Object.hasOwn(tables, tag));
  return key === undefined ? undefined : tables[key];
}

function covers(table: Words, english: Words): boolean {
  return Object.keys(english).every((key) => Object.hasOwn(table, key));
}
