import { language } from './schema/fields.ts';

/** What a file name says: `group-therapy.cy.md` is `group-therapy` in Welsh. */
export interface FileName {
  /** Undefined where the name has neither letter nor figure. */
  slug: string | undefined;
  lang: string | undefined;
}

export function readName(name: string): FileName {
  const stem = name.replace(/\.md$/i, '');
  const dot = stem.lastIndexOf('.');
  const tail = stem.slice(dot + 1);
  const isLanguage = dot > 0 && language.safeParse(tail).success;
  const slug = slugOf(isLanguage ? stem.slice(0, dot) : stem);
  return { slug: slug || undefined, lang: isLanguage ? tail : undefined };
}

/** Words as a slug: one Unicode form, small letters, figures, single hyphens. */
export function slugOf(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Ll}\p{Lo}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
