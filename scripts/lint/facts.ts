import type { Project, Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import { collector, type Finding } from '../finding.ts';
import { contentsOf } from './contents.ts';
import { lintEvidence, lintImages } from './evidence.ts';
import { lintExpiry, lintStarts } from './expiry.ts';
import { lintMaterial } from './material.ts';
import * as say from './messages.ts';
import { lintPraise } from './praise.ts';
import { lintReading } from './reading.ts';
import { wasRefused } from './refused.ts';
import { lintTranslation } from './translations.ts';
import { watch } from './watch.ts';
import { lintYear } from './years.ts';

export interface FactsLint {
  findings: Finding[];
  /** The first day after `asOf` on which these findings would be others; undefined if none. */
  changesOn: string | undefined;
}

/**
 * What can be said of a publication's facts before anything is printed: what is missing, unproved,
 * out of date, or not in its language. `asOf` (YYYY-MM-DD) drives findings only.
 */
export function lintFacts(
  project: Project,
  publication: Source<PublicationFacts>,
  asOf: string,
): FactsLint {
  const { findings, report } = collector();
  const watching = watch(asOf, report);
  const { courses, pages, untranslated } = contentsOf(project, publication);
  lintInstitution(project.institution, report);
  lintExpiry(project.institution, watching);
  lintExpiry(publication, watching);
  lintImages(publication, watching);
  for (const { file, slug } of untranslated) {
    report(say.noVersion(slug, publication.lang), { file, line: 1 });
  }
  for (const course of courses) {
    const written = project.courses.find(({ file }) => file === course.file);
    const { year } = publication.facts;
    const spoken = lintYear(course, written?.facts ?? course.facts, year, watching);
    lintMaterial(course, project.institution.facts, spoken ? ['fees'] : [], watching);
    lintStarts(course, watching);
    lintTranslation(course, project.courses, watching);
  }
  for (const page of pages) lintTranslation(page, project.pages, watching);
  for (const source of [...courses, ...pages]) {
    lintEvidence(source, watching);
    lintImages(source, watching);
    lintPraise(source, watching);
    lintReading(source, watching);
    lintExpiry(source, watching);
  }
  return { findings, changesOn: watching.first() };
}

function lintInstitution(
  institution: Project['institution'],
  report: ReturnType<typeof collector>['report'],
): void {
  const { facts, places, file } = institution;
  const lacks = (key: 'name' | 'contacts') => !facts[key]?.length && !wasRefused(institution, key);
  const at = (path: string) => places[path] ?? { file, line: 1 };
  if (facts.placeholder) report(say.placeholderInstitution(), at('placeholder'));
  if (lacks('name')) report(say.institutionWithoutName(), at('name'));
  if (lacks('contacts')) report(say.institutionWithoutContacts(), at('contacts'));
}
