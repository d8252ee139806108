import type { StateCore, Token } from 'markdown-it';
import { type Env, placeOf } from './env.ts';
import * as say from './messages.ts';
import { typeset } from './typography.ts';

/** Sets the words of every paragraph by the rules of their language. */
export function typography(state: StateCore): void {
  const env = state.env as Env;
  const langs = [env.context.lang];
  for (const token of state.tokens) {
    if (token.nesting === 1) langs.push(String(token.attrGet('lang') ?? langs.at(-1)));
    else if (token.nesting === -1) langs.pop();
    else if (token.type === 'inline') setWords(token, langs.at(-1) ?? env.context.lang, env);
  }
}

function setWords(inline: Token, lang: string, env: Env): void {
  const children = inline.children ?? [];
  const open = { double: false, single: false };
  const langs = [lang];
  let before = '';
  let isAddress = false;
  for (const [i, child] of children.entries()) {
    const meta = child.meta as { lang?: string; closes?: boolean; element?: string } | null;
    if (child.type === 'html_inline' && meta?.element && !/^w?br$/.test(meta.element)) {
      if (meta.closes) langs.pop();
      else langs.push(meta.lang ?? langs.at(-1)!);
    } else if (child.nesting === 1) langs.push(String(child.attrGet('lang') ?? langs.at(-1)));
    else if (child.nesting === -1) langs.pop();
    if (child.type === 'link_open') isAddress = child.markup === 'autolink';
    if (child.type === 'link_close') isAddress = false;
    const words = shown(child);
    if (words === '') continue;
    if (child.type === 'text' && !isAddress) {
      if (words.includes('{{')) env.context.report(say.snippetForm(), placeOf(inline, env));
      const missing = /\[\^([^\]\s]+)\]/.exec(words);
      if (missing) env.context.report(say.footnoteMissing(missing[1]!), placeOf(inline, env));
      child.content = typeset(words, langs.at(-1)!, before, nextCharacter(children, i), open);
    }
    before = words.at(-1)!;
  }
}

/** What a token puts on the line. */
function shown(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  return /^(text|text_special|code_inline)$/.test(token.type) ? token.content : '';
}

function nextCharacter(children: readonly Token[], from: number): string {
  for (let i = from + 1; i < children.length; i++) {
    const words = shown(children[i]!);
    if (words !== '') return words[0]!;
  }
  return '';
}
