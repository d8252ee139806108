import { borrowedFrom, mapWords } from '../content/fact-words.ts';
import type { Project, Source } from '../content/model.ts';
import { escapeHtml } from './html.ts';

/** Words that a translation takes from its original. */
interface Borrowed {
  path: string;
  words: string;
  lang: string;
}

/** Stands for the institution where others have their slug. */
const institution = '';

/** By slug: what is borrowed, the longest words of each file first. */
export type BorrowedWords = ReadonlyMap<string, readonly Borrowed[]>;

/** The words of a piece that are not in its language. Dates and amounts are written by the piece itself. */
export function borrowedWords(project: Project, lang: string): BorrowedWords {
  const all = new Map<string, Borrowed[]>();
  const look = (id: string, source: Source<object>) => {
    const isForeign = !sameLanguage(source.lang, lang);
    if (isForeign ? id !== institution : !source.original) return;
    const found: Borrowed[] = [];
    mapWords(source.facts, (words, path) => {
      const from = isForeign ? source.lang : borrowedFrom(source, path);
      if (from && /\p{L}{2}/u.test(words))
        found.push({ path, words: escapeHtml(words), lang: from });
      return words;
    });
    found.sort((one, other) => other.words.length - one.words.length);
    if (found.length === 0) return;
    all.set(id, [...(all.get(id) ?? []), ...found]);
  };
  for (const course of project.courses) look(course.slug, course);
  for (const page of project.pages) look(page.slug, page);
  look(institution, project.institution);
  return all;
}

function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

const fact = /<span data-fact="([^"#]*)#([^"]*)">([^<]*)<\/span>/g;
const text = />([^<>]+)(?=<)/g;

/**
 * Marks borrowed words with their language, so that a screen reader changes its voice: in facts, of
 * which they may be a part ("Essay writing (optional)"), and where a title or the institution's
 * words stand alone, as in contents and running heads. Each element has an id, without which
 * Chromium keeps no language of an inline element in the PDF.
 */
export function markBorrowed(html: string, borrowed: BorrowedWords, part: string): string {
  if (borrowed.size === 0) return html;
  let count = 0;
  const within = (text: string, candidates: readonly Borrowed[]): string => {
    for (const { words, lang } of candidates) {
      const place = placeOf(words, text);
      if (!place) continue;
      const [at, end] = place;
      count++;
      const id = `borrowed-${part}-${count}`;
      return `${within(text.slice(0, at), candidates)}<span lang="${escapeHtml(lang)}" id="${id}">${text.slice(at, end)}</span>${within(text.slice(end), candidates)}`;
    }
    return text;
  };
  const alone = new Map<string, Borrowed>();
  for (const [id, all] of borrowed) {
    for (const one of all) {
      if (id === institution || /^(title|subject)\b/.test(one.path)) alone.set(one.words, one);
    }
  }
  return html
    .replace(text, (all, words: string) => {
      const found = alone.get(words.replace('&ensp;', '').trim());
      return found ? `>${within(words, [found])}` : all;
    })
    .replace(fact, (all, slug: string, path: string, words: string) => {
      const group = groupOf(path);
      const own = (borrowed.get(slug) ?? []).filter(
        (one) => one.path === path || (group !== '' && groupOf(one.path) === group),
      );
      return all.replace(`>${words}<`, () => `>${within(words, own)}<`);
    });
}

/** Where words stand in a text, whose lines may be broken: a promise's are, each after a space. */
function placeOf(words: string, text: string): [at: number, end: number] | undefined {
  if (!text.includes('\u2028')) {
    const at = text.toLowerCase().indexOf(words.toLowerCase());
    return at < 0 ? undefined : [at, at + words.length];
  }
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const found = new RegExp(literal, 'iu').exec(text);
  return found ? [found.index, found.index + found[0].length] : undefined;
}

/** Facts that may be printed as one: those of a fee are, and of all fees what they cover. */
function groupOf(path: string): string {
  return path.startsWith('fees.') ? 'fees' : path.split('.').slice(0, -1).join('.');
}
