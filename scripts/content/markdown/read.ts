import type { Section } from '../model.ts';
import { type Context, type Env, nestingLimit, newEnv, type Use } from './env.ts';
import * as say from './messages.ts';
import { markdownParser } from './parser.ts';
import { sectionsOf } from './sections.ts';

/** What was read of a text, and what it refers to. */
export interface Prose {
  sections: Section[];
  /** Links within the project: `course:x`, `page:x#fees`, `#fees`. */
  links: Use[];
  /** Paths of pictures, below content/. */
  images: Use[];
  /** Files of snippets that were taken in. */
  snippets: string[];
  /** Names of headings and blocks, as `#fees` names them. */
  ids: ReadonlySet<string>;
}

/** Reads Markdown into sections of blocks. Everything that is wrong goes to `context.report`. */
export function readMarkdown(text: string, context: Context): Prose {
  const env = newEnv(context, text);
  const md = markdownParser();
  let sections: Section[] = [];
  try {
    sections = sectionsOf(md.parse(text, env), md, env);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    // The stack ran out: brackets nested by the thousand.
    const place = { file: context.file, line: context.firstLine };
    context.report(say.nestedTooDeep(nestingLimit), place);
  }
  reportUnusedNotes(env, text);
  const { links, images, ids } = env;
  return { sections, links, images, snippets: [...env.snippets].sort(), ids };
}

function reportUnusedNotes(env: Env, text: string): void {
  for (const [key, index] of Object.entries(env.footnotes?.refs ?? {})) {
    if (index >= 0) continue;
    const label = key.slice(1);
    const at = text.indexOf(`[^${label}]:`);
    const line = env.context.firstLine + (at < 0 ? 0 : text.slice(0, at).split('\n').length - 1);
    env.context.report(say.footnoteUnused(label), { file: env.context.file, line });
  }
}
