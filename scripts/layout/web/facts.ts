import { Html, textOf } from '../html.ts';

/** The values of facts that a view holds, as they have to stand on the page: what `factHtml` marked, each once. */
export function factsOf(view: unknown): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (value instanceof Html) {
      for (const [, words] of value.html.matchAll(/<span data-fact="[^"]*">([^<]*)<\/span>/g)) {
        found.add(wordsOf(words ?? ''));
      }
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(view);
  return [...found].filter(Boolean);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function wordsOf(html: string): string {
  return textOf(new Html(html)).replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
}
