import type { Report } from '../../finding.ts';
import type { Source } from '../model.ts';
import type { Kind, PublicationFile, Size } from '../schema/publication.ts';
import { type Candidate, valuesOf } from './fields.ts';
import * as say from './messages.ts';
import { fillPattern, type Named, nameOf, type Pattern, parsePattern } from './pattern.ts';
import { complainer, placeOf } from './within.ts';

/** What is made of a course: a kind in one of its sizes. */
export interface Form {
  kind: Kind;
  size?: Size | undefined;
}

/** Gives the pieces of a file their names. */
export interface Namer {
  /** @returns a slug; the same for two pieces is for the plan to find */
  name(form: Form, course: Candidate | undefined): string;
  /** Says of which courses the names lack something. */
  sayLacking(): void;
}

/** @returns undefined, after findings, where the pattern cannot be read */
export function openNamer(
  file: Source<PublicationFile>,
  forms: readonly Form[],
  report: Report,
): Namer | undefined {
  const { name, year } = file.facts;
  const text = name ?? usualPattern(file, forms);
  const pattern: Pattern | undefined = parsePattern(
    text,
    complainer(text, placeOf(file, 'name'), report),
  );
  if (!pattern) return undefined;
  const lacking = new Map<string, Set<string>>();
  const valueFor = (part: Named, { kind, size }: Form, course: Candidate | undefined) => {
    if ('field' in part) return course && valuesOf(course, part.field)[0];
    if (part.own === 'publication') return file.slug;
    if (part.own === 'course') return course?.slug;
    if (part.own === 'year') return year ?? course?.facts[0]?.year;
    // A kind of one size goes without.
    return part.own === 'kind' ? kind : (size ?? '');
  };
  return {
    name: (form, course) =>
      fillPattern(pattern, (part) => {
        const value = valueFor(part, form, course);
        const key = nameOf(part);
        if (value === undefined && course) {
          lacking.set(key, (lacking.get(key) ?? new Set()).add(course.slug));
        }
        return String(value ?? '');
      }),
    sayLacking: () => {
      for (const [key, slugs] of lacking) {
        report(say.nameWithout(key, [...slugs]), placeOf(file, 'name'));
      }
    },
  };
}

/** Without `name`: what tells the pieces of a file apart, and no more. */
function usualPattern({ facts }: Source<PublicationFile>, forms: readonly Form[]): string {
  const severalKinds = new Set(forms.map(({ kind }) => kind)).size > 1;
  const severalSizes = forms.length > new Set(forms.map(({ kind }) => kind)).size;
  const isAbout = facts.for !== undefined || facts.course !== undefined;
  return [
    severalKinds && isAbout ? '{course}' : '{publication}',
    severalKinds ? '{kind}' : facts.for !== undefined ? '{course}' : '',
    severalSizes ? '{size}' : '',
  ]
    .filter(Boolean)
    .join('-');
}
