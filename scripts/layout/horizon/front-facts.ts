import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { plainAddress, webHref } from '../apply.ts';
import { unbroken } from '../book/contacts.ts';
import type { FactRow } from '../fact-row.ts';
import { factRows } from '../facts.ts';
import { feesInOneRun } from '../fees.ts';
import { escapeHtml, factHtml, Html, joinHtml } from '../html.ts';
import type { Setting } from '../setting.ts';
import { waysHtml } from './horizon.ts';

/** What the front of a flyer, a poster and a slide say: start, length, fees; what stands in for one that is missing. */
export const frontKeys = ['starts', 'duration', 'fees', 'delivery', 'location', 'entry'] as const;
export type FrontKey = (typeof frontKeys)[number];

/** In a few words, as a front says them; those that are missing are not there. */
export function frontFacts(course: Source<CourseFacts>, setting: Setting): Map<FrontKey, FactRow> {
  const { say } = setting;
  const { facts, slug } = course;
  const rows = rowsByKey(course, setting);
  const fees = feesInOneRun(course, setting);
  const labels: Partial<Record<FrontKey, string>> = { duration: 'takes' };
  const found = new Map<FrontKey, FactRow>();
  for (const key of frontKeys) {
    const row = rows.get(key);
    if (!row) continue;
    const label = labels[key] ? say(labels[key]) : row.label;
    const own: Partial<Record<FrontKey, Html>> = {
      duration: length(course, row),
      ...(facts.delivery ? { delivery: factHtml(slug, 'delivery', facts.delivery) } : {}),
    };
    found.set(key, { ...row, label, value: own[key] ?? row.value });
  }
  if (fees) found.set('fees', { key: 'fees', label: say('costs'), value: fees });
  return found;
}

/** How long it takes; what it says of the mode in its own words is not said twice: "1 year full time or 2 years part time". */
function length({ slug, facts: { duration, mode } }: Source<CourseFacts>, row: FactRow): Html {
  const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const said = new Set(words(duration ?? ''));
  const isSaid = duration && mode && words(mode).every((word) => said.has(word));
  return isSaid ? factHtml(slug, 'duration', duration) : row.value;
}

/** A row of the back; the lower its rank, the later it gives way. */
export interface BackRow extends FactRow {
  rank: number;
  /** In fewer words, where it gives way by that first. */
  short?: { value: Html; isPartial: boolean };
  /** Whether buyers have to be told it (Digital Markets, Competition and Consumers Act 2024). */
  isMaterial: boolean;
}

/** From the one that stays longest; those from `awardedBy` on are told, but not at any price. */
const ranks = [
  ...[
    'fees',
    'starts',
    'duration',
    'apply',
    'terms',
    'ask',
    'extraCosts',
    'entry',
    'delivery',
    'pattern',
  ],
  ...['assessment', 'modules', 'location', 'awardedBy', 'feeTerms', 'accreditation'],
  ...['contactHours', 'workload', 'audience', 'work'],
];
const firstOfRest = ranks.indexOf('awardedBy');

/** In the order of the panel. */
const order = [
  ...[
    'starts',
    'duration',
    'delivery',
    'pattern',
    'location',
    'modules',
    'entry',
    'assessment',
    'fees',
  ],
  ...['feeTerms', 'extraCosts', 'awardedBy', 'accreditation', 'contactHours', 'workload'],
  ...['audience', 'work', 'apply', 'ask', 'terms'],
];

/** All that the front does not say, in the order in which it is read. */
export function backFacts(
  course: Source<CourseFacts>,
  setting: Setting,
  saidInFront: ReadonlySet<string>,
): BackRow[] {
  // That a university awards what it teaches goes without saying: its name is on the front.
  const isOwn = course.facts.awardedBy === setting.project.institution.facts.name;
  const rows = rowsByKey(
    isOwn ? { ...course, facts: { ...course.facts, awardedBy: undefined } } : course,
    setting,
  );
  const fees = feesInOneRun(course, setting);
  const add = (row: FactRow | undefined) => row && rows.set(row.key, row);
  if (fees) add({ key: 'fees', label: setting.say('fees'), value: fees });
  const { delivery, pattern } = course.facts;
  // What the front says of the way it is taught is where, not when.
  if (saidInFront.has('delivery') && delivery && pattern) {
    add({
      key: 'pattern',
      label: setting.say('pattern'),
      value: factHtml(course.slug, 'pattern', pattern),
    });
  }
  add(applyRow(course, setting));
  add(modulesRow(course, setting));
  add(askRow(course, setting));
  add(termsRow(course, setting));
  return order.flatMap((key) => {
    const row = rows.get(key);
    if (!row || saidInFront.has(key)) return [];
    const rank = ranks.indexOf(key);
    const short = key === 'entry' ? { short: academicOnly(course) } : {};
    const label = key === 'awardedBy' && isOwn ? setting.say('credits') : row.label;
    return [{ ...short, ...row, label, rank, isMaterial: rank < firstOfRest }];
  });
}

/** What is needed first, where the rest gives way. */
function academicOnly({ slug, facts: { entry } }: Source<CourseFacts>): BackRow['short'] {
  if (typeof entry !== 'object' || !entry.academic || (!entry.other && !entry.english))
    return undefined;
  return { value: factHtml(slug, 'entry.academic', entry.academic), isPartial: true };
}

function rowsByKey(course: Source<CourseFacts>, setting: Setting): Map<string, FactRow> {
  // Each is written as a line of its own, with its capital.
  const inOneRun = (values: readonly Html[]) => joinHtml(values, '. ');
  const rows = factRows(course, setting, inOneRun).filter(({ amount }) => !amount);
  return new Map(rows.map((row) => [row.key, row]));
}

function modulesRow(
  { slug, facts }: Source<CourseFacts>,
  { say, numbers }: Setting,
): (FactRow & Pick<BackRow, 'short'>) | undefined {
  const titles = (facts.modules ?? []).map(({ title }, i) =>
    factHtml(slug, `modules.${i}.title`, title),
  );
  if (titles.length === 0) return undefined;
  const inOneRun = (words: readonly string[]) => new Html(numbers.clauses(words));
  const few = titles.slice(0, 2).map(({ html }) => html);
  const more = escapeHtml(say('andMore', { count: titles.length - few.length }));
  return {
    key: 'modules',
    label: say('modules'),
    value: inOneRun(titles.map(({ html }) => html)),
    ...(titles.length > few.length + 1
      ? { short: { value: inOneRun([...few, more]), isPartial: false } }
      : {}),
  };
}

function applyRow(
  { slug, facts: { apply } }: Source<CourseFacts>,
  { say, numbers }: Setting,
): FactRow | undefined {
  if (!apply?.until) return undefined;
  const value = factHtml(slug, 'apply.until', numbers.date(apply.until));
  return { key: 'apply', label: say('applyBy'), value };
}

function askRow({ facts }: Source<CourseFacts>, { project, say }: Setting): FactRow | undefined {
  const contacts = [...(facts.contacts ?? []), ...(project.institution.facts.contacts ?? [])];
  const contact = contacts.find(({ role }) => role === 'general') ?? contacts[0];
  const ways = [contact?.phone && unbroken(contact.phone), contact?.email].filter((way) => !!way);
  if (ways.length === 0) return undefined;
  return { key: 'ask', label: say('askUs'), value: waysHtml(ways) };
}

function termsRow(
  { slug, facts }: Source<CourseFacts>,
  { project, say }: Setting,
): FactRow | undefined {
  const address = facts.terms ?? project.institution.facts.terms;
  if (!address) return undefined;
  const plain = plainAddress(address);
  const text = facts.terms ? factHtml(slug, 'terms', plain) : new Html(escapeHtml(plain));
  const value = new Html(`<a href="${escapeHtml(webHref(address))}">${text.html}</a>`);
  return { key: 'terms', label: say('termsShort'), value };
}
