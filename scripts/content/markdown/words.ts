import type { Token } from 'markdown-it';
import { plain } from './typography.ts';

/** The words of tokens, blocks parted by a line end, with plain spaces and hyphens. */
export function wordsOf(tokens: readonly Token[]): string {
  let words = '';
  const add = (tokens_: readonly Token[]) => {
    for (const token of tokens_) {
      if (token.children && token.type === 'inline') add(token.children);
      else if (token.type === 'softbreak' || token.type === 'hardbreak') words += ' ';
      else if (token.type === 'text' || token.type === 'text_special') words += token.content;
      else if (token.type === 'code_inline') words += token.content;
      else if (token.type === 'fence' || token.type === 'code_block') words += `${token.content}\n`;
      else if (token.block && token.nesting === -1 && !words.endsWith('\n')) words += '\n';
    }
  };
  add(tokens);
  return plain(words)
    .replace(/[ \t]+/g, ' ')
    .replace(/\n+/g, '\n')
    .trim();
}
