import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { FactRow } from './fact-row.ts';
import { feeRows, feeTermsRow } from './fees.ts';
import { factHtml, Html, joinHtml } from './html.ts';
import type { Setting } from './setting.ts';

/** Puts the values of one row together. */
type Join = (values: readonly Html[]) => Html;

/**
 * The rows of the key facts: first those that people ask for, in the order in which they ask, then
 * those that give way first where a panel is full.
 *
 * @param join each value on a line of its own, unless a small piece has them in one run
 */
export function factRows(
  course: Source<CourseFacts>,
  setting: Setting,
  join: Join = linesHtml,
): FactRow[] {
  const { say } = setting;
  const row = (key: string, ...facts: TextFact[]) => textRow(course, key, say(key), facts, join);
  return [
    ...awardRow(course, setting),
    ...row('duration', 'duration', 'mode'),
    ...startRow(course, setting),
    ...row('delivery', 'delivery', 'pattern'),
    ...row('location', 'location'),
    ...entryRow(course, setting, join),
    ...row('assessment', 'assessment'),
    ...feeRows(course, setting),
    ...feeTermsRow(course, setting),
    ...row('extraCosts', 'extraCosts'),
    ...[
      ...row('audience', 'audience'),
      ...row('contactHours', 'contactHours'),
      ...row('workload', 'workload'),
      ...accreditationRow(course, setting, join),
      ...row('work', 'careers'),
    ].map((late) => ({ ...late, late: true })),
  ];
}

/** Facts of one row. */
function textRow(
  { slug, facts }: Source<CourseFacts>,
  key: string,
  label: string,
  names: readonly TextFact[],
  join: Join,
): FactRow[] {
  const said: string[] = [];
  const values = names.flatMap((name) => {
    const value = facts[name];
    // "1 year, part time" has said "Part time".
    if (value === undefined || said.some((before) => says(before, value))) return [];
    said.push(value);
    return [factHtml(slug, name, value)];
  });
  return values.length === 0 ? [] : [{ key, label, value: join(values) }];
}

function says(text: string, words: string): boolean {
  const plain = (one: string) => one.toLowerCase().replace(/[\s\u2010\u2011-]+/g, ' ');
  return plain(text).includes(plain(words));
}

/** Each on a line of its own, a little apart: blocks of their own that end with a space, so that read flat they are words apart. */
function linesHtml(values: readonly Html[]): Html {
  if (values.length === 1) return new Html(values[0]?.html ?? '');
  const last = values.length - 1;
  return new Html(
    values
      .map(({ html }, i) => `<span class="value">${html}${i < last ? ' ' : ''}</span>`)
      .join(''),
  );
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

function entryRow({ slug, facts }: Source<CourseFacts>, { say }: Setting, join: Join): FactRow[] {
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
  return [{ key: 'entry', label, value: join(parts) }];
}

function accreditationRow(
  { slug, facts }: Source<CourseFacts>,
  { say, numbers }: Setting,
  join: Join,
): FactRow[] {
  const lines = (facts.accreditation ?? []).flatMap(({ body, status, until }, i) => {
    if (!body) return [];
    const words = [body, status, until && say('until', { date: numbers.date(until) })];
    return [factHtml(slug, `accreditation.${i}.body`, words.filter(Boolean).join(', '))];
  });
  if (lines.length === 0) return [];
  return [{ key: 'accreditation', label: say('accreditation'), value: join(lines) }];
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
