import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { Place } from '../finding.ts';
import * as say from './messages.ts';
import type { Watch } from './watch.ts';

/**
 * Facts that are for another year of entry than the publication's. `course` has the year's facts.
 * Returns whether the fees that are missing from them were spoken of.
 */
export function lintYear(
  course: Source<CourseFacts>,
  asWritten: CourseFacts,
  year: number | undefined,
  { report }: Watch,
): boolean {
  if (year === undefined) return false;
  const { facts, places, file } = course;
  const at = (path: string): Place => places[path] ?? { file, line: 1 };
  if (facts.year !== undefined && facts.year !== year) {
    report(say.otherYear(facts.year, year), at('year'));
  }
  const areOthers = (asWritten.fees?.length ?? 0) > 0 && facts.fees?.length === 0;
  if (areOthers) report(say.feesOfOtherYear(year), at('fees'));
  return areOthers;
}
