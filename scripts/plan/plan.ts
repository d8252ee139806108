import type { Project, Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import { nearest } from '../content/suggest.ts';
import type { Report } from '../finding.ts';
import { noPublications, unknownPublication } from './messages.ts';

/** One file that has to be made. */
export interface Job {
  publication: Source<PublicationFacts>;
  status: 'draft' | 'final';
  edition: 'screen' | 'print';
  /** Name of the file without its ending: slug, language where it is not the institution's, `-draft`. */
  name: string;
}

export interface PlanRequest {
  /** Slugs; none for all. */
  named: readonly string[];
  /** All as drafts. */
  draft: boolean;
  edition: 'screen' | 'print' | undefined;
}

/** What has to be made for a request, in the order of the files. */
export function planJobs(project: Project, request: PlanRequest, report: Report): Job[] {
  const all = project.publications;
  if (all.length === 0) {
    // Without a folder to look into that has been said.
    if (!project.isMissing) report(noPublications());
    return [];
  }
  const wanted = request.named.length
    ? all.filter(({ slug }) => request.named.includes(slug))
    : all;
  const slugs = all.map(({ slug }) => slug);
  for (const name of request.named.filter((slug) => !slugs.includes(slug))) {
    report(unknownPublication(name, slugs, nearest(name, slugs)));
  }
  return wanted.flatMap((publication) => {
    const editions = request.edition ? [request.edition] : publication.facts.editions;
    const status = request.draft ? 'draft' : publication.facts.status;
    const name = fileName(publication, project.institution.lang, status);
    return editions.map((edition) => ({ publication, status, edition, name }));
  });
}

function fileName(
  publication: Source<PublicationFacts>,
  home: string,
  status: 'draft' | 'final',
): string {
  const language = publication.lang === home ? '' : `-${publication.lang}`;
  return `${publication.slug}${language}${status === 'draft' ? '-draft' : ''}`;
}
