import { allElements, parsePage, visibleText } from '../../scripts/check/web-dom.ts';
import { wordKeys } from '../../scripts/content/fact-words.ts';
import type { Source } from '../../scripts/content/model.ts';
import type { CourseFacts } from '../../scripts/content/schema/course.ts';
import type { Numbers } from '../../scripts/layout/numbers.ts';
import { spoken } from '../helpers/spoken.ts';

/** One value of a fact, as it is printed in any format. */
export interface Atom {
  path: string;
  text: string;
}

/** Keys whose values no piece prints, or that are judged with the chart or picture they belong to. */
const silent = new Set(['claims', 'charts', 'images', 'years', 'slug', 'lang', 'year', 'web']);
const isDate = /^\d{4}-\d{2}-\d{2}$/;

/** All that a course says of itself in facts, value by value, as its language writes it. */
export function atomsOf({ facts }: Source<CourseFacts>, numbers: Numbers): Atom[] {
  const atoms: Atom[] = [];
  const add = (path: string, text: string) => atoms.push({ path, text });
  const walk = (value: unknown, path: string, key: string): void => {
    // Of a fee it is a code, for which each language has a word.
    if (silent.has(key) || /^fees\.\d+\.audience$/.test(path)) return;
    if (Array.isArray(value))
      for (const [i, one] of value.entries()) walk(one, `${path}.${i}`, key);
    else if (typeof value === 'object' && value !== null) {
      for (const [own, one] of Object.entries(value)) walk(one, path ? `${path}.${own}` : own, own);
    } else if (typeof value === 'number' && (key === 'total' || key === 'perYear')) {
      add(path, numbers.money(value));
    } else if (typeof value === 'string' && isDate.test(value)) add(path, numbers.date(value));
    else if (typeof value === 'string' && (wordKeys.has(key) || /^(email|phone)$/.test(key)))
      add(path, value);
    else if (typeof value === 'string' && /^(url|terms|regulations)$/.test(key))
      add(path, value.replace(/^https?:\/\//, ''));
  };
  walk(facts, '', '');
  return atoms;
}

/** Letters and figures alone: how a format sets spaces, quotes, dashes and capitals is its own matter. */
export function squeezed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad]/gu, '')
    .replace(/[‘’“”"«»]/g, "'")
    .replace(/[–—‑‐]/g, '-')
    .toLowerCase();
}

/** What a reader of a finished PDF is told, in order; without what repeats on each page. */
export function readAloud(pdf: Uint8Array): string {
  return spoken(pdf)
    .map(({ text }) => text)
    .join(' ');
}

/** What a reader of a page of the web is told. */
export async function readPage(html: string): Promise<string> {
  return visibleText(await parsePage(html));
}

export async function elementsOf(html: string) {
  return allElements(await parsePage(html));
}

/** Of the facts that one text gives, those that the other does not. */
export function missingFrom(other: string, standard: string, atoms: readonly Atom[]): Atom[] {
  const [there, here] = [squeezed(standard), squeezed(other)];
  return atoms.filter(({ text }) => {
    const words = squeezed(text);
    return words.length > 2 && there.includes(words) && !here.includes(words);
  });
}

/** Amounts and dates of a text in the language of the numbers. */
export function figuresOf(text: string, numbers: Numbers): string[] {
  const monthOf = (month: number) =>
    numbers.date(`2028-${String(month).padStart(2, '0')}-15`).split(/\s/u)[1] ?? '';
  const months = new Set(Array.from({ length: 12 }, (_, i) => monthOf(i + 1)));
  const amounts = text.match(/[£€]\s?\d[\d,.]*\d|\d[\d\s.,]*\d\s?[£€]/gu) ?? [];
  const dates = [...text.matchAll(/\b\d{1,2}(?:er)?\s(\p{L}+)\s\d{4}\b/gu)]
    .filter(([, month]) => months.has(month ?? ''))
    .map(([date]) => date);
  return [...amounts, ...dates].map(squeezed);
}
