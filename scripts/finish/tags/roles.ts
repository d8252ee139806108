/**
 * What an element is, as the page says it through a private subtag of its language (BCP 47, 2.2.7):
 * `en-GB-x-p-17` is a paragraph, the 17th of what is marked so. Chromium copies any language into the
 * structure; nothing else that a template can say comes through. What has the same mark is one
 * element: a paragraph that goes on in the next column.
 */
export interface Role {
  /** Undefined where the element is what Chromium takes it for. */
  type: string | undefined;
  key: string;
}

const TYPES: Record<string, string | undefined> = {
  /** Goes on, or is gone on with. */
  c: undefined,
  p: 'P',
  sect: 'Sect',
  div: 'Div',
  l: 'L',
  li: 'LI',
  lbl: 'Lbl',
  lbody: 'LBody',
  toc: 'TOC',
  toci: 'TOCI',
  note: 'Note',
  caption: 'Caption',
};

/** The role in a language tag; undefined if it has none. */
export function roleOf(lang: string): Role | undefined {
  const [, name = '', number = ''] = /-x-([a-z]+)-(\d+)$/i.exec(lang) ?? [];
  const role = name.toLowerCase();
  if (!Object.hasOwn(TYPES, role)) return undefined;
  return { type: TYPES[role], key: `${role}-${number}` };
}
