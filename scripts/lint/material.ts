import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { InstitutionFacts } from '../content/schema/institution.ts';
import type { Place } from '../finding.ts';
import * as say from './messages.ts';
import { wasRefused } from './refused.ts';
import type { Watch } from './watch.ts';

/**
 * What a course has to say before anybody can decide on it (Digital Markets, Competition and
 * Consumers Act 2024; CMA advice to providers, May 2023), in the order in which people ask.
 * `warning` where leaving it out is unwise rather than unlawful.
 */
export const materialItems: readonly {
  key: keyof CourseFacts;
  severity: 'gap' | 'warning';
  /** Completes "The course does not say …". */
  what: string;
  example: string;
  /** The institution may say it for all its courses. */
  orInstitution?: keyof InstitutionFacts;
}[] = [
  { key: 'title', severity: 'gap', what: 'what it is called', example: 'title: Group Therapy' },
  {
    key: 'award',
    severity: 'gap',
    what: 'what graduates hold',
    example: 'award: Postgraduate Certificate',
  },
  {
    key: 'awardedBy',
    severity: 'gap',
    what: 'who awards it',
    example: 'awardedBy: University of Example',
  },
  {
    key: 'entry',
    severity: 'gap',
    what: 'what applicants need',
    example: 'entry: A degree at 2:2',
  },
  {
    key: 'modules',
    severity: 'warning',
    what: 'what is studied',
    example: 'modules:` with `- {title: Ethics, credits: 20, core: true}',
  },
  {
    key: 'delivery',
    severity: 'gap',
    what: 'whether it is taught in person or online',
    example: 'delivery: In person',
  },
  {
    key: 'location',
    severity: 'gap',
    what: 'where it is taught',
    example: 'location: Main campus',
  },
  {
    key: 'contactHours',
    severity: 'warning',
    what: 'how many hours are taught',
    example: 'contactHours: 120 hours',
  },
  {
    key: 'workload',
    severity: 'warning',
    what: 'how much work it is in all',
    example: 'workload: 600 hours',
  },
  {
    key: 'assessment',
    severity: 'gap',
    what: 'how work is judged',
    example: 'assessment: Two essays and a portfolio',
  },
  { key: 'duration', severity: 'gap', what: 'how long it takes', example: 'duration: One year' },
  { key: 'starts', severity: 'gap', what: 'when it starts', example: 'starts: [2027-09-27]' },
  { key: 'mode', severity: 'gap', what: 'whether it is full time', example: 'mode: Part time' },
  {
    key: 'pattern',
    severity: 'gap',
    what: 'when in the week one is taught',
    example: 'pattern: One evening a week',
  },
  {
    key: 'fees',
    severity: 'gap',
    what: 'what it costs',
    example: 'fees:` with `- {audience: uk, year: 2027, total: 8500}',
  },
  {
    key: 'extraCosts',
    severity: 'gap',
    what: 'what other costs there are',
    example: 'extraCosts: None',
  },
  {
    key: 'terms',
    severity: 'gap',
    what: 'where terms, changes and complaints are explained',
    example: 'terms: example.ac.uk/terms',
    orInstitution: 'terms',
  },
  {
    key: 'apply',
    severity: 'gap',
    what: 'how and when to apply',
    example: 'apply: {until: 2027-06-30, url: example.ac.uk/apply}',
  },
  {
    key: 'ukprn',
    severity: 'warning',
    what: "the provider's number",
    example: 'ukprn: 10001234',
    orInstitution: 'ukprn',
  },
];

/**
 * One finding for each missing item, and for each that is there but only half; none for those that
 * somebody spoke of already.
 */
export function lintMaterial(
  course: Source<CourseFacts>,
  institution: InstitutionFacts,
  spokenOf: readonly string[],
  { report }: Watch,
): void {
  const { facts, places, file } = course;
  const at = (path: string): Place => places[path] ?? { file, line: 1 };
  for (const item of materialItems) {
    if (isSaid(facts[item.key]) || spokenOf.includes(item.key)) continue;
    if (wasRefused(course, item.key)) continue;
    if (item.orInstitution && isSaid(institution[item.orInstitution])) continue;
    report(say.materialMissing(item), at(item.key));
  }
  if (typeof facts.entry === 'object' && !facts.entry.academic && !wasRefused(course, 'entry')) {
    report(say.entryWithoutAcademic(), at('entry'));
  }
  for (const [i, fee] of (facts.fees ?? []).entries()) {
    const path = `fees.${i}`;
    if (wasRefused(course, path)) continue;
    if (fee.total === undefined) report(say.feeWithoutTotal(fee.audience), at(path));
    if (!fee.covers) report(say.feeWithoutCovers(fee.audience), at(path));
    if (!fee.validUntil) report(say.feeWithoutDate(fee.audience), at(path));
  }
  for (const [i, { body, until }] of (facts.accreditation ?? []).entries()) {
    const path = `accreditation.${i}`;
    if (wasRefused(course, path)) continue;
    if (!body) report(say.accreditationWithoutBody(), at(path));
    else if (!until) report(say.accreditationWithoutDate(body), at(path));
  }
  const { apply } = facts;
  if (apply && !wasRefused(course, 'apply')) {
    if (!apply.url && !apply.text) report(say.applyWithoutWay(), at('apply'));
    if (!apply.until) report(say.applyWithoutDate(), at('apply'));
  }
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value !== null && typeof value === 'object') return Object.values(value).some(isSaid);
  return value !== undefined && value !== '';
}
