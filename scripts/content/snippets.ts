import type { Files } from './files.ts';
import type { Snippet } from './markdown/env.ts';
import { readName } from './names.ts';

/** Words that many pages carry: `content/snippets/terms.md`, `terms.cy.md`. */
export interface Snippets {
  find(name: string, lang: string): Snippet | undefined;
  names(): string[];
}

const folder = 'content/snippets';

export function openSnippets(files: Files, defaultLang: string): Snippets {
  const named = new Map<string, Map<string, string>>();
  for (const file of files.list(folder) ?? []) {
    if (!/\.md$/i.test(file)) continue;
    const { slug, lang } = readName(file);
    if (!slug) continue;
    const languages = named.get(slug) ?? new Map<string, string>();
    languages.set(lang ?? defaultLang, `${folder}/${file}`);
    named.set(slug, languages);
  }
  return {
    find(name, lang) {
      const languages = named.get(name);
      const path =
        languages?.get(lang) ?? languages?.get(defaultLang) ?? languages?.values().next().value;
      const text = path && files.text(path);
      return text ? { file: path, text: text.text, inLanguage: languages!.has(lang) } : undefined;
    },
    names: () => [...named.keys()],
  };
}
