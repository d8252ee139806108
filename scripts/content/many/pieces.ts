import type { Report } from '../../finding.ts';
import type { Series, Source } from '../model.ts';
import {
  type Kind,
  type PublicationFacts,
  type PublicationFile,
  type Size,
  sizesOfKind,
} from '../schema/publication.ts';
import type { Candidate } from './fields.ts';
import * as say from './messages.ts';
import { type Form, openNamer } from './namer.ts';
import { ownCourse, type Stock, selectCourses } from './select.ts';
import { placeOf } from './within.ts';

/** What a publication file stands for. */
export interface Pieces {
  /** Each of one kind, in one size, about one course: publications like any other. */
  pieces: Source<PublicationFacts>[];
  /** Where the file stands for many. */
  series?: Series;
}

/**
 * What is made of a publication file: for each course that its query matches (without one, for its
 * own course) a piece of each of its kinds, in each of its sizes that the kind has. Its slug is made
 * from `name`.
 */
export function piecesOf(file: Source<PublicationFile>, stock: Stock, report: Report): Pieces {
  const { for: query, kind, size } = file.facts;
  const kinds = [...new Set([kind].flat())];
  const sizes = [...new Set([size ?? []].flat())];
  const isMany = query !== undefined || kinds.length > 1 || sizes.length > 1;
  const forms = isMany ? formsOf(kinds, sizes) : [{ kind: kinds[0]!, size: sizes[0] }];
  const series = isMany ? { series: seriesOf(file, kinds) } : {};
  if (isMany && !isSound(file, kinds, sizes, report)) return { pieces: [], ...series };
  const namer = openNamer(file, forms, report);
  const courses =
    query === undefined ? [ownCourse(file, stock)] : selectCourses(file, query, stock, report);
  if (!namer || !courses) return { pieces: [], ...series };
  const pieces = courses.flatMap((course) =>
    forms.map((form) => {
      const slug = namer.name(form, course);
      return isMany ? oneOf(file, slug, form, course) : alone(file, slug, form);
    }),
  );
  namer.sayLacking();
  return { pieces, ...series };
}

/** Of several sizes each kind takes those that it has. */
function formsOf(kinds: readonly Kind[], sizes: readonly Size[]): Form[] {
  return kinds.flatMap((kind): Form[] => {
    const own = sizes.filter((size) => sizesOfKind[kind]?.includes(size));
    return own.length > 0 ? own.map((size) => ({ kind, size })) : [{ kind }];
  });
}

function seriesOf({ slug, lang, file, facts }: Source<PublicationFile>, kinds: Kind[]): Series {
  return { slug, lang, file, kinds, ...(facts.for === undefined ? {} : { for: facts.for }) };
}

/** A file that stands for one; without `name` its slug stays what it was. */
function alone(
  file: Source<PublicationFile>,
  slug: string,
  { kind, size }: Form,
): Source<PublicationFacts> {
  const { for: _, name, size: __, ...facts } = file.facts;
  return {
    ...file,
    slug: name === undefined ? file.slug : slug,
    facts: { ...facts, kind, ...(size ? { size } : {}) },
  };
}

/** One of many: about its course, with the title of that. */
function oneOf(
  file: Source<PublicationFile>,
  slug: string,
  form: Form,
  course: Candidate | undefined,
): Source<PublicationFacts> {
  const { title: _, ...one } = alone(file, slug, form).facts;
  const { places } = file;
  const asked = places.for ?? places.course;
  return {
    ...file,
    slug,
    facts: { ...one, ...(course ? { course: course.slug } : {}) },
    places: asked ? { ...places, course: asked } : places,
  };
}

/** Whether what the file says goes together. */
function isSound(
  file: Source<PublicationFile>,
  kinds: readonly Kind[],
  sizes: readonly Size[],
  report: Report,
): boolean {
  const { facts } = file;
  const isTwice = facts.for !== undefined && facts.course !== undefined;
  const lost = sizes.filter((size) => !kinds.some((kind) => sizesOfKind[kind]?.includes(size)));
  if (isTwice) report(say.courseAndFor(), placeOf(file, 'course'));
  if (kinds.includes('book')) report(say.bookForMany(), placeOf(file, 'kind'));
  for (const size of lost) report(say.sizeOfNone(size, kinds), placeOf(file, 'size'));
  if (facts.title !== undefined) report(say.titleForMany(), placeOf(file, 'title'));
  return !isTwice && !kinds.includes('book') && lost.length === 0;
}
