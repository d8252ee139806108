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
}

/** The rows of the key facts, in the order in which people ask. */
export function factRows(course: Source<CourseFacts>, setting: Setting): FactRow[] {
  const { facts } = course;
  const text = (key: string, fact: TextFact, label = setting.say(key)): FactRow[] => {
    const value = facts[fact];
    return value === undefined
      ? []
      : [{ key, label, value: factHtml(course.slug, fact, String(value)) }];
  };
  return [
    ...awardRow(course, setting),
    ...text('duration', 'duration'),
    ...startRow(course, setting),
    ...text('delivery', 'delivery'),
    ...text('pattern', 'pattern'),
    ...text('mode', 'mode'),
    ...text('location', 'location'),
    ...text('audience', 'audience'),
    ...entryRow(course, setting),
    ...text('contactHours', 'contactHours'),
    ...text('workload', 'workload'),
    ...text('assessment', 'assessment'),
    ...accreditationRow(course, setting),
    ...text('work', 'careers'),
    ...feeRows(course, setting),
    ...text('extraCosts', 'extraCosts'),
  ];
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
  return [{ key: 'entry', label, value: new Html(parts.map((part) => part.html).join('<br>')) }];
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
  const value = new Html(lines.map((line) => line.html).join('<br>'));
  return [{ key: 'accreditation', label: say('accreditation'), value }];
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
      fee.covers && say('feeCovers', { covers: fee.covers }),
      fee.validUntil && say('validUntil', { date: numbers.date(fee.validUntil) }),
    ];
    return {
      key: path,
      label: feeLabel(fee.audience, setting),
      amount: factHtml(course.slug, `${path}.${whole ? 'total' : 'perYear'}`, amount),
      value: factHtml(course.slug, `${path}.audience`, words.filter(Boolean).join(', ')),
    };
  });
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
