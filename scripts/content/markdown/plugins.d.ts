/** The plug-ins of markdown-it that bring no types of their own. */
declare module 'markdown-it-container' {
  import type { MarkdownIt, RendererRule } from 'markdown-it';
  export default function container(
    md: MarkdownIt,
    name: string,
    options: { validate?: (parameters: string) => boolean; render?: RendererRule },
  ): void;
}
declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';
  export default function deflist(md: MarkdownIt): void;
}
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function footnote(md: MarkdownIt): void;
}
