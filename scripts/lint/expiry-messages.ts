import { namedFirst } from '../content/named.ts';
import { saying } from '../content/saying.ts';
import { asDate, shorten } from '../content/wording.ts';

/** What is said about facts whose day has passed, or soon will. */

const { gap, warning } = saying('lint');

const agingWords: Record<string, string> = {
  validUntil: 'holds until',
  consentUntil: 'has the consent of the people shown until',
  until: 'holds until',
};

export const expired = (path: string, key: string, date: string) => {
  const holder = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return gap(
    'expired',
    `${namedFirst(holder)} ${agingWords[key]} ${date}, which has passed.`,
    key === 'consentUntil'
      ? 'Ask the people shown again and give the new date, or use another picture.'
      : `Check what it says and give \`${key}\` a later date, or remove what no longer holds.`,
  );
};

export const applyPast = (date: string) =>
  gap(
    'apply-past',
    `Applications closed on ${date}.`,
    'Give the next closing date as `until`, or remove `apply`.',
  );

export const applySoon = (date: string) =>
  warning(
    'apply-soon',
    `Applications close on ${date}, in less than 30 days.`,
    'Check that the piece reaches its readers before that, or give the next date.',
  );

export const applyBackwards = (from: string, until: string) =>
  warning(
    'apply-backwards',
    `Applications close on ${until}, before they open on ${from}.`,
    'Correct `from` or `until` under `apply`.',
  );

export const startNotDate = (start: string) => {
  const date = asDate(start);
  return warning(
    'start-not-date',
    `The start \`${shorten(start)}\` is not a date, so it is printed as you wrote it.`,
    date
      ? `Write \`${date}\`.`
      : 'Write the date as year-month-day, e.g. `2027-09-27`, or in words.',
  );
};

export const startsPast = (date: string) =>
  gap('starts-past', `The last start, ${date}, has passed.`, 'Add the next date to `starts`.');

export const projectionPast = (what: string, year: number) =>
  gap(
    'projection-past',
    `${what} is a projection for ${year}, and that year is over.`,
    'Put the figure that was counted in its place with `kind: actual`, or remove it.',
  );
