import { saying } from '../saying.ts';
import { listed, shorten } from '../wording.ts';

/** What is said about a publication file that stands for many, and of what its query matches; of the query see query-messages.ts. */

const { error, warning } = saying('content');

const quoted = (words: string) => `\`${shorten(words)}\``;

// What it matches

interface Asked {
  field: string;
  value: string;
  contains: boolean;
}

const noneHas = ({ field, value, contains }: Asked, isNothing: boolean) =>
  `No course has ${contains ? `${quoted(value)} in its \`${field}\`` : `the \`${field}\` ${quoted(value)}`}${isNothing ? ', so nothing is made of this file' : ''}.`;

/** @param values of that fact, the most common first */
export const noCourseHas = (
  asked: Asked,
  similar: string | undefined,
  values: readonly string[],
  isNothing: boolean,
) =>
  warning(
    'for-matches-nothing',
    noneHas(asked, isNothing),
    similar
      ? `Did you mean ${quoted(similar)}?`
      : values.length > 0
        ? `Correct it: courses have ${listed(values.map((one) => shorten(one, 40)))}.`
        : `No course has a \`${asked.field}\` at all: add it to courses, or ask for another fact.`,
  );

/** @param field that has the value */
export const otherFactHas = (asked: Asked, field: string, isNothing: boolean) =>
  warning(
    'for-matches-nothing',
    noneHas(asked, isNothing),
    `Did you mean \`${field} = ${shorten(asked.value)}\`?`,
  );

export const noCourseMeetsAll = (thereAre: boolean) =>
  warning(
    'for-matches-nothing',
    thereAre
      ? 'No course meets this, so nothing is made of this file.'
      : 'There is no course, so nothing is made of this file.',
    thereAre
      ? 'Loosen a condition; `or` takes courses that meet one of two.'
      : 'Put a course into `content/courses/`.',
  );

/** @param slugs of courses that are meant but cannot be printed in that language */
export const notInLanguage = (slugs: readonly string[], lang: string) =>
  warning(
    'for-no-version',
    slugs.length === 1
      ? `The course \`${slugs[0]}\` is left out: it has no version in \`${lang}\`.`
      : `${slugs.length} courses are left out, having no version in \`${lang}\`: ${listedAll(slugs)}.`,
    `Create \`${slugs[0]}.${lang}.md\`${slugs.length > 1 ? ' and the others' : ''}; or add \`lang = ${lang}\` to the query, and nothing is said of them.`,
  );

function listedAll(slugs: readonly string[]): string {
  const shown = slugs.slice(0, 12).map((slug) => `\`${slug}\``);
  const rest = slugs.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

// What goes with it

export const courseAndFor = () =>
  error(
    'for-and-course',
    'This file has both `course` and `for`: it is about one course or about many.',
    'Remove one of them.',
  );

export const bookForMany = () =>
  error(
    'for-book',
    'A book is one piece about many courses; `for` and a list of kinds make a piece for each.',
    'Give the book a file of its own, and list its courses under `sections`.',
  );

export const titleForMany = () =>
  warning(
    'for-title',
    'This file stands for many pieces; each has the title of its course, and this one is not printed.',
    'Remove `title`.',
  );

export const sizeOfNone = (size: string, kinds: readonly string[]) =>
  error(
    'for-size-of-none',
    `None of the kinds of this file (${kinds.join(', ')}) is made in the size \`${size}\`.`,
    'Remove it from `size`.',
  );

// Names of files

export const braceOpen = () =>
  error(
    'name-brace-open',
    'In `name` a brace is opened and not closed, or closed and not opened.',
    'Write `{course}`, with both braces.',
  );

export const unknownPlaceholder = (
  name: string,
  similar: string | undefined,
  known: readonly string[],
) =>
  error(
    'name-unknown',
    `\`name\` cannot have \`{${shorten(name)}}\` in it.`,
    similar
      ? `Did you mean \`{${similar}}\`?`
      : `Use one of ${listed(known.map((k) => `{${k}}`))}.`,
  );

/** @param slugs of the courses without it */
export const nameWithout = (key: string, slugs: readonly string[]) =>
  warning(
    'name-without',
    `${slugs.length === 1 ? 'The piece' : 'Pieces'} about ${listedAll(slugs)} ${slugs.length === 1 ? 'is' : 'are'} named without \`{${key}}\`, which ${slugs.length === 1 ? 'it lacks' : 'they lack'}.`,
    `Give ${slugs.length === 1 ? 'the course' : 'these courses'} its \`${key}\`, or leave \`{${key}}\` out of \`name\`.`,
  );

export const nameEmpty = () =>
  error(
    'name-empty',
    '`name` has neither letter nor figure that could name a file.',
    'Write it as in `name: "{course}-{kind}"`.',
  );
