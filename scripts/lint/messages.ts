import { keyOf, namedFirst } from '../content/named.ts';
import { saying } from '../content/saying.ts';
import { listed, shorten } from '../content/wording.ts';
import type { Message } from '../finding.ts';

/** What is said about facts before anything is printed. */

const { gap, warning } = saying('lint');

// The institution

export const placeholderInstitution = () =>
  gap(
    'placeholder-institution',
    'The institution is a placeholder.',
    'Write your own name, address, contacts and brand, then remove `placeholder`.',
  );

export const institutionWithoutName = () =>
  gap('institution-name', 'The institution has no name.', 'Add `name`.');

export const institutionWithoutContacts = () =>
  warning(
    'institution-contacts',
    'The institution names nobody to ask.',
    'Add `contacts` with `- {for: Courses, role: general, email: ask@example.ac.uk}`.',
  );

// What a course has to say

export const materialMissing = (item: {
  key: string;
  severity: 'gap' | 'warning';
  what: string;
  example: string;
  orInstitution?: string;
}): Message => ({
  severity: item.severity,
  code: `lint/no-${item.key}`,
  message: `The course does not say ${item.what} (\`${item.key}\`).`,
  hint: item.orInstitution
    ? `Add it: \`${item.example}\`; in \`content/institution.md\` it holds for all courses.`
    : `Add it: \`${item.example}\`.`,
});

export const entryWithoutAcademic = () =>
  gap(
    'entry-academic',
    '`entry` does not say what degree or qualification is needed.',
    'Add `academic` to `entry`; write "None" if none is.',
  );

export const feeWithoutTotal = (audience: string) =>
  gap(
    'fee-total',
    `The fee for \`${shorten(audience)}\` has no price for the whole course.`,
    'Give the fee a `total`, or remove `fees`.',
  );

export const feeWithoutCovers = (audience: string) =>
  warning(
    'fee-covers',
    `The fee for \`${shorten(audience)}\` does not say what it pays for.`,
    'Give the fee `covers`, e.g. `covers: Teaching and supervision`.',
  );

export const feeWithoutDate = (audience: string) =>
  warning(
    'fee-valid-until',
    `The fee for \`${shorten(audience)}\` does not say until when it holds.`,
    'Give the fee `validUntil`, e.g. `validUntil: 2027-08-31`.',
  );

export const accreditationWithoutBody = () =>
  gap(
    'accreditation-body',
    'An accreditation does not say who accredits.',
    'Give it a `body`, or remove it.',
  );

export const accreditationWithoutDate = (body: string) =>
  warning(
    'accreditation-until',
    `The accreditation by ${shorten(body)} has no last day.`,
    'Give it `until`, e.g. `until: 2030-12-31`.',
  );

export const applyWithoutWay = () =>
  gap('apply-how', '`apply` does not say how.', 'Give it a `url` or a `text`.');

export const applyWithoutDate = () =>
  gap(
    'apply-until',
    '`apply` does not say until when.',
    'Give it `until`, e.g. `until: 2027-06-30`.',
  );

export const otherYear = (has: number, wanted: number) =>
  gap(
    'other-year',
    `The facts are for entry in ${has}; the publication is for ${wanted}.`,
    `Add what differs under \`years:\`, \`${wanted}:\`, or set \`year: ${wanted}\` once all facts hold for it.`,
  );

export const feesOfOtherYear = (wanted: number) =>
  gap(
    'fees-other-year',
    `None of the fees is for entry in ${wanted}, so none is printed.`,
    `Add fees with \`year: ${wanted}\`, or put them under \`years:\`, \`${wanted}:\`.`,
  );

// What nobody could back up

export const claimWithoutSource = (text: string) =>
  gap(
    'claim-source',
    `The claim "${shorten(text)}" has no source.`,
    'Give it a `source` (publisher, title, year), or remove the claim and its words.',
  );

export const claimIncomplete = (text: string, keys: readonly string[]) =>
  warning(
    'claim-incomplete',
    `The claim "${shorten(text)}" lacks ${listed(keys).replace(/ or (?=`[^`]*`$)/, ' and ')}.`,
    'Add when the source said it (`date`), what kind it is (`kind`) and where the proof is kept (`evidence`).',
  );

export const chartWithoutSource = (id: string) =>
  gap(
    'chart-source',
    `The chart \`${id}\` has no source.`,
    'Give it a `source`: who counted, and when.',
  );

export const chartEmpty = (id: string) =>
  gap('chart-empty', `The chart \`${id}\` has no rows.`, 'Give it `rows` or `data`, or remove it.');

export const chartWithoutUnit = (id: string) =>
  warning(
    'chart-unit',
    `The chart \`${id}\` does not say what its figures count.`,
    'Give it a `unit`, e.g. `unit: Sessions in thousands`.',
  );

export const chartWithoutAlt = (id: string) =>
  gap(
    'chart-alt',
    `The chart \`${id}\` has a specification of its own and no words for those who cannot see it.`,
    'Give it `alt` (what it is) and `sentence` (what it shows).',
  );

export const chartNotPlaced = (id: string) =>
  warning(
    'chart-not-placed',
    `The chart \`${id}\` stands nowhere in the text, so it is not printed.`,
    `Write \`![what it shows](chart:${id})\` on a line of its own, or remove the chart.`,
  );

export const figureWithoutSource = (label: string) =>
  gap(
    'figure-source',
    `The figure "${shorten(label)}" has no source.`,
    'Give it a `source`, or remove it.',
  );

export const careersWithoutClaim = () =>
  gap(
    'careers-claim',
    '`careers` has a figure in it that no claim backs up.',
    'Add the sentence to `claims` with its `source`, or take the figure out.',
  );

export const superlative = (words: string) =>
  warning(
    'superlative',
    `"${shorten(words)}" claims to be better than others, and no claim backs it up.`,
    'Add a claim with the same words and a `source`, or say what is done instead.',
  );

export const statistic = (words: string) =>
  warning(
    'statistic',
    `"${shorten(words)}" is a figure that somebody must have counted, and no claim backs it up.`,
    'Add a claim with the same words and a `source`, or take the figure out.',
  );

// Pictures

export const imageWithoutAlt = (file: string) =>
  gap(
    'image-alt',
    `The picture \`${shorten(file)}\` has no words for those who cannot see it.`,
    'Give it `alt`: what it shows; `alt: ""` if it only decorates.',
  );

export const imageWithoutCredit = (file: string) =>
  gap(
    'image-credit',
    `Nothing says who made the picture \`${shorten(file)}\`.`,
    'Give it `credit`: the name as it is printed, e.g. `credit: Ana Rees`.',
  );

export const imageWithoutRights = (file: string) =>
  gap(
    'image-rights',
    `Nothing says by what right the picture \`${shorten(file)}\` is used.`,
    'Give it `rights`: who holds them and the licence, e.g. `rights: Licensed until 2029`.',
  );

export const imageNotListed = (file: string) =>
  gap(
    'image-not-listed',
    `Nothing says who made the picture \`${shorten(file)}\` and by what right it is used.`,
    `List it under \`images:\` with \`file: ${shorten(file)}\`, \`alt\`, \`credit\` and \`rights\`.`,
  );

// Languages

export const noVersion = (slug: string, lang: string) =>
  gap(
    'no-version',
    `\`${slug}\` has no version in \`${lang}\`, so the publication goes without it.`,
    `Create \`${slug}.${lang}.md\` beside this file.`,
  );

/** @param facts the original's, each with the line on which its words stand there */
export const wordsOfOriginal = (
  facts: readonly { path: string; line: number | undefined }[],
  from: string,
  to: string,
  file: string,
) => {
  const shown = facts
    .slice(0, 20)
    .map(({ path, line }) => `\`${keyOf(path)}\`${line === undefined ? '' : ` (line ${line})`}`);
  return gap(
    'words-of-original',
    `${facts.length} ${facts.length === 1 ? 'fact has' : 'facts have'} no words in \`${to}\`; those in \`${from}\` are printed.`,
    `Translate from \`${file}\`: ${shown.join(', ')}${facts.length > 20 ? ', …' : ''}.`,
  );
};

export const proseOfOriginal = (from: string, to: string) =>
  gap(
    'prose-of-original',
    `The text below the facts is empty; that in \`${from}\` is printed.`,
    `Translate it into \`${to}\`.`,
  );

export const listDiffers = (path: string, own: number, other: number, file: string) =>
  gap(
    'list-differs',
    `${namedFirst(path)} has ${own} entries here and ${other} in \`${file}\`.`,
    'Give both the same entries, in the same order.',
  );

export const factDiffers = (path: string, own: string, other: string, file: string) =>
  gap(
    'fact-differs',
    `${namedFirst(path)} is ${shorten(own)} here and ${shorten(other)} in \`${file}\`.`,
    'Remove the line here: the fact then comes from the original.',
  );
