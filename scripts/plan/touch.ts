import type { Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import { type Finding, weight } from '../finding.ts';

/**
 * Whether what stands in a file of the project can be printed in a publication. Where that is not
 * sure, it can: a snippet, a picture and a table may be in any.
 *
 * @param file as findings name it: `content/courses/x.cy.md`
 */
export function touches(file: string, publication: Source<PublicationFacts>): boolean {
  const [, folder, name] = /^content\/(\w+)\/([^/]+)$/.exec(file) ?? [];
  if (folder === 'publications') return file === publication.file;
  const { course } = publication.facts;
  if (course === undefined) return isListed(folder, name?.split('.')[0], publication.facts);
  if (folder === 'courses') return name?.split('.')[0] === course;
  return folder !== 'pages';
}

/** Whether a book takes in a course or page: one that names all it prints takes in no other. */
function isListed(
  folder: string | undefined,
  slug: string | undefined,
  { sections }: PublicationFacts,
): boolean {
  if (!sections || sections.some(({ subject }) => subject !== undefined)) return true;
  const named = sections.flatMap(({ courses, pages, facing }) => {
    if (folder === 'courses') return courses ?? [];
    return [...(pages ?? []), ...(facing ? [facing] : [])];
  });
  return (folder !== 'courses' && folder !== 'pages') || named.includes(slug ?? '');
}

/** Whether a publication is about a file and little else: its own file, or that of its one course. */
export function isAbout(file: string, publication: Source<PublicationFacts>): boolean {
  const isLocal = /^content\/(publications|courses)\//.test(file);
  const isOne = publication.facts.course !== undefined || file === publication.file;
  return isLocal && isOne && touches(file, publication);
}

/**
 * Whether a publication cannot be trusted because of what was found in the project: what could not
 * be read was left out, and a book must not appear without it.
 */
export function isSpoilt(
  publication: Source<PublicationFacts>,
  findings: readonly Finding[],
): boolean {
  return findings.some(
    ({ severity, place }) =>
      weight(severity, 'draft') === 'error' && (!place || touches(place.file, publication)),
  );
}
