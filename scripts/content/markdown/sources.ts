import type { StateCore, Token } from 'markdown-it';
import { type Env, nestingLimit, placeOf } from './env.ts';
import * as say from './messages.ts';

/** No paragraph of a prospectus is this long; what is, is bounded for the sake of time. */
const paragraphLimit = 10_000;
const noteLimit = 200;

const tagged = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code table tr div hr'.split(' '),
);

/** Gives every block its file and line: on the token for our rules, in `data-src` for layout. */
export function sources(state: StateCore): void {
  const env = state.env as Env;
  let current: { file: string; line: number } = {
    file: env.context.file,
    line: env.context.firstLine,
  };
  for (const token of state.tokens) {
    const known = token.meta as { file?: string; line?: number } | null;
    if (known?.file !== undefined) current = { file: known.file, line: known.line ?? 1 };
    else if (token.map) {
      current = { file: env.context.file, line: env.context.firstLine + token.map[0] };
    }
    token.meta = { ...(known ?? {}), ...current };
    if (token.nesting >= 0 && token.type !== 'inline' && !token.hidden && tagged.has(token.tag)) {
      token.attrSet('data-src', `${current.file}:${current.line}`);
    }
    if (token.tag === 'td' || token.tag === 'th') align(token);
  }
}

/** A cell's alignment as a class: the style sheet says how it looks. */
function align(cell: Token): void {
  const side = /text-align:(right|center)/.exec(String(cell.attrGet('style') ?? ''))?.[1];
  if (cell.attrs) cell.attrs = cell.attrs.filter(([name]) => name !== 'style');
  if (side) cell.attrSet('class', side);
  if (cell.nesting === 1 && cell.tag === 'th') cell.attrSet('scope', 'col');
}

/** Keeps time in bounds before words are looked at, and says what was left out for it. */
export function bound(state: StateCore): void {
  const env = state.env as Env;
  const { report } = env.context;
  const deep = state.tokens.find((token) => token.level >= nestingLimit - 1);
  if (deep) report(say.nestedTooDeep(nestingLimit), placeOf(deep, env));
  let notes = 0;
  for (const [i, token] of state.tokens.entries()) {
    if (token.type === 'footnote_reference_open' && ++notes === noteLimit + 1) {
      report(say.footnotesTooMany(noteLimit), placeOf(token, env));
    }
    if (token.type !== 'inline') continue;
    if (token.content.length > paragraphLimit) {
      report(say.paragraphTooLong(token.content.length, paragraphLimit), placeOf(token, env));
      token.content = '';
    }
    // An empty cell would be missing from the tags of the PDF.
    const isCell = /^t[dh]$/.test(state.tokens[i - 1]?.tag ?? '');
    if (isCell && token.content === '') token.content = '\u00A0';
  }
  if (notes > noteLimit) {
    env.footnotes = {};
    state.tokens = withoutNotes(state.tokens);
  }
}

function withoutNotes(tokens: Token[]): Token[] {
  let inside = false;
  return tokens.filter((token) => {
    if (token.type === 'footnote_reference_open') inside = true;
    if (token.type !== 'footnote_reference_close') return !inside;
    inside = false;
    return false;
  });
}
