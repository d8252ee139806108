import type { Project, Source } from '../content/model.ts';
import type { Format, PublicationFacts } from '../content/schema/publication.ts';
import type { Report } from '../finding.ts';
import { withoutClashes } from './clashes.ts';
import { noPublications } from './messages.ts';
import { namedPublications } from './named.ts';

/** One file that has to be made. */
export interface Job {
  publication: Source<PublicationFacts>;
  status: 'draft' | 'final';
  format: Format;
  edition: 'screen' | 'print';
  /** Name of the file without its ending: slug, format, language where it is not the institution's, `-draft`. */
  name: string;
}

export interface PlanRequest {
  /** Slugs; none for all. */
  named: readonly string[];
  /** All as drafts. */
  draft: boolean;
  format: Format | undefined;
  edition: 'screen' | 'print' | undefined;
}

/**
 * What has to be made for a request, in the order of the files; nothing whose name is another's, too.
 */
export function planJobs(project: Project, request: PlanRequest, report: Report): Job[] {
  const { publications, series = [] } = project;
  if (publications.length + series.length === 0) {
    // Without a folder to look into that has been said.
    if (!project.isMissing) report(noPublications());
    return [];
  }
  const wanted = new Set(namedPublications(project, request.named, report));
  const jobs = publications.flatMap((publication) => {
    const editions = request.edition ? [request.edition] : publication.facts.editions;
    const status = request.draft ? 'draft' : publication.facts.status;
    const formats = request.format ? [request.format] : publication.facts.formats;
    return formats.flatMap((format) => {
      const name = fileName(publication, format, project.institution.lang, status);
      // A page of the web is read on a screen, whatever else the piece is printed for.
      const wanted: readonly Job['edition'][] = format === 'html' ? ['screen'] : editions;
      return wanted.map((edition) => ({ publication, status, format, edition, name }));
    });
  });
  return withoutClashes(jobs, filePath, report).filter(({ publication }) =>
    wanted.has(publication),
  );
}

function fileName(
  publication: Source<PublicationFacts>,
  format: Format,
  home: string,
  status: 'draft' | 'final',
): string {
  const language = publication.lang === home ? '' : `-${publication.lang}`;
  const suffix = format === 'clear' || format === 'large' ? `-${format}` : '';
  return `${publication.slug}${suffix}${language}${status === 'draft' ? '-draft' : ''}`;
}

/** Where the file of a job goes, below output/. */
export function filePath({ format, edition, name }: Job): string {
  return format === 'html' ? `html/${name}.html` : `${edition}/${name}.pdf`;
}
