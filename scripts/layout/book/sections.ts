import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import type { PageFacts } from '../../content/schema/page.ts';
import type { Extent, PublicationFacts } from '../../content/schema/publication.ts';
import { emptySection } from '../messages.ts';
import type { Setting } from '../setting.ts';

/** A section of a book with its courses and pages found. */
export interface BookSection {
  id: string;
  title: string;
  /** As they are printed, and listed: short ones share the last pages. */
  courses: { course: Source<CourseFacts>; extent: Extent }[];
  pages: Source<PageFacts>[];
  /** The page that faces the opener. */
  facing: Source<PageFacts> | undefined;
  hasOpener: boolean;
}

type SectionFacts = NonNullable<PublicationFacts['sections']>[number];

/** The sections as the publication lists them; without a list, all courses in one section. */
export function sectionsOf(setting: Setting): BookSection[] {
  const { project, publication, lang, say, report } = setting;
  const courses = inLanguage(project.courses, lang);
  const pages = inLanguage(project.pages, lang);
  const place = (key: string) => publication.places[key];
  const listed = publication.facts.sections;
  if (!listed) {
    return [section(0, { title: say('courses') }, courses, [], undefined, setting)];
  }
  const named = new Set(listed.flatMap((facts) => facts.courses ?? []));
  const placed = new Set<string>();
  return listed.flatMap((facts, i) => {
    // A name that is no file's was reported when the publication was read.
    const find = <F>(sources: Source<F>[], slug: string) =>
      sources.filter((source) => source.slug === slug);
    const own = facts.courses?.flatMap((slug) => find(courses, slug));
    const subjects = facts.subject === undefined ? [] : [facts.subject].flat();
    const bySubject = courses.filter(
      ({ slug, facts: { subject } }) =>
        !named.has(slug) && subjects.some((name) => [subject ?? []].flat().includes(name)),
    );
    // A course of two subjects is printed once: where it is named, else in the first section that takes it.
    const taken = (own ?? bySubject).filter(({ slug }) => !placed.has(slug));
    for (const { slug } of taken) placed.add(slug);
    const editorial = facts.pages?.flatMap((slug) => find(pages, slug)) ?? [];
    const facing = facts.facing === undefined ? [] : find(pages, facts.facing);
    const found = section(i, facts, taken, editorial, facing[0], setting);
    if (found.courses.length + found.pages.length > 0) return [found];
    report(emptySection(facts.title), place(`sections.${i}.title`) ?? { file: publication.file });
    return [];
  });
}

function section(
  index: number,
  facts: SectionFacts,
  courses: Source<CourseFacts>[],
  pages: Source<PageFacts>[],
  facing: Source<PageFacts> | undefined,
  { publication }: Setting,
): BookSection {
  const extents = publication.facts.extent;
  const extentOf = ({ slug, facts: { subject } }: Source<CourseFacts>): Extent => {
    const bySubject = [subject ?? []].flat().map((name) => extents?.subjects?.[name]);
    return (
      extents?.courses?.[slug] ??
      bySubject.find(Boolean) ??
      facts.extent ??
      extents?.default ??
      'spread'
    );
  };
  const given = courses.map((course) => ({ course, extent: extentOf(course) }));
  const isShort = ({ extent }: { extent: Extent }) => extent === 'third';
  return {
    id: `section-${index + 1}`,
    title: facts.title,
    courses: [...given.filter((one) => !isShort(one)), ...given.filter(isShort)],
    pages,
    facing,
    hasOpener: facts.opener ?? (courses.length > 0 && publication.facts.sections !== undefined),
  };
}

/** The files of a language. */
export function inLanguage<F>(sources: readonly Source<F>[], lang: string): Source<F>[] {
  const base = (tag: string) => tag.split('-')[0];
  return sources.filter((source) => source.lang === lang || base(source.lang) === base(lang));
}
