import type { Project, Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import type { Place, Report } from '../finding.ts';
import type { Composed } from '../layout/compose/in-page.ts';
import { doesNotFit, leftOut, versionTaken, wordBroken } from '../layout/fit-messages.ts';

/** Says what did not fit, and which version was taken instead, with the file and line of the words. */
export function layoutFindings(
  { overflows, choices, broken }: Pick<Composed, 'overflows' | 'choices' | 'broken'>,
  project: Project,
  publication: Source<PublicationFacts>,
  report: Report,
): void {
  // A translation has the slug of its original.
  const { lang } = publication;
  const piece = publication.facts.kind.replace('-', ' ');
  const place = (source: string) =>
    placeOf(source, project, lang) ?? { file: publication.file, line: 1 };
  for (const overflow of overflows) {
    report(doesNotFit(piece, overflow), place(overflow.source));
  }
  for (const word of broken) report(wordBroken(piece, word), place(word.source));
  for (const choice of choices) {
    if (choice.index <= 0) continue;
    const message = choice.leavesOut ? leftOut : versionTaken;
    report(message(piece, choice), place(choice.source));
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
  return found && (found.places[path] ?? { file: found.file, line: 1 });
}

function baseOf(lang: string): string | undefined {
  return lang.split('-')[0];
}
