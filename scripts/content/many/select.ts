import type { Report } from '../../finding.ts';
import type { Source } from '../model.ts';
import type { CourseFacts } from '../schema/course.ts';
import type { PublicationFile } from '../schema/publication.ts';
import { factsFor } from '../years.ts';
import type { Candidate } from './fields.ts';
import { meets } from './match.ts';
import * as say from './messages.ts';
import { parseQuery } from './parse.ts';
import { sayUnmatched } from './unmatched.ts';
import { complainer, placeOf } from './within.ts';

/** What there is to make pieces of. */
export interface Stock {
  courses: readonly Source<CourseFacts>[];
  /** Whether every course could be read: otherwise nobody knows what a query does not match. */
  isWhole: boolean;
  /** The institution's language. */
  home: string;
}

/**
 * The courses that the file's query matches and that have a version in its language, in the order
 * of the files. Of the others it is said that they are left out, as it is of a book.
 *
 * @returns undefined, after findings, where the query cannot be read
 */
export function selectCourses(
  file: Source<PublicationFile>,
  query: string,
  { courses, isWhole, home }: Stock,
  report: Report,
): Candidate[] | undefined {
  const { lang, facts } = file;
  const complain = complainer(query, placeOf(file, 'for'), report);
  const parsed = parseQuery(query, complain);
  if (!parsed) return undefined;
  const versions = [...Map.groupBy(courses, ({ slug }) => slug).values()];
  const all = versions.map((some) => candidateOf(some, lang, facts.year));
  const meant = all.filter((course) => meets(course, parsed.where));
  const isIn = ({ langs }: Candidate) => langs.some((one) => base(one) === base(lang));
  if (isWhole) {
    const unsure = new Set(courses.flatMap(({ refused = [] }) => refused.map(topKey)));
    sayUnmatched(parsed, { courses: all, unsure }, meant.length === 0, query, complain);
  }
  const left = meant.filter((course) => !isIn(course)).map(({ slug }) => slug);
  if (left.length > 0 && base(lang) !== base(home)) {
    complain(say.notInLanguage(left, lang), 0, query.length);
  }
  return meant.filter(isIn);
}

/** The course that the file itself names; undefined where it names none, or none that is there. */
export function ownCourse(
  { facts, lang }: Source<PublicationFile>,
  { courses }: Stock,
): Candidate | undefined {
  const versions = courses.filter(({ slug }) => slug === facts.course);
  return versions.length > 0 ? candidateOf(versions, lang, facts.year) : undefined;
}

/**
 * A query is asked of the version that is printed and of its original: a Welsh piece is made of the
 * courses that an English query names.
 */
function candidateOf(
  versions: readonly Source<CourseFacts>[],
  lang: string,
  year: number | undefined,
): Candidate {
  const printed = versions.find((one) => base(one.lang) === base(lang));
  const original = versions.find((one) => !one.original) ?? versions[0]!;
  return {
    slug: original.slug,
    langs: versions.map((one) => one.lang),
    facts: [...new Set([printed ?? original, original])].map((one) => factsFor(one, year).facts),
  };
}

function topKey(path: string): string {
  return path.split('.')[0]!;
}

function base(lang: string): string {
  return lang.split('-')[0]!;
}
