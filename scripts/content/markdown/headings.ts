import type { StateCore, Token } from 'markdown-it';
import { slugOf } from '../names.ts';
import { type Env, newId, placeOf } from './env.ts';
import * as say from './messages.ts';
import { wordsOf } from './words.ts';

/** Gives every heading an id from its words, and keeps the levels in order. */
export function headings(state: StateCore): void {
  const env = state.env as Env;
  const { report } = env.context;
  const kept: Token[] = [];
  let above = 1;
  for (let i = 0; i < state.tokens.length; i++) {
    const token = state.tokens[i]!;
    if (token.type !== 'heading_open') {
      kept.push(token);
      continue;
    }
    const inline = state.tokens[i + 1]!;
    const words = wordsOf(inline.children ?? []);
    if (words === '') {
      report(say.headingEmpty(), placeOf(token, env));
      i += 2;
      continue;
    }
    if (token.tag === 'h1') {
      report(say.headingOne(), placeOf(token, env));
      token.tag = 'h2';
      state.tokens[i + 2]!.tag = 'h2';
    }
    const level = Number(token.tag[1]);
    if (level > above + 1) report(say.headingSkipped(level, above), placeOf(token, env));
    above = level;
    if (!token.attrGet('id')) token.attrSet('id', newId(slugOf(words) || 'heading', env));
    kept.push(token);
  }
  state.tokens = kept;
  reportAlone(kept, env);
}

/** Headings below which nothing stands are not printed: somebody may wait for them. */
function reportAlone(tokens: readonly Token[], env: Env): void {
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const next = tokens.slice(i + 3).find(({ type }) => type !== 'container_box_close');
    const ends = !next || next.type === 'footnote_block_open';
    const isNextTo = next?.type === 'heading_open' && Number(next.tag[1]) <= Number(token.tag[1]);
    if (!ends && !isNextTo) continue;
    const words = wordsOf(tokens[i + 1]?.children ?? []);
    env.context.report(say.headingAlone(words), placeOf(token, env));
  }
}
