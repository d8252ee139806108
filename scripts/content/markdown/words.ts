import type { Token } from 'markdown-it';
import { plain } from './typography.ts';

/** The words of tokens, blocks parted by a line end, with plain spaces and hyphens. */
export function wordsOf(tokens: readonly Token[]): string {
  const words: string[] = [];
  collect(tokens, words);
  return plain(words.join(''))
    .replace(/[ \t]+/g, ' ')
    .replace(/\n[\n ]*/g, '\n')
    .trim();
}

function collect(tokens: readonly Token[], words: string[]): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'inline':
        collect(token.children ?? [], words);
        break;
      case 'text':
      case 'text_special':
      case 'code_inline':
        words.push(token.content);
        break;
      case 'softbreak':
      case 'hardbreak':
        words.push(' ');
        break;
      case 'fence':
      case 'code_block':
        words.push(token.content, '\n');
        break;
      default:
        if (token.block && token.nesting === -1) words.push('\n');
    }
  }
}
