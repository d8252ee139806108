import type { MarkdownIt, Token } from 'markdown-it';
import type { Block, Inline, Section } from '../model.ts';
import { type Env, newId, placeOf } from './env.ts';
import * as say from './messages.ts';
import { pictures } from './pictures.ts';
import { wordsOf } from './words.ts';

type Prose = Extract<Block, { kind: 'prose' }>;

const tags: Record<string, Prose['tag']> = {
  paragraph_open: 'p',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  dl_open: 'dl',
  blockquote_open: 'blockquote',
  table_open: 'table',
  container_box_open: 'div',
  fence: 'pre',
  code_block: 'pre',
  hr: 'hr',
};

/** The blocks of a text under its headings of level 2. */
export function sectionsOf(tokens: readonly Token[], md: MarkdownIt, env: Env): Section[] {
  const sections: Section[] = [];
  const current = (line: number): Section => {
    let section = sections.at(-1);
    if (!section) {
      section = {
        level: 2,
        heading: undefined,
        id: newId('text', env),
        classes: [],
        blocks: [],
        line,
      };
      sections.push(section);
    }
    return section;
  };
  // Headings below level 2 that are open, with the classes that hold for all below them.
  let above: { level: number; classes: string[] }[] = [];
  walk(tokens, []);
  return sections;

  function walk(all: readonly Token[], classes: readonly string[]): void {
    for (const group of groups(all)) {
      const first = group[0]!;
      const { line } = placeOf(first, env);
      if (first.type === 'heading_open' && first.tag === 'h2') {
        const heading = inlineOf(group[1]!, md, env);
        const id = String(first.attrGet('id'));
        const own = [...classesOf(first), ...classes];
        above = [];
        sections.push({ level: 2, heading, id, classes: own, blocks: [], line: line ?? 1 });
      } else if (first.type === 'container_box_open' && isWrapper(first)) {
        walk(group.slice(1, -1), [...classes, ...classesOf(first)]);
      } else {
        if (first.type === 'heading_open') {
          const level = Number(first.tag[1]);
          above = above.filter((heading) => heading.level < level);
          above.push({ level, classes: classesOf(first) });
        }
        // Notes stand at the end of the file and belong to no heading.
        const isNotes = first.type === 'footnote_block_open';
        const inherited = isNotes ? [] : above.flatMap((heading) => heading.classes);
        const held = [...inherited, ...classes];
        current(line ?? 1).blocks.push(...blocksOf(group, held, md, env));
      }
    }
  }
}

/** Runs of tokens that belong together at the outermost level. */
function* groups(tokens: readonly Token[]): Generator<Token[]> {
  let depth = 0;
  let start = 0;
  for (const [i, token] of tokens.entries()) {
    depth += token.nesting;
    if (depth > 0) continue;
    yield tokens.slice(start, i + 1);
    start = i + 1;
  }
}

function blocksOf(
  group: readonly Token[],
  classes: readonly string[],
  md: MarkdownIt,
  env: Env,
): Block[] {
  const first = group[0]!;
  const place = placeOf(first, env);
  const lang = first.attrGet('lang');
  const base = {
    line: place.line ?? 1,
    file: place.file,
    classes: [...new Set([...classesOf(first), ...classes])],
    ...(lang ? { lang: String(lang) } : {}),
    text: wordsOf(group),
  };
  if (first.type === 'paragraph_open') {
    const shown = pictures(group[1]!, base, env);
    if (shown) return shown;
  }
  dropPictures(group, env);
  const html = md.renderer.render([...group], md.options, env).trim();
  if (first.type === 'heading_open') {
    const id = String(first.attrGet('id'));
    return [{ kind: 'heading', ...base, level: Number(first.tag[1]), id, html }];
  }
  if (first.type === 'footnote_block_open') return [{ kind: 'notes', ...base, html }];
  const tag = tags[first.type];
  const isEmpty = tag === 'p' && base.text === '';
  return tag && !isEmpty ? [{ kind: 'prose', ...base, tag, html }] : [];
}

/** A picture has a place of its own on the page: inside something else there is none for it. */
function dropPictures(group: readonly Token[], env: Env): void {
  for (const token of group) {
    if (!token.children?.some((child) => child.type === 'image')) continue;
    env.context.report(say.imageInText(), placeOf(token, env));
    token.children = token.children.filter((child) => child.type !== 'image');
  }
}

export function inlineOf(inline: Token, md: MarkdownIt, env: Env): Inline {
  dropPictures([inline], env);
  const children = inline.children ?? [];
  return { html: md.renderer.renderInline(children, md.options, env), text: wordsOf(children) };
}

/** `::: {.book-only}` is no box: its classes go to what stands in it. */
function isWrapper(token: Token): boolean {
  return /^\s*\{/.test(token.info);
}

function classesOf(token: Token): string[] {
  return String(token.attrGet('class') ?? '')
    .split(' ')
    .filter(Boolean);
}
