import type { StateCore, Token } from 'markdown-it';
import { anchorOf, type Target } from '../model.ts';
import { readName } from '../names.ts';
import { type Env, placeAt } from './env.ts';
import * as say from './messages.ts';
import { wordsOf } from './words.ts';

/** Lets through links out (https, mailto, tel) and links within the project; notes the latter. */
export function links(state: StateCore): void {
  const env = state.env as Env;
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.children) ofInline(token, env);
  }
}

function ofInline(inline: Token, env: Env): void {
  const children = inline.children!;
  let lines = 0;
  let refused = false;
  inline.children = children.filter((child, i) => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') lines++;
    if (child.type === 'link_close' && refused) {
      refused = false;
      return false;
    }
    if (child.type !== 'link_open') return true;
    const typed = String(child.attrGet('href') ?? '');
    const href = decoded(typed);
    const place = placeAt(inline, env, lines, href, typed);
    const close = children.indexOf(childClosing(children, i), i);
    const isEmpty = wordsOf(children.slice(i + 1, close)) === '' && !children[i + 1]?.children;
    if (isEmpty) env.context.report(say.linkWithoutWords(), place);
    refused = !lead(child, href, env, place);
    return !refused;
  });
}

function childClosing(children: readonly Token[], from: number): Token {
  return children.find((child, i) => i > from && child.type === 'link_close')!;
}

/** Sets where a link leads; false if it may not lead there. */
function lead(link: Token, href: string, env: Env, place: ReturnType<typeof placeAt>): boolean {
  if (/^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+$|tel:\+?[\d().-]+$)/i.test(href)) return true;
  const within = /^(?:(course|page):([^\s#]+))?(?:#(\S+))?$/.exec(href);
  if (within && href !== '') {
    const [, kind, slug, anchor] = within;
    const base = kind && slug ? anchorOf(kind as Target, slug) : env.context.anchor;
    link.attrSet('href', anchor ? `#${base}--${anchor}` : `#${base}`);
    if (base !== env.context.anchor) link.attrSet('data-to', `${kind}:${slug}`);
    env.links.push({ to: href, place });
    return true;
  }
  const file = /(?:^|\/)(courses|pages)\/([^/#]+\.md)(?:#.*)?$|^([^/:#]+\.md)$/i.exec(href);
  const name = file?.[2] ?? file?.[3];
  if (name) {
    const kind = (file?.[1] ?? '') === 'pages' ? 'page' : 'course';
    env.context.report(say.linkToFile(href, `${kind}:${readName(name).slug ?? name}`), place);
  } else env.context.report(say.linkRefused(href), place);
  return false;
}

function decoded(href: string): string {
  if (!/^(course|page):|^#|\.md$/i.test(href)) return href;
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
