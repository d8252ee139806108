import type { StateBlock, Token } from 'markdown-it';
import { nearest } from '../suggest.ts';
import { columnsOf, type Env } from './env.ts';
import * as say from './messages.ts';

/** Snippets within snippets multiply: this bounds them all together, for one file. */
const snippetLimit = 100;

const line = /^\{\{>\s*snippet\s+([^\s{}]+)\s*\}\}\s*$/;

/** `{{> snippet terms}}` on a line of its own: the blocks of `content/snippets/terms.md`. */
export function snippet(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  const from = state.bMarks[start]! + state.tShift[start]!;
  if (state.src.charCodeAt(from) !== 0x7b || state.sCount[start]! - state.blkIndent >= 4)
    return false;
  const name = line.exec(state.src.slice(from, state.eMarks[start]))?.[1];
  if (name === undefined) return false;
  if (silent) return true;
  take(state, name, start);
  state.line = start + 1;
  return true;
}

function take(state: StateBlock, name: string, start: number): void {
  const env = state.env as Env;
  const { context, within } = env;
  const around = within.at(-1);
  const place = around
    ? { file: around.file, line: start + 1 }
    : columnsOf({ file: context.file, line: context.firstLine + start }, name, env);
  if (within.some((outer) => outer.name === name)) {
    const chain = [...within.map((outer) => outer.name), name];
    context.report(say.snippetRecursion(chain), place);
    return;
  }
  if (++env.snippetCount > snippetLimit) {
    if (env.snippetCount === snippetLimit + 1) {
      context.report(say.snippetsTooMany(snippetLimit), place);
    }
    return;
  }
  const found = context.snippet(name);
  if (!found) {
    context.report(say.snippetMissing(name, nearest(name, context.snippetNames())), place);
    return;
  }
  if (!found.inLanguage) context.report(say.snippetLanguage(name, context.lang), place);
  env.snippets.add(found.file);
  within.push({ name, file: found.file });
  const tokens: Token[] = [];
  state.md.block.parse(found.text, state.md, env, tokens);
  within.pop();
  for (const token of tokens) {
    if ((token.meta as { file?: string } | null)?.file === undefined && token.map) {
      token.meta = { ...token.meta, file: found.file, line: token.map[0] + 1 };
    }
    token.level += state.level;
    state.tokens.push(token);
  }
}
