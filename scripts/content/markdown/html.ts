import type { StateCore, Token } from 'markdown-it';
import { language } from '../schema/fields.ts';
import { type Env, languageId, nestingLimit, placeAt, placeOf } from './env.ts';
import * as say from './messages.ts';

/** Elements within a line that say something Markdown cannot, and do no harm. */
export const allowedElements = [
  'abbr',
  'bdi',
  'bdo',
  'br',
  'cite',
  'dfn',
  'i',
  'kbd',
  'mark',
  's',
  'samp',
  'small',
  'span',
  'sub',
  'sup',
  'time',
  'var',
  'wbr',
];

const isVoid = (tag: string) => tag === 'br' || tag === 'wbr';

/** An element that is open: one of Markdown's own, or one written as HTML. */
interface Open {
  token: Token;
  html: boolean;
}

/**
 * Takes out all raw HTML but the harmless elements, keeps these balanced, and writes each anew from
 * its parts, so that nothing of the source's own markup is passed on.
 */
export function html(state: StateCore): void {
  const env = state.env as Env;
  const refused: string[] = [];
  state.tokens = state.tokens.filter((token) => {
    if (token.type !== 'html_block') return true;
    // The end of what was refused has been said at its beginning.
    const end = /^\s*<\/([a-z][\w-]*)\s*>\s*$/i.exec(token.content)?.[1]?.toLowerCase();
    const opened = end === undefined ? -1 : refused.lastIndexOf(end);
    if (opened >= 0) {
      refused.splice(opened, 1);
      return false;
    }
    const tag = /^\s*<\/?([a-z][\w-]*)/i.exec(token.content)?.[1]?.toLowerCase();
    if (tag) {
      refused.push(tag);
      const place = placeAt(token, env, 0, `<${tag}`);
      env.context.report(say.htmlRefused(tag, allowedElements), place);
    } else if (!/^\s*<!--[\s\S]*-->\s*$/.test(token.content)) {
      env.context.report(say.htmlRefused('!', allowedElements), placeOf(token, env));
    }
    return false;
  });
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.children) token.children = clean(token, env);
  }
}

function clean(inline: Token, env: Env): Token[] {
  const out: Token[] = [];
  const open: Open[] = [];
  let lines = 0;
  let tooDeep = false;
  const tell = (message: Parameters<Env['context']['report']>[0], source?: string) =>
    env.context.report(message, placeAt(inline, env, lines, source?.split('\n')[0] ?? ''));

  for (const child of inline.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') lines++;
    if (child.type === 'html_inline') {
      const source = child.content;
      const tag = /^<(\/?)([a-z][\w-]*)/i.exec(source);
      const name = tag?.[2]?.toLowerCase() ?? '!';
      if (source.startsWith('<!--')) {
        // A comment is the writer's note to self.
      } else if (!allowedElements.includes(name)) {
        if (!tag?.[1]) tell(say.htmlRefused(name, allowedElements), source);
      } else if (tag?.[1]) closeHtml(name, source);
      else {
        rewrite(child, name, env, (message) => tell(message, source));
        if (!isVoid(name)) open.push({ token: child, html: true });
        out.push(child);
      }
      lines += source.split('\n').length - 1;
    } else {
      if (child.nesting === -1) {
        while (open.at(-1)?.html) closeForgotten();
        open.pop();
      }
      out.push(child);
      if (child.nesting === 1) open.push({ token: child, html: false });
    }
    if (open.length > nestingLimit && !tooDeep) {
      tooDeep = true;
      tell(say.nestedTooDeep(nestingLimit));
    }
  }
  while (open.length > 0) {
    if (open.at(-1)!.html) closeForgotten();
    else open.pop();
  }
  return out;

  function closeHtml(name: string, source: string): void {
    const floor = open.findLastIndex((element) => !element.html);
    const at = open.findLastIndex((element) => element.html && nameOf(element.token) === name);
    if (at <= floor || isVoid(name)) {
      tell(say.htmlNotOpen(name), source);
      return;
    }
    while (open.length > at + 1) closeForgotten();
    out.push(closing(open.pop()!.token));
  }

  function closeForgotten(): void {
    const { token } = open.pop()!;
    tell(say.htmlUnclosed(nameOf(token)));
    out.push(closing(token));
  }
}

const nameOf = (token: Token) => (token.meta as { element: string }).element;

function closing(opener: Token): Token {
  const token = Object.assign(Object.create(Object.getPrototypeOf(opener)) as Token, opener);
  token.content = `</${nameOf(opener)}>`;
  token.meta = { element: nameOf(opener), closes: true };
  return token;
}

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function rewrite(
  token: Token,
  name: string,
  env: Env,
  report: (message: Parameters<Env['context']['report']>[0]) => void,
): void {
  const kept: [string, string][] = [];
  for (const [, key, ...values] of token.content.slice(name.length + 1).matchAll(attribute)) {
    const attr = (key ?? '').toLowerCase();
    const value = values.find((given) => given !== undefined) ?? '';
    if (attr === 'lang' && language.safeParse(value).success) {
      kept.push(['lang', value], ['id', languageId(env)]);
    } else if (attr === 'lang') report(say.badLanguage(value));
    else if (attr === 'title' || (attr === 'dir' && /^(ltr|rtl|auto)$/i.test(value))) {
      kept.push([attr, value]);
    } else report(say.htmlAttribute(name, attr));
  }
  const lang = kept.find(([key]) => key === 'lang')?.[1];
  token.meta = { element: name, lang };
  token.content = `<${[name, ...kept.map(([key, value]) => `${key}="${escapeValue(value)}"`)].join(' ')}>`;
}

/** A value as written may have entities already: they stay. */
function escapeValue(value: string): string {
  return value
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
