import type { Project, Source } from '../content/model.ts';
import type { Place, Report } from '../finding.ts';
import type { Composed } from '../layout/compose/in-page.ts';
import { doesNotFit } from '../layout/messages.ts';

/** Says what did not fit, with the file and line of the words. */
export function layoutFindings(composed: Composed, project: Project, report: Report): void {
  for (const { panel, source, overMm, text } of composed.overflows) {
    report(doesNotFit(panel, overMm, text), placeOf(source, project));
  }
}

/** `content/courses/x.md:41`, or a fact: `x#fees.0.total`. */
function placeOf(source: string, project: Project): Place | undefined {
  const block = /^(.*):(\d+)$/.exec(source);
  if (block) return { file: block[1] ?? '', line: Number(block[2]) };
  const [slug = '', path = ''] = source.split('#');
  const all: Source<unknown>[] = [...project.courses, ...project.pages, ...project.publications];
  const found =
    all.find((one) => one.slug === slug && one.places[path]) ??
    all.find((one) => one.slug === slug);
  return found && (found.places[path] ?? { file: found.file });
}
