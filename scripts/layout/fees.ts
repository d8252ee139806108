import type { Source } from '../content/model.ts';
import type { CourseFacts, Fee } from '../content/schema/course.ts';
import type { FactRow } from './fact-row.ts';
import { capitalised, factHtml, Html, joinHtml } from './html.ts';
import type { Setting } from './setting.ts';

/** The fees of the publication's year of entry: a fee that names no year is for every year. */
export function feesOf(
  { facts }: Source<CourseFacts>,
  year: number | undefined,
): { fee: Fee; index: number }[] {
  return (facts.fees ?? [])
    .map((fee, index) => ({ fee, index }))
    .filter(({ fee }) => fee.year === undefined || year === undefined || fee.year === year)
    .filter(({ fee }) => fee.total !== undefined || fee.perYear !== undefined);
}

/** A row a fee: the amount, what it means, and what it covers where that differs from fee to fee. */
export function feeRows(course: Source<CourseFacts>, setting: Setting): FactRow[] {
  const { say, numbers } = setting;
  const fees = feesOf(course, setting.year);
  const common = commonTerms(fees.map(({ fee }) => fee));
  return fees.map(({ fee, index }) => {
    const path = `fees.${index}`;
    const whole = fee.total !== undefined;
    const amount = numbers.money(fee.total ?? fee.perYear ?? 0, fee.currency);
    const words = [
      whole ? say('inTotal') : say('perYear'),
      whole && fee.perYear !== undefined
        ? say('amountPerYear', { amount: numbers.money(fee.perYear, fee.currency) })
        : undefined,
      fee.instalments,
    ];
    const meaning = [words.filter(Boolean).join(', '), ...ownTerms(fee, common, setting)];
    return {
      key: path,
      label: feeLabel(fee.audience, setting),
      amount: factHtml(course.slug, `${path}.${whole ? 'total' : 'perYear'}`, amount),
      value: factHtml(course.slug, `${path}.audience`, numbers.clauses(meaning)),
    };
  });
}

/** All fees in one run; between those whose audience is said in words, semicolons. */
export function feesInOneRun(course: Source<CourseFacts>, setting: Setting): Html | undefined {
  const amounts = feeAmounts(course, setting);
  if (amounts.length === 0) return undefined;
  const hasCommas = amounts.some(({ html }) => html.replace(/\d,\d/g, '').includes(','));
  return hasCommas
    ? new Html(setting.numbers.clauses(amounts.map(({ html }) => html)))
    : joinHtml(amounts, ', ');
}

/** Every fee in a few words: "£4,250 UK", "£8,900 a year international". */
export function feeAmounts(course: Source<CourseFacts>, setting: Setting): Html[] {
  const { say, numbers, year } = setting;
  const known: Record<string, string> = {
    uk: 'amountUk',
    eu: 'amountEu',
    international: 'amountInternational',
  };
  return feesOf(course, year).map(({ fee, index }) => {
    const whole = fee.total !== undefined;
    const figure = numbers.money(fee.total ?? fee.perYear ?? 0, fee.currency);
    const amount = whole ? figure : say('amountPerYear', { amount: figure });
    const key = known[fee.audience.toLowerCase()];
    const words = key ? say(key, { amount }) : say('amountFor', { amount, audience: fee.audience });
    return factHtml(course.slug, `fees.${index}.${whole ? 'total' : 'perYear'}`, words);
  });
}

/**
 * What the fees cover and until when they hold, right below them: "Fees cover: Teaching and books;
 * valid until 31 July 2029".
 */
export function feeTermsRow(course: Source<CourseFacts>, setting: Setting): FactRow[] {
  const { say } = setting;
  const { covers, until } = commonTerms(feesOf(course, setting.year).map(({ fee }) => fee));
  const date = until && setting.numbers.date(until);
  const row = (label: string, path: string, words: string) => [
    { key: 'feeTerms', label: say(label), value: factHtml(course.slug, path, words) },
  ];
  if (covers) {
    const terms = [capitalised(covers), date ? say('validUntil', { date }) : ''];
    return row('feesCover', 'fees.0.covers', setting.numbers.clauses(terms.filter(Boolean)));
  }
  return date ? row('feesValid', 'fees.0.validUntil', say('until', { date })) : [];
}

/** Where all amounts stand in one row: its terms in one line, those of one audience with its name. */
export function feeTerms(course: Source<CourseFacts>, setting: Setting): string[] {
  const fees = feesOf(course, setting.year).map(({ fee }) => fee);
  const common = commonTerms(fees);
  const own = fees.flatMap((fee) => {
    const terms = ownTerms(fee, common, setting);
    return terms.length > 0
      ? [`${feeLabel(fee.audience, setting)} ${setting.numbers.clauses(terms)}`]
      : [];
  });
  return [...own, ...termsOf(common, setting)];
}

export function feeLabel(audience: string, { say }: Pick<Setting, 'say'>): string {
  const known: Record<string, string> = {
    uk: 'feeUk',
    eu: 'feeEu',
    international: 'feeInternational',
  };
  const key = known[audience.toLowerCase()];
  return key ? say(key) : say('feeFor', { audience });
}

interface Terms {
  covers: string | undefined;
  until: string | undefined;
}

/** What holds for every fee. */
function commonTerms(fees: readonly Fee[]): Terms {
  const common = (values: readonly (string | undefined)[]) =>
    new Set(values).size === 1 ? values[0] : undefined;
  return {
    covers: common(fees.map((fee) => fee.covers)),
    until: common(fees.map((fee) => fee.validUntil)),
  };
}

/** What holds for this fee and not for all. */
function ownTerms(fee: Fee, common: Terms, setting: Pick<Setting, 'say' | 'numbers'>): string[] {
  return termsOf(
    {
      covers: common.covers ? undefined : fee.covers,
      until: common.until ? undefined : fee.validUntil,
    },
    setting,
  );
}

function termsOf(
  { covers, until }: Terms,
  { say, numbers }: Pick<Setting, 'say' | 'numbers'>,
): string[] {
  return [
    covers ? say('feeCovers', { covers: withinSentence(covers) }) : '',
    until ? say('validUntil', { date: numbers.date(until) }) : '',
  ].filter(Boolean);
}

/** A phrase that was written as a line of its own, within a sentence: "Teaching and books" loses its capital, "VAT" does not. */
function withinSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
