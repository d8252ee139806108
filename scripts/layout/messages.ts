import { nearest } from '../content/suggest.ts';
import { shorten } from '../content/wording.ts';
import type { Message } from '../finding.ts';

/** Everything the layout stage says to the person who runs the tool. */

export const languageWithoutWords = (lang: string): Message => ({
  severity: 'warning',
  code: 'layout/language-without-words',
  message: `There are no labels in the language "${lang}"; they are printed in English.`,
  hint: `Write every label of templates/words/en.json under \`words: {${lang}: …}\` in institution.md.`,
});

export const languageWithoutNumbers = (lang: string): Message => ({
  severity: 'warning',
  code: 'layout/language-without-numbers',
  message: `Amounts, dates and lists cannot be written in the language "${lang}"; they are printed as in English.`,
  hint: 'Use en, cy or fr, or add the language to the table in scripts/layout/numbers.ts.',
});

export const unknownLabel = (key: string, known: readonly string[]): Message => {
  const near = nearest(key, known);
  return {
    severity: 'warning',
    code: 'layout/unknown-label',
    message: `There is no label "${key}", so this wording is printed nowhere.`,
    hint: near
      ? `Did you mean \`${near}\`? Rename or remove it.`
      : 'Remove it, or use a name from templates/words/en.json.',
  };
};

export const labelPlaceholders = (key: string, expected: readonly string[]): Message => ({
  severity: 'warning',
  code: 'layout/label-values',
  message: `The wording for "${key}" has other values in braces than the label takes, so the standard wording is printed.`,
  hint: expected.length
    ? `Use exactly these: ${expected.map((name) => `{${name}}`).join(', ')}.`
    : 'Write it without braces.',
});

export const templateBroken = (problem: string): Message => ({
  severity: 'error',
  code: 'layout/template-broken',
  message: `The template cannot be read: ${problem}.`,
  hint: 'Close every {{#…}} with its {{/…}} and check the braces at this line.',
});

export const unknownPartial = (name: string, known: readonly string[]): Message => {
  const near = nearest(name, known);
  return {
    severity: 'error',
    code: 'layout/unknown-partial',
    message: `There is no partial \`${name}\` in templates/partials/.`,
    hint: near
      ? `Did you mean \`${near}\`?`
      : `Add templates/partials/${name}.hbs, or remove this line.`,
  };
};

export const unknownHelper = (name: string, known: readonly string[]): Message => ({
  severity: 'error',
  code: 'layout/unknown-helper',
  message: `There is no helper \`${name}\`.`,
  hint: `Use one of ${known.map((one) => `\`${one}\``).join(', ')}, or a name of the data without anything after it.`,
});

export const templateOutside = (): Message => ({
  severity: 'error',
  code: 'layout/template-outside',
  message: 'The template is a link to a file outside the project, which is not read.',
  hint: 'Put a copy of the file here instead of the link.',
});

export const templateFailed = (problem: string): Message => ({
  severity: 'error',
  code: 'layout/template-failed',
  message: `The template cannot be filled: ${problem}.`,
  hint: 'Use only partials of templates/partials/ and the helpers that the README lists; compare with the tool\u2019s own file of the same name.',
});

export const unknownCourse = (slug: string): Message => ({
  severity: 'error',
  code: 'layout/unknown-course',
  message: `There is no course "${slug}" in the language of this publication.`,
  hint: `Translate the course (${slug}.cy.md is its Welsh file), or set \`lang\` of the publication to a language that it has.`,
});

export const noCourse = (): Message => ({
  severity: 'error',
  code: 'layout/no-course',
  message: 'This publication is about one course but names none.',
  hint: 'Add `course:` with the name of a file in content/courses/, without `.md`.',
});

export const emptySection = (title: string): Message => ({
  severity: 'warning',
  code: 'layout/empty-section',
  message: `The section "${title}" has no courses and no pages, so it is left out.`,
  hint: 'Give it a subject that courses have, or `courses:` or `pages:`, or remove it.',
});

/** @param format `large` */
export const chartTooTall = (id: string, format: string): Message => ({
  severity: 'note',
  code: 'layout/chart-too-tall',
  message: `In ${format} print the chart \`${id}\` is taller than a page, so that only its table is printed.`,
  hint: 'Draw fewer rows if it is to be seen there, too.',
});

export const unknownChart = (id: string): Message => ({
  severity: 'error',
  code: 'layout/unknown-chart',
  message: `There is no chart "${id}" in the front matter.`,
  hint: `Add \`charts: {${id}: …}\` to the front matter, or correct the name.`,
});

export const linkElsewhere = (words: string, target: string, publication: string): Message => ({
  severity: 'warning',
  code: 'layout/link-elsewhere',
  message: `"${shorten(words)}" leads to ${target}, which is not in "${publication}": it is printed as words, without a link.`,
  hint: 'Give what it leads to a `web:` address, put it into the publication, or mark these words `{.book-only}`.',
});

export const unknownSize = (kind: string, size: string, sizes: readonly string[]): Message => ({
  severity: 'error',
  code: 'layout/unknown-size',
  message: `A ${kind} is not made in the size "${size}".`,
  hint:
    sizes.length > 1
      ? `Write one of these: ${sizes.join(', ')}.`
      : `Remove \`size\`: a ${kind} has one size.`,
});
