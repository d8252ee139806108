import type { Context } from '../../../scripts/content/markdown/env.ts';
import { readMarkdown } from '../../../scripts/content/markdown/read.ts';
import type { Block } from '../../../scripts/content/model.ts';
import { collector } from '../../../scripts/finding.ts';

export const file = 'content/courses/x.md';

/** Reads Markdown as the prose of a course `x` whose front matter takes nine lines. */
export function prose(
  text: string,
  more: Partial<Context> & { snippets?: Record<string, string> } = {},
) {
  const { findings, report } = collector();
  const { snippets = {}, ...context } = more;
  const read = readMarkdown(text, {
    file,
    firstLine: 10,
    lang: 'en-GB',
    anchor: 'course-x',
    charts: ['sessions'],
    snippet: (name) =>
      Object.hasOwn(snippets, name)
        ? { file: `content/snippets/${name}.md`, text: snippets[name]!, inLanguage: true }
        : undefined,
    snippetNames: () => Object.keys(snippets),
    report,
    ...context,
  });
  const blocks = read.sections.flatMap((section) => section.blocks);
  return { ...read, blocks, findings, html: blocks.map(htmlOf).join('\n') };
}

function htmlOf(block: Block): string {
  return 'html' in block ? block.html.replace(/ data-src="[^"]*"/g, '') : `[${block.kind}]`;
}
