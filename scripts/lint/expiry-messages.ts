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
      ? 'Ask again and give the new date, or use another picture.'
      : `Check it and move \`${key}\` on, or remove what no longer holds.`,
  );
};

export const applyPast = (date: string) =>
  gap('apply-past', `Applications closed on ${date}.`, 'Give the next date, or remove `apply`.');

export const applySoon = (date: string) =>
  warning(
    'apply-soon',
    `Applications close on ${date}, in less than 30 days.`,
    'Check that the piece reaches its readers in time.',
  );

export const applyBackwards = (from: string, until: string) =>
  warning(
    'apply-backwards',
    `Applications open on ${from} and close on ${until}, before that.`,
    'Correct one of the two.',
  );

export const startNotDate = (start: string) => {
  const date = asDate(start);
  return warning(
    'start-not-date',
    `The start \`${shorten(start)}\` is no date of the calendar, so it is printed as it is.`,
    date ? `Write \`${date}\`.` : 'Write year-month-day, e.g. `2027-09-27`, or words.',
  );
};

export const startsPast = (date: string) =>
  gap('starts-past', `The last start, ${date}, has passed.`, 'Add the next date to `starts`.');

export const projectionPast = (what: string, year: number) =>
  gap(
    'projection-past',
    `${what} is a projection for ${year}, and that year is over.`,
    'Replace it by the actual figure and set `kind: actual`, or remove it.',
  );
