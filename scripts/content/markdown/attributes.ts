import type { StateCore, Token } from 'markdown-it';
import { slugOf } from '../names.ts';
import { language } from '../schema/fields.ts';
import { nearest } from '../suggest.ts';
import { blockClasses, boxes } from './classes.ts';
import { columnsOf, type Env, languageId, newId, placeOf } from './env.ts';
import * as say from './messages.ts';

const item = String.raw`(?:[.#][\p{L}\p{N}_-]+|[a-z-]+=(?:"[^"{}]*"|[^\s"{}]+))`;
const list = String.raw`\{\s*(${item}(?:\s+${item})*)\s*\}`;
const whole = new RegExp(`^${list}$`, 'u');
const atStart = new RegExp(`^${list}`, 'u');
const items = new RegExp(item, 'gu');

/**
 * `{.class #name lang=fr}`: after emphasis, a link or code it belongs to that; at the end of a
 * heading, paragraph or entry of a list to this; alone below a block to the block. Braces with
 * anything else in them are text. One pass, so that a thousand of them take no longer than they must.
 */
export function attributes(state: StateCore): void {
  const env = state.env as Env;
  const out: Token[] = [];
  const open: Token[] = [];
  let closed: Token | undefined;
  for (let i = 0; i < state.tokens.length; i++) {
    const token = state.tokens[i]!;
    const alone =
      token.type === 'paragraph_open' && closed ? aloneIn(state.tokens[i + 1]) : undefined;
    if (alone && closed) {
      apply(closed, alone, env, placeOf(token, env));
      i += 2;
      continue;
    }
    if (token.type === 'inline') ofInline(token, open, env);
    if (token.type === 'container_box_open') ofBox(token, env);
    if (token.nesting === 1) {
      open.push(token);
      closed = undefined;
    } else if (token.nesting === -1) {
      closed = open.pop();
      if (closed?.type === 'container_box_open' && !token.markup.startsWith(':::')) {
        env.context.report(say.containerOpen(), placeOf(closed, env));
      }
    } else if (token.type === 'fence' || token.type === 'code_block') closed = token;
    out.push(token);
  }
  state.tokens = out;
}

function aloneIn(inline: Token | undefined): string | undefined {
  return whole.exec(inline?.content ?? '')?.[1];
}

/** Inside a paragraph: after an inline element, and at the end for the block around it. */
function ofInline(inline: Token, open: readonly Token[], env: Env): void {
  const children = inline.children ?? [];
  const openers: Token[] = [];
  let before: Token | undefined;
  let lines = 0;
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') lines++;
    if (child.type === 'text' && before && child.content.startsWith('{')) {
      const found = atStart.exec(child.content);
      if (found) {
        apply(before, found[1]!, env, placeOf(inline, env, lines), true);
        child.content = child.content.slice(found[0].length);
      }
    }
    if (child.nesting === 1) openers.push(child);
    if (child.nesting === -1) before = openers.pop();
    else before = child.type === 'code_inline' ? child : undefined;
  }
  ofBlock(inline, children, open, env, lines);
}

function ofBlock(
  inline: Token,
  children: Token[],
  open: readonly Token[],
  env: Env,
  lines: number,
): void {
  const last = children.at(-1);
  if (last?.type !== 'text' || !last.content.endsWith('}')) return;
  const brace = last.content.lastIndexOf('{');
  const found = brace < 0 ? null : whole.exec(last.content.slice(brace));
  if (!found || (brace > 0 && !/\s/.test(last.content[brace - 1]!))) return;
  const onOwnLine = brace === 0 && children.at(-2)?.type === 'softbreak';
  if (brace === 0 && !onOwnLine) return;
  let target = open.at(-1);
  const isFirstInEntry = target?.hidden || open.at(-2)?.type === 'list_item_open';
  if (isFirstInEntry) target = onOwnLine ? open.at(-3) : open.at(-2);
  if (!target) return;
  apply(target, found[1]!, env, placeOf(inline, env, lines));
  last.content = last.content.slice(0, brace).trimEnd();
  if (onOwnLine) children.splice(-2, 2);
}

/** `::: note {.book-only}`, `::: {.short}`. */
function ofBox(token: Token, env: Env): void {
  const place = placeOf(token, env);
  const [, name, attrs] = /^\s*([^\s{]*)\s*(\{.*\})?\s*$/.exec(token.info) ?? [];
  const found = attrs ? whole.exec(attrs) : undefined;
  if (found) apply(token, found[1]!, env, place);
  if (name === undefined || (attrs && !found)) {
    env.context.report(
      say.containerUnknown(token.info.trim(), undefined, Object.keys(boxes)),
      place,
    );
  } else if (name !== '' && Object.hasOwn(boxes, name)) token.attrJoin('class', name);
  else if (name !== '') {
    const known = Object.keys(boxes);
    env.context.report(
      say.containerUnknown(name, nearest(name, known), known),
      columnsOf(place, name, env),
    );
  }
}

function apply(
  token: Token,
  list: string,
  env: Env,
  place: ReturnType<typeof placeOf>,
  inText = false,
): void {
  const { report } = env.context;
  const at = (one: string) => columnsOf(place, one, env);
  for (const one of list.match(items) ?? []) {
    const [key, value] = one.startsWith('.')
      ? ['class', one.slice(1)]
      : one.startsWith('#')
        ? ['id', one.slice(1)]
        : [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1).replace(/^"|"$/g, '')];
    if (key === 'class' && !inText) {
      const known = Object.keys(blockClasses);
      if (Object.hasOwn(blockClasses, value)) token.attrJoin('class', value);
      else report(say.classUnknown(value, nearest(value, known), known), at(one));
    } else if (key === 'id' && !inText) {
      const id = slugOf(value);
      if (env.ids.has(id)) report(say.idTwice(id), place);
      else token.attrSet('id', newId(id, env));
    } else if (key === 'lang' && language.safeParse(value).success) {
      token.attrSet('lang', value);
      if (inText) token.attrSet('id', languageId(env));
    } else if (key === 'lang') report(say.badLanguage(value), at(one));
    else if (key === 'dir' && /^(ltr|rtl|auto)$/.test(value)) token.attrSet('dir', value);
    else report(say.attributeUnknown(one), at(one));
  }
}
