import type { Project, Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { PageFacts } from '../content/schema/page.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import { factsFor } from '../content/years.ts';

/** What goes into a publication: courses with the facts of its year, and editorial pages. */
export interface Contents {
  courses: Source<CourseFacts>[];
  pages: Source<PageFacts>[];
  /** Originals that are meant but have no version in the publication's language. */
  untranslated: Source<CourseFacts | PageFacts>[];
}

export function contentsOf(project: Project, publication: Source<PublicationFacts>): Contents {
  const { facts, lang } = publication;
  const isOther = base(lang) !== base(project.institution.lang);
  const untranslated: Source<CourseFacts | PageFacts>[] = [];
  const inLanguage = <T extends CourseFacts | PageFacts>(sources: readonly Source<T>[]) => {
    const own = sources.filter((source) => base(source.lang) === base(lang));
    if (isOther) {
      const slugs = new Set(own.map(({ slug }) => slug));
      const originals = sources.filter((source) => base(source.lang) !== base(lang));
      untranslated.push(...originals.filter(({ slug }) => !slugs.has(slug) && slugs.add(slug)));
    }
    return own;
  };
  const isMeant = meant(facts);
  const courses = inLanguage(project.courses.filter(isMeant.course));
  const pages = inLanguage(project.pages.filter(isMeant.page));
  return {
    courses: courses.map((course) => ({ ...course, ...factsFor(course, facts.year) })),
    pages,
    untranslated,
  };
}

/** A piece about one course; a book of sections; a book of everything. */
function meant(facts: PublicationFacts): {
  course: (course: Source<CourseFacts>) => boolean;
  page: (page: Source<PageFacts>) => boolean;
} {
  const { course, sections } = facts;
  if (course !== undefined) return { course: ({ slug }) => slug === course, page: () => false };
  if (!sections) return { course: () => facts.kind === 'book', page: () => false };
  const slugs = new Set(sections.flatMap((section) => section.courses ?? []));
  const pages = new Set(sections.flatMap(({ pages: own, facing }) => [...(own ?? []), facing]));
  const subjects = new Set(
    sections.flatMap((section) => (section.courses ? [] : (section.subject ?? []))),
  );
  return {
    course: ({ slug, facts: { subject } }) =>
      slugs.has(slug) || [subject ?? []].flat().some((name) => subjects.has(name)),
    page: ({ slug }) => pages.has(slug),
  };
}

function base(lang: string): string {
  return lang.split('-')[0]!;
}
