import * as z from 'zod';
import { textLimitBytes } from './files.ts';
import { frontMatterLimit } from './front-matter.ts';
import { contentSchemas } from './json-schema.ts';
import { manyReference } from './many/reference.ts';
import { blockClasses, boxes } from './markdown/classes.ts';
import { allowedElements } from './markdown/html.ts';
import { email, isoDate, language, projectPath, slug, webAddress } from './schema/fields.ts';
import { bare } from './schema-keys.ts';

const files: Record<keyof typeof contentSchemas, { title: string; where: string }> = {
  institution: { title: 'The institution', where: '`content/institution.md`' },
  course: { title: 'A course', where: '`content/courses/*.md`' },
  page: { title: 'An editorial page', where: '`content/pages/*.md`' },
  publication: { title: 'A publication', where: '`content/publications/*.md`' },
};

/** `CONTENT.md`: every key of every file and all that prose may have, made from the schemas. */
export function contentReference(): string {
  const groups = new Groups();
  const parts = Object.entries(contentSchemas).map(([name, schema]) => {
    const { title, where } = files[name as keyof typeof files];
    return `## ${title}\n\n${where}: ${lower(schema.description ?? '')}.\n\n${groups.table(schema)}`;
  });
  // Groups name further groups: this goes on until none is left.
  const below = groups.tables();
  return [intro(), ...parts, '## Groups of keys', ...below, manyReference(), prose()]
    .join('\n\n')
    .concat('\n');
}

/** The groups of keys that tables refer to, each described once. */
class Groups {
  readonly named = new Map<z.ZodObject, string>();

  table(schema: z.ZodObject): string {
    const rows = Object.entries(schema.shape).map(([key, type]) => {
      const about = (type as z.ZodType).description ?? this.inner(type as z.ZodType) ?? '';
      const needed = (type as z.ZodType).safeParse(undefined).success ? '' : ' (needed)';
      return `| \`${key}\`${needed} | ${this.takes(type as z.ZodType, key)} | ${cell(about)} |`;
    });
    return ['| key | takes | |', '| --- | --- | --- |', ...rows].join('\n');
  }

  tables(): string[] {
    const parts: string[] = [];
    for (const [schema, name] of this.named) {
      const about = schema.description ? `: ${lower(schema.description)}` : '';
      parts.push(`### ${name}${about}\n\n${this.table(schema)}`);
    }
    return parts;
  }

  private inner(type: z.ZodType): string | undefined {
    return bare(type).find(({ description }) => description)?.description;
  }

  private takes(type: z.ZodType, key: string): string {
    const [first, ...others] = new Set(bare(type).map((one) => this.takesOne(one, key)));
    // Several choices are not told again for a list of them.
    const rest = others.map((one) => (one.startsWith('list of `') ? 'a list of these' : one));
    return [first, ...rest].join(' or ');
  }

  private takesOne(type: z.ZodType, key: string): string {
    if (type instanceof z.ZodArray) return `list of ${this.takes(type.element as z.ZodType, key)}`;
    if (type instanceof z.ZodTuple) return `list of ${type.def.items.length}`;
    if (type instanceof z.ZodRecord) {
      return `names, each with ${this.takes(type.valueType as z.ZodType, key)}`;
    }
    if (type instanceof z.ZodEnum) return type.options.map((value) => `\`${value}\``).join(', ');
    if (type instanceof z.ZodLiteral)
      return [...type.values].map((value) => `\`${value}\``).join(', ');
    if (type instanceof z.ZodNumber) return 'number';
    if (type instanceof z.ZodBoolean) return '`true`, `false`';
    if (type instanceof z.ZodObject) return this.link(type, key);
    return type instanceof z.ZodNull ? 'nothing' : formOf(type);
  }

  /** A group that several keys take is described under the name of the first. */
  private link(schema: z.ZodObject, key: string): string {
    const twins = [...this.named.values()].filter((name) => name.split(' (')[0] === key).length;
    const name = this.named.get(schema) ?? (twins > 0 ? `${key} (${twins + 1})` : key);
    this.named.set(schema, name);
    return `[${name}](#${anchor(schema, name)})`;
  }
}

/** Texts of a certain form, told by their pattern. */
const forms: [z.ZodString, string][] = [
  [isoDate, 'date'],
  [webAddress, 'web address'],
  [email, 'e-mail address'],
  [projectPath, 'path'],
  [slug, 'slug'],
  [language, 'language'],
];

function formOf(type: z.ZodType): string {
  const own = patternOf(type);
  return (own && forms.find(([form]) => patternOf(form) === own)?.[1]) || 'text';
}

function patternOf(type: z.ZodType): string {
  const checks = (type.def.checks ?? []) as { _zod: { def: { pattern?: RegExp } } }[];
  return checks.map(({ _zod }) => _zod.def.pattern?.source ?? '').join('');
}

/** As GitHub makes it from the heading. */
function anchor(schema: z.ZodObject, name: string): string {
  const heading = schema.description ? `${name}: ${lower(schema.description)}` : name;
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function lower(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

function intro(): string {
  return `# Content

What can be written in \`content/\`. This page is made from the schemas (\`scripts/content/schema/\`) by \`node scripts/content/docs.ts\`; change it there.

A file has two parts: facts between two lines of \`---\`, written in YAML, and prose below them, written in Markdown. Every key may be left out but those marked as needed; what a publication must say and does not is listed when it is built, and nothing is invented. Dates are year-month-day. A text with \`: \`, \`#\`, or \`[\` at its start goes in quotes.

- The **slug**, the name in addresses and file names, is the file's name unless \`slug\` says otherwise.
- A **translation** lies beside its original: \`x.cy.md\` is \`x.md\` in Welsh. Facts it does not repeat come from the original; groups of keys are merged key by key, a list of the same length entry by entry. Words that are missing come from the original too, with a finding.
- **Years**: facts under \`years:\` win over those above them in a publication for that year, and of several fees those of the year (or of none) are printed.
- **Limits**: a file has at most ${textLimitBytes / 1e6} MB, its front matter ${frontMatterLimit / 1024} KB. Text is UTF-8.

Editors complete keys from the JSON Schemas in \`templates/schema/\`: \`course.json\`, \`page.json\`, \`publication.json\`, \`institution.json\`. In an editor that reads schemas for front matter, assign them by folder (\`content/courses/*.md\` takes \`course.json\`); one that honours comments takes \`# yaml-language-server: $schema=…/templates/schema/course.json\` as the first line below \`---\`.`;
}

function prose(): string {
  const list = (words: Record<string, string>, form: (name: string) => string) =>
    Object.entries(words)
      .map(([name, about]) => `| \`${form(name)}\` | ${about} |`)
      .join('\n');
  return `## Prose

Markdown as CommonMark has it, with tables, footnotes (\`[^1]\`, \`^[in the line]\`) and definition lists (\`: \` below a term). Headings begin with \`##\`; the file's \`title\` is its level 1. Quotation marks, dashes, and the spaces in dates, amounts, telephone numbers and figures with units are set by the rules of the language: type them plainly. A backslash before a mark keeps it as typed.

| written | gives |
| --- | --- |
| \`[words](https://…)\`, \`mailto:…\`, \`tel:…\` | a link out |
| \`[words](course:slug)\`, \`[words](page:slug#heading)\`, \`[words](#heading)\` | a link within the project; in a book with the page where it leads, "How to apply (page 40)"; in a piece that does not have what it leads to, to that file's \`web\` address |
| \`![what it shows](images/room.jpg "Caption")\` on a line of its own | a picture from \`content/images/\` |
| \`![what it is](chart:name)\` on a line of its own | the chart \`name\` of this file's \`charts\` |
| \`{{> snippet terms}}\` on a line of its own | the words of \`content/snippets/terms.md\`, or \`terms.cy.md\` in a Welsh file |
| \`*mot*{lang=fr}\`, \`<span lang="fr">mot</span>\` | words in another language |
| \`## Heading {#name}\` | a heading that links find under \`#name\` |

Classes stand in braces at the end of a heading (then they hold for all below it), of a paragraph or of an entry of a list, or alone on the line below a block: \`## Fees {.in-facts}\`. \`::: {.book-only}\` … \`:::\` gives them to several blocks.

| class | |
| --- | --- |
${list(blockClasses, (name) => `.${name}`)}

Boxes open with three colons and a name, and close with \`:::\`.

| box | |
| --- | --- |
${list(boxes, (name) => `::: ${name}`)}

Of HTML, ${allowedElements.map((name) => `\`<${name}>\``).join(', ')} are taken, with \`lang\`, \`dir\` and \`title\` and no other attributes. Comments are not printed.

## Pictures

JPEG, PNG, TIFF, WebP or AVIF below \`content/images/\`. Only what is seen gets into a piece: where, when and with what a picture was taken stays out.

- **Whose it is**: \`credit\` is printed with the picture, \`rights\` say why it may be. Without either a draft warns and a final piece is not made; nor is it once \`consentUntil\` has passed. A picture in the prose takes all of this from the entry of \`images\` that names the same \`file\`.
- **What must stay**: each place has its own shape, and the picture is cropped to it. \`focus: [40, 30]\` is a point, in percent from left and from top, that comes as near to the middle as can be; \`focus: [20, 10, 60, 80]\` is an area (left, top, right, bottom) that stays whole wherever the shape has room for it. 0 and 100 are the picture's edge, wherever the bleed is cut. A crop that cuts an area, or comes close to a point, is a warning, one that leaves less than half an error; a build draws what is lost in \`output/report/crops/\`.
- **How fine it is**, after cropping, at the size at which it is printed:

| pixels an inch | error below | warning below | kept at most |
| --- | --- | --- | --- |
| in the hand | 150 | 225 | 300 |
| A3 and larger | 100 | 150 | 200 |
| on a screen (card, slide, page of the web), 96 being one pixel for one | 72 | 96 | 192 |

## Charts from tables

\`data: data/sessions.csv\` reads rows from a file below \`content/\`: its first line names the columns (\`x\`, \`y\`, \`series\` and \`kind\` say which is which), commas, semicolons or tabs part the cells, figures have no thousands separator.`;
}
