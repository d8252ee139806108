import { saying } from '../saying.ts';
import { listed, shorten } from '../wording.ts';

/** What is said about a query that cannot be understood. */

const { error } = saying('content');

const example = '`for: courses where subject = Health`';
const quoted = (words: string) => `\`${shorten(words)}\``;

/** @param condition the whole text, where it is one */
export const notCourses = (first: string, condition: string | undefined) =>
  error(
    'for-not-courses',
    first === ''
      ? '`for` names nothing to make pieces of.'
      : `\`for\` begins with ${quoted(first)}; it makes pieces of courses only.`,
    first.toLowerCase() === 'course'
      ? 'Did you mean `courses`?'
      : condition
        ? `Write \`courses where ${shorten(condition, 90)}\`.`
        : `Begin with \`courses\`: \`for: courses\` for all, ${example} for some.`,
  );

export const noWhere = (found: string) =>
  error(
    'for-no-where',
    `After \`courses\` stands ${quoted(found)}; only \`where\` can follow.`,
    `Write it as in ${example}.`,
  );

export const noField = (found: string | undefined) =>
  error(
    'for-no-field',
    found === undefined
      ? 'The query ends where the name of a fact is wanted.'
      : `${quoted(found)} stands where the name of a fact is wanted.`,
    'Write a fact, a sign and a value: `subject = Health`.',
  );

export const unknownField = (name: string, similar: string | undefined, known: readonly string[]) =>
  error(
    'for-unknown-fact',
    `A course has no fact ${quoted(name)}.`,
    similar
      ? `Did you mean \`${similar}\`?`
      : `Use one of ${listed(known)}. If it belongs to the value before it, put that in quotes.`,
  );

const meant: Readonly<Record<string, string>> = {
  ...{ '==': '=', '===': '=', '=<': '<=', '=>': '>=', '<>': '!=', '!': '!=', '!==': '!=' },
  ...{ equals: '=', includes: 'contains', has: 'contains', like: 'contains' },
};

export const noOperator = (field: string, found: string | undefined) => {
  const similar = found && meant[found.toLowerCase()];
  return error(
    'for-no-comparison',
    found === undefined
      ? `The query ends after ${quoted(field)}.`
      : `After ${quoted(field)} stands ${quoted(found)}, which compares nothing.`,
    similar
      ? `Did you mean \`${similar}\`?`
      : 'Compare with `=`, `!=`, `<`, `>`, `<=`, `>=`, `contains`, `in (a, b)`, `is missing` or `is given`. Put a value in quotes if this belongs to it.',
  );
};

export const isWhat = (field: string, found: string | undefined) =>
  error(
    'for-is-what',
    found === undefined
      ? 'The query ends after `is`.'
      : `After \`is\` stands ${quoted(found)}; only \`missing\` and \`given\` can follow.`,
    found === undefined
      ? `Write \`${shorten(field)} is given\` or \`${shorten(field)} is missing\`.`
      : `Write \`${shorten(field)} = …\` to compare, \`is given\` or \`is missing\` to ask whether it is there.`,
  );

export const inWithoutList = () =>
  error(
    'for-in-without-list',
    'After `in` stands no list.',
    'Write the choices in brackets: `in (Health, Law)`.',
  );

export const noValue = (after: string) =>
  error(
    'for-no-value',
    `A value is wanted after ${quoted(after)}.`,
    `Write it, in quotes if it has signs in it; to ask for courses without the fact write \`is missing\`.`,
  );

export const valueNeedsQuotes = (value: string) =>
  error(
    'for-value-needs-quotes',
    `The value that begins with ${quoted(value)} goes on with a bracket, a quote or a sign.`,
    'Put the whole value in quotes.',
  );

export const goesOn = (found: string) =>
  error(
    'for-goes-on',
    `The query goes on with ${quoted(found)} where it is complete.`,
    'Join conditions with `and` or `or`; put a value that has commas or brackets in quotes.',
  );

export const quoteOpen = () =>
  error(
    'for-quote-open',
    'A quote begins here and never ends.',
    'End it with the same quote, or take it away.',
  );

export const bracketOpen = () =>
  error(
    'for-bracket-open',
    'A bracket is opened and never closed.',
    'Add `)` where the group ends, or take `(` away.',
  );

export const bracketTooMany = () =>
  error(
    'for-bracket-too-many',
    'This bracket closes what was never opened.',
    'Take it away, or add `(` where the group begins.',
  );

export const queryTooDeep = (most: number) =>
  error(
    'for-too-deep',
    `The query has more than ${most} brackets and \`not\`s within each other.`,
    'Say it with fewer brackets, or list the courses: `slug in (a, b)`.',
  );

/** @param below the facts in it */
export const fieldIsGroup = (name: string, below: readonly string[]) =>
  error(
    'for-fact-is-group',
    `\`${name}\` is a group of facts, which cannot be compared.`,
    below.length > 0
      ? `Name one of ${listed(below)}; or ask \`${name} is given\`.`
      : `Ask \`${name} is given\` or \`${name} is missing\`.`,
  );

export const containsText = (name: string) =>
  error(
    'for-contains-text',
    `\`${name}\` is not text, in which \`contains\` looks for words.`,
    `Compare it: \`${name} = …\`.`,
  );

export const noOrder = (name: string, operator: string) =>
  error(
    'for-no-order',
    `\`${name}\` is text, which has no order: \`${operator}\` compares figures and dates.`,
    `Write \`${name} = …\`, \`${name} contains …\` or \`${name} in (…, …)\`.`,
  );

const wanted = {
  number: ['a number', 'Write it in figures, without a comma, sign or unit: `4250`.'],
  date: ['a date', 'Write a day, a month or a year: `2027-09-27`, `2027-09` or `2027`.'],
  flag: ['yes or no', 'Write `true` or `false`.'],
} as const;

export const wrongValue = (name: string, value: string, wants: keyof typeof wanted) =>
  error(
    'for-wrong-value',
    `\`${name}\` is ${wanted[wants][0]}; ${quoted(value)} is not.`,
    wanted[wants][1],
  );
