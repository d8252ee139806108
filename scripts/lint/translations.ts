import type { Source } from '../content/model.ts';
import { keyOf } from '../content/named.ts';
import * as say from './messages.ts';
import type { Watch } from './watch.ts';

/** Keys whose text is read by people, and so has to be in their language. */
export const wordKeys: ReadonlySet<string> = new Set(
  `title award awardedBy subject faculty promise standfirst audience duration mode pattern delivery
  location contactHours workload assessment careers status covers instalments extraCosts entry
  academic other english text alt sentence caption unit label when for source starts level value
  imprint licence shortName address printedBy`
    .trim()
    .split(/\s+/),
);

/** Values that mean the same in every language. */
const codes = /^(?:uk|eu|international|home|\d[\d\s.,:/-]*|https?:\S+|[A-Z]{2,5})$/i;

/**
 * A translation must not be treated less favourably (Welsh Language Standards): the same facts, and
 * no word of the other language left in it.
 */
export function lintTranslation(
  source: Source<object>,
  originals: readonly Source<object>[],
  { report }: Watch,
): void {
  const original = originals.find(({ slug, lang }) => slug === source.slug && lang !== source.lang);
  if (!original || isOriginal(source, original)) return;
  const inherited = Object.entries(source.places).filter(([, { file }]) => file === original.file);
  const place = { file: source.file, line: 1 };
  const words = inherited
    .filter(([path]) => isWords(path, valueAt(source.facts, path)))
    .map(([path, { line }]) => ({ path, line }));
  if (words.length > 0) {
    report(say.wordsOfOriginal(words, original.lang, source.lang, original.file), place);
  }
  if (source.body.some(({ lang }) => lang !== undefined && lang !== source.lang)) {
    report(say.proseOfOriginal(original.lang, source.lang), place);
  }
  for (const [path, { file }] of Object.entries(source.places)) {
    if (file !== source.file || path === 'lang') continue;
    const [own, other] = [valueAt(source.facts, path), valueAt(original.facts, path)];
    if (Array.isArray(own) && Array.isArray(other) && own.length !== other.length) {
      report(say.listDiffers(path, own.length, other.length, original.file), source.places[path]);
    } else if (other !== undefined && isFigure(other) && own !== undefined && own !== other) {
      report(say.factDiffers(path, String(own), String(other), original.file), source.places[path]);
    }
  }
}

/** The original is the one that takes nothing from the other. */
function isOriginal(source: Source<object>, other: Source<object>): boolean {
  return Object.values(other.places).some(({ file }) => file === source.file);
}

function isWords(path: string, value: unknown): boolean {
  if (typeof value !== 'string' || codes.test(value.trim())) return false;
  return wordKeys.has(keyOf(path)) && !path.includes('.rows.');
}

function isFigure(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function valueAt(facts: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], facts);
}
