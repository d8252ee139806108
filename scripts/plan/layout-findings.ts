import type { Project, Source } from '../content/model.ts';
import type { Place, Report } from '../finding.ts';
import type { Composed } from '../layout/compose/in-page.ts';
import { doesNotFit } from '../layout/messages.ts';

/**
 * Says what did not fit, with the file and line of the words.
 *
 * @param lang of the publication: a translation has the slug of its original
 */
export function layoutFindings(
  composed: Composed,
  project: Project,
  lang: string,
  report: Report,
): void {
  for (const { panel, source, overMm, text } of composed.overflows) {
    report(doesNotFit(panel, overMm, text), placeOf(source, project, lang));
  }
}

/** `content/courses/x.md:41`, or a fact: `x#fees.0.total`. */
function placeOf(source: string, project: Project, lang: string): Place | undefined {
  const block = /^(.*):(\d+)$/.exec(source);
  if (block) return { file: block[1] ?? '', line: Number(block[2]) };
  const [slug = '', path = ''] = source.split('#');
  const all: Source<unknown>[] = [...project.courses, ...project.pages, ...project.publications];
  const isOwn = (one: Source<unknown>) => baseOf(one.lang) === baseOf(lang);
  const found =
    all.find((one) => one.slug === slug && isOwn(one) && one.places[path]) ??
    all.find((one) => one.slug === slug && one.places[path]) ??
    all.find((one) => one.slug === slug);
  return found && (found.places[path] ?? { file: found.file });
}

function baseOf(lang: string): string | undefined {
  return lang.split('-')[0];
}
