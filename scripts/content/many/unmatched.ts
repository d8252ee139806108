import { nearest } from '../suggest.ts';
import { type Candidate, type Field, textFields, valuesOf } from './fields.ts';
import { isMet } from './match.ts';
import * as say from './messages.ts';
import type { Complain } from './parse.ts';
import { plainWords } from './plain.ts';
import { comparisonsIn, fieldsIn, type Query } from './query.ts';

/**
 * Says which values of a query no course has, and, if there are none, that no course meets it.
 *
 * @param unsure keys of facts that were refused in some course: what these are nobody knows
 */
export function sayUnmatched(
  { where }: Query,
  { courses, unsure }: { courses: readonly Candidate[]; unsure: ReadonlySet<string> },
  isNothing: boolean,
  wholeText: string,
  complain: Complain,
): void {
  const isUnsure = (field: Field) => unsure.has(field.name.split('.')[0]!);
  let isSaid = fieldsIn(where).some(isUnsure);
  for (const comparison of courses.length > 0 ? comparisonsIn(where) : []) {
    const { field, operator } = comparison;
    if ((operator !== '=' && operator !== 'contains') || isUnsure(field)) continue;
    for (const { text, start, end } of comparison.values) {
      if (courses.some((course) => isMet(course, comparison, text))) continue;
      const values = commonValues(field, courses);
      const what = { field: field.name, value: text, contains: operator === 'contains' };
      const elsewhere = operator === '=' ? holderOf(text, field, courses) : undefined;
      complain(
        elsewhere
          ? say.otherFactHas(what, elsewhere.name, isNothing)
          : say.noCourseHas(what, nearest(text, values), values, isNothing),
        start,
        end,
      );
      isSaid = true;
    }
  }
  if (isNothing && !isSaid) complain(say.noCourseMeetsAll(courses.length > 0), 0, wholeText.length);
}

/** A fact of text in which some course has the value: `Health` may be a faculty, not a subject. */
function holderOf(text: string, not: Field, courses: readonly Candidate[]): Field | undefined {
  const wanted = plainWords(text);
  return textFields().find(
    (field) =>
      field !== not &&
      courses.some((course) =>
        valuesOf(course, field).some((value) => plainWords(String(value)) === wanted),
      ),
  );
}

/** What courses have there, the most common first. */
function commonValues(field: Field, courses: readonly Candidate[]): string[] {
  const counts = new Map<string, { words: string; times: number }>();
  for (const value of courses.flatMap((course) => valuesOf(course, field))) {
    const words = String(value);
    const known = counts.get(plainWords(words)) ?? { words, times: 0 };
    counts.set(plainWords(words), { ...known, times: known.times + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.times - a.times || (a.words < b.words ? -1 : 1))
    .map(({ words }) => words);
}
