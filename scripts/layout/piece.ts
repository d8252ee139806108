import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { inLanguage } from './book/sections.ts';
import { noCourse, unknownCourse } from './messages.ts';
import type { Setting } from './setting.ts';

/** The course that a piece is about; undefined, after a finding, when none is named or it is not there. */
export function courseOfPiece(setting: Setting): Source<CourseFacts> | undefined {
  const { publication, project, lang, report } = setting;
  const slug = publication.facts.course;
  const place = publication.places.course ?? { file: publication.file };
  if (!slug) {
    report(noCourse(), place);
    return undefined;
  }
  const course = inLanguage(project.courses, lang).find((one) => one.slug === slug);
  if (!course) report(unknownCourse(slug), place);
  return course;
}
