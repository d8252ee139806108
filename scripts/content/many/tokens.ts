/** A piece of a query, with where it stands in it: offsets count from 0. */
export interface Token {
  kind: 'word' | 'quoted' | 'sign' | '(' | ')' | ',';
  /** As it was written; of quoted words what stands between the quotes. */
  text: string;
  start: number;
  end: number;
}

/** A quote that begins here and never ends. */
export interface OpenQuote {
  openAt: number;
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

const isSpace = (character: string) => /\s/.test(character);
const isSign = (character: string) => /[=<>!≠≤≥]/.test(character);
const endsWord = (character: string) =>
  isSpace(character) || isSign(character) || /[(),]/.test(character);

/**
 * Cuts a query into words, quoted words, signs of comparison, brackets and commas. An apostrophe
 * within a word belongs to it: `Women's`.
 */
export function tokensOf(text: string): Token[] | OpenQuote {
  const tokens: Token[] = [];
  let at = 0;
  const runUntil = (isOver: (character: string) => boolean): number => {
    let end = at + 1;
    while (end < text.length && !isOver(text[end]!)) end++;
    return end;
  };
  while (at < text.length) {
    const character = text[at]!;
    if (isSpace(character)) {
      at++;
      continue;
    }
    const quote = closing[character];
    if (quote) {
      const end = text.indexOf(quote, at + 1);
      if (end < 0) return { openAt: at };
      tokens.push({ kind: 'quoted', text: text.slice(at + 1, end), start: at, end: end + 1 });
      at = end + 1;
      continue;
    }
    const isSingle = character === '(' || character === ')' || character === ',';
    const kind = isSingle ? character : isSign(character) ? 'sign' : 'word';
    const end = isSingle ? at + 1 : runUntil(kind === 'sign' ? (c) => !isSign(c) : endsWord);
    tokens.push({ kind, text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}
