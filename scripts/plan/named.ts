import type { Project, Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import { nearest } from '../content/suggest.ts';
import type { Report } from '../finding.ts';
import { unknownPublication } from './messages.ts';

/**
 * The publications that were asked for by name: of a file that stands for many, all of its pieces
 * by the name of the file, or one by its own.
 *
 * @param names none for all
 */
export function namedPublications(
  { publications, series = [] }: Project,
  names: readonly string[],
  report: Report,
): Source<PublicationFacts>[] {
  if (names.length === 0) return publications;
  const slugs = new Set(publications.map(({ slug }) => slug));
  const files = new Set(series.map(({ slug }) => slug));
  const pieces = new Set(series.map(({ file }) => file));
  for (const name of names) {
    if (slugs.has(name) || files.has(name)) continue;
    // Of the pieces there may be hundreds.
    const alone = publications.filter(({ file }) => !pieces.has(file)).map(({ slug }) => slug);
    const listed = [...new Set([...files, ...alone])].sort();
    report(unknownPublication(name, listed, nearest(name, [...files, ...slugs])));
  }
  const wanted = new Set(series.filter(({ slug }) => names.includes(slug)).map(({ file }) => file));
  return publications.filter(({ slug, file }) => names.includes(slug) || wanted.has(file));
}
