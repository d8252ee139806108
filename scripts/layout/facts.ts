import type { Source } from '../content/model.ts';
import type { CourseFacts, Fee } from '../content/schema/course.ts';
import { factHtml, Html, joinHtml } from './html.ts';
import type { Setting } from './setting.ts';

/** One row of a facts panel. A fact that is missing has no row. */
export interface FactRow {
  key: string;
  label: string;
  value: Html;
  /** A fee's whole amount, set larger beside the label; `value` then says what it means. */
  amount?: Html;
  /** Gives way first where a panel is full. */
  late?: boolean;
}

/**
 * The rows of the key facts: first those that people ask for, in the order in which they ask, then
 * those that give way first where a panel is full.
 */
export function factRows(course: Source<CourseFacts>, setting: Setting): FactRow[] {
  const { say } = setting;
  const row = (key: string, ...facts: TextFact[]) => textRow(course, key, say(key), facts);
  return [
    ...awardRow(course, setting),
    ...row('duration', 'duration', 'mode'),
    ...startRow(course, setting),
    ...row('delivery', 'delivery', 'pattern'),
    ...row('location', 'location'),
    ...entryRow(course, setting),
    ...row('assessment', 'assessment'),
    ...feeRows(course, setting),
    ...row('extraCosts', 'extraCosts'),
    ...feeTermsRow(course, setting),
    ...[
      ...row('audience', 'audience'),
      ...row('contactHours', 'contactHours'),
      ...row('workload', 'workload'),
      ...accreditationRow(course, setting),
      ...row('work', 'careers'),
    ].map((late) => ({ ...late, late: true })),
  ];
}

/** Facts of one row, each on a line of its own. */
function textRow(
  { slug, facts }: Source<CourseFacts>,
  key: string,
  label: string,
  names: readonly TextFact[],
): FactRow[] {
  const said: string[] = [];
  const values = names.flatMap((name) => {
    const value = facts[name];
    // "1 year, part time" has said "Part time".
    if (value === undefined || said.some((before) => says(before, value))) return [];
    said.push(value);
    return [factHtml(slug, name, value)];
  });
  return values.length === 0 ? [] : [{ key, label, value: linesHtml(values) }];
}

function says(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}

function linesHtml(values: readonly Html[]): Html {
  return new Html(values.map((value) => value.html).join('<br>'));
}

type TextFact =
  | 'duration'
  | 'delivery'
  | 'pattern'
  | 'mode'
  | 'location'
  | 'audience'
  | 'contactHours'
  | 'workload'
  | 'assessment'
  | 'careers'
  | 'extraCosts';

/** Who awards it and what it is worth; the award itself stands under the title. */
function awardRow({ slug, facts }: Source<CourseFacts>, { say }: Setting): FactRow[] {
  const parts: Html[] = [];
  if (facts.awardedBy) parts.push(factHtml(slug, 'awardedBy', facts.awardedBy));
  if (facts.credits !== undefined && facts.level !== undefined) {
    parts.push(
      factHtml(
        slug,
        'credits',
        say('creditsAtLevel', { credits: facts.credits, level: facts.level }),
      ),
    );
  } else if (facts.credits !== undefined) {
    parts.push(factHtml(slug, 'credits', say('creditsNumber', { credits: facts.credits })));
  } else if (facts.level !== undefined) {
    parts.push(factHtml(slug, 'level', say('levelNumber', { level: facts.level })));
  }
  if (parts.length === 0) {
    if (!facts.award) return [];
    return [{ key: 'award', label: say('award'), value: factHtml(slug, 'award', facts.award) }];
  }
  const label = facts.awardedBy ? say('awardedBy') : say('award');
  return [{ key: 'awardedBy', label, value: joinHtml(parts, ', ') }];
}

function startRow({ slug, facts }: Source<CourseFacts>, { say, numbers }: Setting): FactRow[] {
  if (!facts.starts?.length) return [];
  const dates = facts.starts.map((start, i) => factHtml(slug, `starts.${i}`, numbers.date(start)));
  return [{ key: 'starts', label: say('starts'), value: listHtml(dates, numbers.list, 'or') }];
}

function entryRow({ slug, facts }: Source<CourseFacts>, { say }: Setting): FactRow[] {
  const { entry } = facts;
  if (entry === undefined) return [];
  const label = say('entry');
  if (typeof entry === 'string')
    return [{ key: 'entry', label, value: factHtml(slug, 'entry', entry) }];
  const parts = (['academic', 'other', 'english'] as const).flatMap((part) => {
    const words = entry[part];
    return words ? [factHtml(slug, `entry.${part}`, words)] : [];
  });
  if (parts.length === 0) return [];
  return [{ key: 'entry', label, value: linesHtml(parts) }];
}

function accreditationRow(
  { slug, facts }: Source<CourseFacts>,
  { say, numbers }: Setting,
): FactRow[] {
  const lines = (facts.accreditation ?? []).flatMap(({ body, status, until }, i) => {
    if (!body) return [];
    const words = [body, status, until && say('until', { date: numbers.date(until) })];
    return [factHtml(slug, `accreditation.${i}.body`, words.filter(Boolean).join(', '))];
  });
  if (lines.length === 0) return [];
  return [{ key: 'accreditation', label: say('accreditation'), value: linesHtml(lines) }];
}

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

export function feeRows(course: Source<CourseFacts>, setting: Setting): FactRow[] {
  const { say, numbers } = setting;
  return feesOf(course, setting.year).map(({ fee, index }) => {
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
    return {
      key: path,
      label: feeLabel(fee.audience, setting),
      amount: factHtml(course.slug, `${path}.${whole ? 'total' : 'perYear'}`, amount),
      value: factHtml(course.slug, `${path}.audience`, words.filter(Boolean).join(', ')),
    };
  });
}

/** What the fees cover and until when they hold: said once where it is the same for all. */
export function feeTerms(
  fees: readonly Fee[],
  { say, numbers }: Pick<Setting, 'say' | 'numbers'>,
): string[] {
  const once = (values: readonly (string | undefined)[]) => {
    const [first, ...others] = new Set(values.filter((value) => value !== undefined));
    return others.length === 0 ? first : undefined;
  };
  const covers = once(fees.map((fee) => fee.covers));
  const until = once(fees.map((fee) => fee.validUntil));
  return [
    covers && say('feeCovers', { covers: withinSentence(covers) }),
    until && say('validUntil', { date: numbers.date(until) }),
  ].filter((words) => !!words) as string[];
}

/** A phrase that was written as a line of its own, within a sentence: "Teaching and books" loses its capital, "VAT" does not. */
function withinSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function feeTermsRow(course: Source<CourseFacts>, setting: Setting): FactRow[] {
  const fees = feesOf(course, setting.year).map(({ fee }) => fee);
  const words = feeTerms(fees, setting);
  if (words.length === 0) return [];
  const value = factHtml(course.slug, 'fees.0.covers', words.join(', '));
  return [{ key: 'feeTerms', label: setting.say('fees'), value }];
}

export function feeLabel(audience: string, { say }: Setting): string {
  const known: Record<string, string> = {
    uk: 'feeUk',
    eu: 'feeEu',
    international: 'feeInternational',
  };
  const key = known[audience.toLowerCase()];
  return key ? say(key) : say('feeFor', { audience });
}

/** Joins finished values as the language joins a list. */
export function listHtml(
  values: readonly Html[],
  list: (items: readonly string[], join?: 'and' | 'or') => string,
  join: 'and' | 'or',
): Html {
  // Marks from the private-use area stand for the values while the language joins them.
  const marks = values.map((_, i) => String.fromCharCode(0xe000 + i));
  return values.reduce<Html>(
    (joined, value, i) => new Html(joined.html.replace(marks[i] ?? '', () => value.html)),
    joinHtml([list(marks, join)], ''),
  );
}
