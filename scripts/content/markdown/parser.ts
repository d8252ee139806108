import createParser, { type MarkdownIt, type Token } from 'markdown-it';
import container from 'markdown-it-container';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { attributes } from './attributes.ts';
import { type Env, nestingLimit } from './env.ts';
import { headings } from './headings.ts';
import { html } from './html.ts';
import { links } from './links.ts';
import { snippet } from './snippets.ts';
import { bound, sources } from './sources.ts';
import { tables } from './tables.ts';
import { typography } from './typesetting.ts';

let parser: MarkdownIt | undefined;

/** CommonMark with what content may use besides; one parser for a process, it keeps no state. */
export function markdownParser(): MarkdownIt {
  parser ??= makeParser();
  return parser;
}

function makeParser(): MarkdownIt {
  const md = createParser({ html: true, maxNesting: nestingLimit });
  md.use(footnote).use(deflist);
  md.use(container, 'box', {
    validate: (parameters) => /^\s*[\p{L}{]/u.test(parameters),
    render: (tokens, i, options, _env, self) => self.renderToken(tokens, i, options),
  });
  md.block.ruler.before('table', 'snippet', snippet, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  tables(md);
  // Links are looked at by our own rule, which can say what is wrong with them.
  md.validateLink = () => true;
  // Order matters: where things stand, then what may be there, then how it is set.
  md.core.ruler.after('block', 'sources', sources);
  md.core.ruler.after('sources', 'bound', bound);
  for (const [name, rule] of Object.entries({ attributes, html, headings, links, typography })) {
    md.core.ruler.before('linkify', name, rule);
  }
  Object.assign(md.renderer.rules, noteRules);
  return md;
}

interface NoteMeta {
  id: number;
}

/** Footnotes: a number in the text that leads to the note. No way back: a page has its own. */
const noteRules = {
  footnote_ref(tokens: Token[], i: number, _options: unknown, env: Env): string {
    const { id } = tokens[i]!.meta as unknown as NoteMeta;
    const href = `#${env.context.anchor}--note-${id + 1}`;
    return `<sup class="note-ref"><a href="${href}">${id + 1}</a></sup>`;
  },
  footnote_block_open: () => '<ol class="notes">\n',
  footnote_block_close: () => '</ol>\n',
  footnote_open(tokens: Token[], i: number, _options: unknown, env: Env): string {
    return `<li id="${env.context.anchor}--note-${(tokens[i]!.meta as unknown as NoteMeta).id + 1}">`;
  },
  footnote_close: () => '</li>\n',
  footnote_anchor: () => '',
};
