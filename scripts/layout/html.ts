/** HTML that is safe to insert as it is: made here from escaped text, or by the content stage. */
export class Html {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
  /** Handlebars inserts what `toHTML` gives without escaping it again. */
  toHTML(): string {
    return this.html;
  }
  toString(): string {
    return this.html;
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * A fact as it is printed. `data-fact` says which one, as `slug#path`: that gives findings after
 * layout their file and line, and later where-used and merge their slots.
 */
export function factHtml(slug: string, path: string, text: string): Html {
  return new Html(`<span data-fact="${escapeHtml(`${slug}#${path}`)}">${escapeHtml(text)}</span>`);
}

export function joinHtml(parts: readonly (Html | string)[], separator: string): Html {
  return new Html(
    parts
      .map((part) => (typeof part === 'string' ? escapeHtml(part) : part.html))
      .join(escapeHtml(separator)),
  );
}

/** Puts the finished value of a label into its pattern: `say('byDate', {date: '\uE000'})`, then the value. */
export function fillHtml(pattern: (mark: string) => string, value: Html): Html {
  const mark = '\uE000';
  const [before = '', after = ''] = pattern(mark).split(mark);
  return new Html(escapeHtml(before) + value.html + escapeHtml(after));
}

/** A title whose "and" never hangs at a line's end: it is bound to the next word. */
export function bindAnd(title: string): string {
  return title.replace(/(?<= )(and|or|et|ou|a|ac|neu|&) (?=\S)/g, '$1\u00a0');
}

/** Keeps the last two words of a paragraph on one line, unless they are long. */
export function bindLastWords(html: string): string {
  return html.replace(
    /(\S{1,16}) (\S{1,12}(?:<\/[a-z]+>)*<\/p>\s*)$/,
    (whole, first: string, last: string) => (/[<>]/.test(first) ? whole : `${first}\u00a0${last}`),
  );
}

/** Words that begin a line begin with a capital. */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The words of a piece of HTML. */
export function textOf(html: Html): string {
  return html.html.replace(/<[^>]*>/g, '');
}
