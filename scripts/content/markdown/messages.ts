import { saying } from '../saying.ts';
import { listed, shorten } from '../wording.ts';

/** What is said about prose. */

const { error, gap, warning } = saying('markdown');

const instead: Record<string, string> = {
  a: 'Write `[words](address)`.',
  b: 'Write `**words**`.',
  strong: 'Write `**words**`.',
  em: 'Write `*words*`.',
  img: 'Write `![what it shows](images/room.jpg)` on a line of its own.',
  q: 'Type quotation marks.',
  code: 'Write the words between backticks.',
  table: 'Write the table with `|` between the cells.',
  ul: 'Begin each entry with `- `.',
  ol: 'Begin each entry with `1. `.',
  li: 'Begin each entry with `- `.',
  p: 'Leave an empty line between paragraphs.',
  div: 'Write `::: note` above and `:::` below.',
  blockquote: 'Begin each line with `> `.',
  script: 'Delete it: no program of the content is ever run.',
  style: 'Delete it: how things look is said in `templates/`.',
  iframe: 'Delete it, and link to the address instead.',
  '!': 'Delete it: of markup only Markdown and comments are read.',
};

export const htmlRefused = (tag: string, allowed: readonly string[]) =>
  error(
    'html',
    tag === '!'
      ? 'Markup like `<!…>` or `<?…>` is not taken.'
      : `The HTML element \`<${shorten(tag, 20)}>\` is not taken.`,
    Object.hasOwn(instead, tag)
      ? instead[tag]!
      : `Write it in Markdown; of HTML only ${allowed.map((name) => `\`${name}\``).join(', ')} are taken.`,
  );

export const htmlAttribute = (tag: string, attribute: string) =>
  error(
    'html-attribute',
    `\`<${tag}>\` does not take the attribute \`${shorten(attribute, 30)}\`.`,
    'Remove it; `lang`, `dir` and `title` are taken.',
  );

export const htmlUnclosed = (tag: string) =>
  error(
    'html-unclosed',
    `\`<${tag}>\` is not closed where it opened.`,
    `Write \`</${tag}>\` in the same paragraph, inside the same emphasis or link.`,
  );

export const htmlNotOpen = (tag: string) =>
  error(
    'html-not-open',
    `\`</${tag}>\` closes nothing.`,
    `Remove it, or write \`<${tag}>\` before it.`,
  );

export const badLanguage = (value: string) =>
  error(
    'language',
    `\`${shorten(value, 30)}\` is not a language tag.`,
    'Write a tag such as `fr`, `cy` or `en-GB`.',
  );

export const linkRefused = (href: string) =>
  error(
    'link',
    `The link leads to \`${shorten(href)}\`, an address that is not taken.`,
    /^[^\s/:@]+@[^\s/:@]+\.\w+$/.test(href)
      ? `Write \`mailto:${shorten(href)}\`.`
      : /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(href)
        ? `Write \`https://${shorten(href)}\`.`
        : 'Use `https://…`, `mailto:…`, `tel:…`, `#heading`, `course:slug` or `page:slug`.',
  );

export const linkToFile = (href: string, instead_: string) =>
  error(
    'link-to-file',
    `The link leads to the file \`${shorten(href)}\`.`,
    `Write \`${instead_}\`.`,
  );

export const linkDead = (href: string, similar: string | undefined) =>
  error(
    'link-dead',
    `The link leads to \`${shorten(href)}\`, which does not exist.`,
    similar ? `Did you mean \`${similar}\`?` : 'Correct the link, or remove it.',
  );

export const linkWithoutWords = () =>
  error('link-without-words', 'The link has no words.', 'Write words between the square brackets.');

export const imageInText = () =>
  error(
    'image-in-text',
    'A picture or chart stands inside a paragraph, list, table or quotation.',
    'Put it on a line of its own, with an empty line above and below.',
  );

export const imagePath = (path: string) =>
  error(
    'image-path',
    `\`${shorten(path)}\` is not a path inside \`content/\`.`,
    'Put the picture into `content/images/` and write `images/name.jpg`.',
  );

export const chartUnknown = (id: string, similar: string | undefined) =>
  error(
    'chart-unknown',
    `There is no chart \`${shorten(id)}\` in the front matter of this file.`,
    similar ? `Did you mean \`chart:${similar}\`?` : `Describe it under \`charts:\`, or remove it.`,
  );

export const headingOne = () =>
  warning(
    'heading-one',
    'A heading with one `#` is the title of the file, which `title` in the front matter gives.',
    'Begin headings with `##`; remove this one if it repeats the title.',
  );

export const headingSkipped = (level: number, before: number) =>
  warning(
    'heading-skipped',
    `This heading is of level ${level}, the one above of level ${before}: a level is left out.`,
    `Begin it with \`${'#'.repeat(before + 1)}\`.`,
  );

export const headingEmpty = () =>
  error('heading-empty', 'The heading has no words.', 'Write them after `##`, or remove the line.');

export const headingAlone = (words: string) =>
  warning(
    'heading-alone',
    `Nothing stands below the heading "${shorten(words, 50)}", so it is not printed.`,
    'Write its text, or remove the heading.',
  );

export const classUnknown = (name: string, similar: string | undefined, known: string[]) =>
  warning(
    'class-unknown',
    `\`.${shorten(name, 30)}\` is not a class that anything looks at.`,
    similar
      ? `Did you mean \`.${similar}\`?`
      : `Use ${listed(known.map((k) => `.${k}`))}; or remove it.`,
  );

export const attributeUnknown = (name: string) =>
  warning(
    'attribute-unknown',
    `The attribute \`${shorten(name, 30)}\` is not taken here.`,
    'Use `.class`, `lang=…` or `dir=…`; `#name` on headings and blocks.',
  );

export const idTwice = (id: string) =>
  error(
    'id-twice',
    `The name \`#${id}\` is given twice in this file.`,
    'Give one of them another name.',
  );

export const containerUnknown = (name: string, similar: string | undefined, known: string[]) =>
  warning(
    'container-unknown',
    `\`::: ${shorten(name, 30)}\` is not a kind of box.`,
    similar ? `Did you mean \`::: ${similar}\`?` : `Use ${listed(known.map((k) => `::: ${k}`))}.`,
  );

export const containerOpen = () =>
  warning(
    'container-open',
    'This `:::` is not closed.',
    'Write `:::` alone on a line after its end.',
  );

export const footnoteMissing = (label: string) =>
  error(
    'footnote-missing',
    `There is no footnote \`[^${shorten(label, 30)}]\`.`,
    `Write \`[^${shorten(label, 30)}]: …\` on a line of its own, or remove the mark.`,
  );

export const footnoteUnused = (label: string) =>
  warning(
    'footnote-unused',
    `Nothing refers to the footnote \`${shorten(label, 30)}\`, so it is not printed.`,
    `Write \`[^${shorten(label, 30)}]\` where it belongs, or remove it.`,
  );

export const footnotesTooMany = (limit: number) =>
  error(
    'footnotes-too-many',
    `The file has more than ${limit} footnotes.`,
    'Put what matters into the text and remove the others.',
  );

export const paragraphTooLong = (characters: number, limit: number) =>
  error(
    'paragraph-too-long',
    `This paragraph has ${characters} characters; ${limit} is the most.`,
    'Divide it with an empty line.',
  );

export const nestedTooDeep = (limit: number) =>
  error(
    'nested-too-deep',
    `Lists, quotations and emphasis are nested more than ${limit} deep here.`,
    'Nest less: what stands deeper is not read.',
  );

export const snippetMissing = (name: string, similar: string | undefined) =>
  error(
    'snippet-missing',
    `There is no snippet \`${shorten(name)}\`.`,
    similar
      ? `Did you mean \`${similar}\`?`
      : `Create \`content/snippets/${shorten(name)}.md\`, or remove the line.`,
  );

export const snippetRecursion = (chain: readonly string[]) =>
  error(
    'snippet-recursion',
    `The snippet takes itself in: ${chain.join(' > ')}.`,
    'Remove one of these lines.',
  );

export const snippetsTooMany = (limit: number) =>
  error(
    'snippets-too-many',
    `The file takes in more than ${limit} snippets, counting those within snippets.`,
    'Write longer snippets, and fewer.',
  );

export const snippetForm = () =>
  error(
    'snippet-form',
    'Of `{{…}}` only `{{> snippet name}}`, alone on its line, is read in content.',
    'Correct it; write `\\{\\{` where the braces themselves are to be printed.',
  );

export const snippetLanguage = (name: string, lang: string) =>
  gap(
    'snippet-language',
    `The snippet \`${name}\` is not there in \`${lang}\`; the original's words are used.`,
    `Create \`content/snippets/${name}.${lang}.md\`.`,
  );

// Tables

export const tableCells = (cells: number, columns: number) =>
  warning(
    'table-cells',
    `This row has ${counted(cells, 'cell')}, the head of the table ${columns}: ${cells > columns ? 'what is over is not printed' : 'the rest stays empty'}.`,
    cells > columns
      ? 'Write `\\|` for a bar within a cell, or give the head another column.'
      : 'Add the missing cells with `|`, or an empty line above what is no row.',
  );

export const tableSeparator = (marked: number, columns: number) =>
  error(
    'table-separator',
    `This line marks ${counted(marked, 'column')} and the head above it has ${columns}, so this is no table: its bars would be printed.`,
    `Write \`|${' --- |'.repeat(Math.min(columns, 12))}\`, or correct the head.`,
  );

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
