import { allFields, type FieldType } from './fields.ts';
import { ownNames } from './pattern.ts';

const operators: [written: string, about: string][] = [
  ['subject = Health', 'is that; of a list, any entry is'],
  ['subject != Health', 'the opposite, courses without the fact included'],
  ['title contains therapy', 'has these words in it'],
  ['subject in (Health, Law)', 'is one of these; `not in` is the opposite'],
  ['credits >= 60', '`<`, `>`, `<=`, `>=`: figures and dates'],
  ['starts < 2028-09', 'a day, a month or a year: `2028-09-27`, `2028-09`, `2028`'],
  ['images is given', 'is written; `promise is missing` is the opposite'],
  ['… and …, … or …, not …, ( … )', '`and` binds closer than `or`'],
];

/** Part of CONTENT.md: what `for` and `name` of a publication may say. */
export function manyReference(): string {
  const fields = allFields();
  const named = (type: FieldType) =>
    fields
      .filter(({ types }) => types.has(type) && (type !== 'group' || types.size === 1))
      .map(({ name }) => `\`${name}\``)
      .join(', ');
  return `## One file for many

A publication with \`for\` makes a piece for each course that its query matches; one with several kinds, or sizes, a piece of each. Such a file is about courses, so \`book\` is not among its kinds; each piece has the title of its course. Courses without a version in the file's language are left out, with a finding.

\`\`\`yaml
kind: [course-sheet, flyer, poster]
for: courses where faculty = Health and social care and level >= 7
name: "{course}-{kind}"
\`\`\`

\`for: courses\` takes all of them; \`where\` is followed by conditions.

| written | takes a course whose fact |
| --- | --- |
${operators.map(([written, about]) => `| \`${written}\` | ${about} |`).join('\n')}

Capitals, accents stored in another way, and how many spaces there are make no difference. A value needs quotes only if it has a comma, a bracket or a sign in it, or \`and\` or \`or\` followed by the name of a fact. Facts are those of the publication's \`year\`, of the translation as well as the original.

- Texts: ${named('text')}
- Figures: ${named('number')}
- Dates: ${named('date')}
- Yes or no: ${named('flag')}
- Groups, of which only \`is given\` and \`is missing\` can be asked: ${named('group')}

\`name\` names the files: words, and in braces ${ownNames.map((name) => `\`{${name}}\``).join(', ')} or any fact above that is no group; \`{publication}\` is the slug of the file. Everything becomes small letters, figures and hyphens, at most 80 bytes of them. In YAML a text that begins with a brace stands in quotes. Without \`name\`, the pieces of a file with several kinds are \`{course}-{kind}\`, those of one kind \`{publication}-{course}\`, with \`-{size}\` where there are several. Language, format and \`-draft\` are added as they are to any name. Two pieces of one name are an error, whatever files they come from.`;
}
