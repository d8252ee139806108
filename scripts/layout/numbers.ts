import type { Report } from '../finding.ts';
import { languageWithoutNumbers } from './messages.ts';

/**
 * Figures as a language writes them. The tables are our own: what `Intl` says changes with the ICU
 * data of the Node version, and the same content has to give the same bytes. An amount or a date
 * holds no-break spaces, so neither breaks over a line.
 */
export interface Numbers {
  /** `4250` -> `£4,250`; two decimals unless the amount is whole. Currency: three capitals (ISO 4217). */
  money(amount: number, currency?: string): string;
  /** `2027-09-27` -> `27 September 2027`. Text that is no date comes back as it is. */
  date(text: string): string;
  /** What two dates share is said once: `20–24 September 2027`. */
  dateRange(from: string, to: string): string;
  /** A figure with at most `decimals` decimals, thousands grouped; not for years. */
  figure(value: number, decimals?: number): string;
  /** `a, b and c`. Welsh `ac` before a vowel; no mutation: what is joined may be names. */
  list(items: readonly string[], join?: 'and' | 'or'): string;
  /** `a; b; c`: a narrow space that does not break before each semicolon where the language has one. */
  clauses(items: readonly string[]): string;
}

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

interface Habits {
  group: string;
  decimal: string;
  months: readonly string[];
  day: (day: number) => string;
  money: (figure: string, sign: string) => string;
  and: (next: string) => string;
  or: string;
  semicolon: string;
}

const english: Habits = {
  group: ',',
  decimal: '.',
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  day: String,
  money: (figure, sign) => (/\p{L}$/u.test(sign) ? sign + noBreak + figure : sign + figure),
  and: () => 'and',
  or: 'or',
  semicolon: '; ',
};

const habits: Readonly<Record<string, Habits>> = {
  en: english,
  cy: {
    ...english,
    months: [
      ...['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin'],
      ...['Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
    ],
    // w before a, e, i, o is a consonant.
    and: (next) => (/^([aeiouyâêîôûŵŷ]|w(?![aeio]))/i.test(next) ? 'ac' : 'a'),
    or: 'neu',
  },
  fr: {
    group: narrowNoBreak,
    decimal: ',',
    months: [
      ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
      ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    ],
    day: (day) => (day === 1 ? '1er' : String(day)),
    money: (figure, sign) => figure + noBreak + sign,
    and: () => 'et',
    or: 'ou',
    semicolon: `${narrowNoBreak}; `,
  },
};

const signs: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: 'US$', JPY: '¥' };

/** The figures of a language. One that has no table writes as English does, with a finding. */
export function numbersFor(lang: string, report?: Report): Numbers {
  const tag = lang.split('-')[0] ?? lang;
  const own = Object.hasOwn(habits, tag) ? habits[tag] : undefined;
  if (!own) report?.(languageWithoutNumbers(lang));
  const habit = own ?? english;

  const grouped = (value: number, decimals: number, fixed: boolean) => {
    const [whole = '', part = ''] = Math.abs(value).toFixed(decimals).split('.');
    const shown = fixed ? part : part.replace(/0+$/, '');
    const figure = whole.replace(/\B(?=(\d{3})+$)/g, habit.group);
    const text = shown ? figure + habit.decimal + shown : figure;
    return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
  };

  const dayMonth = (day: DayOfYear) => `${habit.day(day.day)}${noBreak}${habit.months[day.month]}`;
  const written = (day: DayOfYear) => `${dayMonth(day)}${noBreak}${day.year}`;

  return {
    money: (amount, currency = 'GBP') =>
      habit.money(
        grouped(amount, Number.isInteger(amount) ? 0 : 2, true),
        Object.hasOwn(signs, currency) ? (signs[currency] ?? currency) : currency,
      ),
    date: (text) => {
      const day = dayOf(text);
      return day ? written(day) : text;
    },
    dateRange: (from, to) => {
      const [first, last] = [dayOf(from), dayOf(to)];
      if (!first || !last) return `${from}${noBreak}– ${to}`;
      if (first.year !== last.year) return `${written(first)}${noBreak}– ${written(last)}`;
      if (first.month !== last.month) return `${dayMonth(first)}${noBreak}– ${written(last)}`;
      if (first.day !== last.day) return `${habit.day(first.day)}–${written(last)}`;
      return written(first);
    },
    clauses: (items) => items.join(habit.semicolon),
    figure: (value, decimals = 0) => grouped(value, decimals, false),
    list: (items, join = 'and') => {
      const last = items.at(-1);
      if (last === undefined || items.length === 1) return last ?? '';
      const word = join === 'and' ? habit.and(last) : habit.or;
      return `${items.slice(0, -1).join(', ')} ${word} ${last}`;
    },
  };
}

interface DayOfYear {
  year: number;
  /** From 0. */
  month: number;
  day: number;
}

/** A date of the calendar, or nothing: 31 February stays the text it was. */
function dayOf(text: string): DayOfYear | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]) - 1, Number(match[3])];
  const real = new Date(Date.UTC(year, month, day));
  return real.getUTCMonth() === month && real.getUTCDate() === day
    ? { year, month, day }
    : undefined;
}
