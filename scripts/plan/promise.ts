import type { Project } from '../content/model.ts';
import type { Document } from '../layout/document.ts';
import type {
  PageTrim,
  PromisedHeading,
  PromisedReference,
  PromisedTarget,
  ScreenPromise,
} from '../promise.ts';
import type { World } from '../world.ts';
import { offsetsOf, pageOf } from './offsets.ts';
import type { Job } from './plan.ts';
import type { Printed } from './print.ts';

/** What goes into a file that names no date: the same for all, so that equal input gives equal bytes. */
const noDate = '2000-01-01T00:00:00Z';

/** What the finished file promises of itself, from what was laid out and printed. */
export function promiseOf(
  document: Document,
  { placed, chunks }: Printed,
  { publication }: Job,
  project: Project,
  world: World,
): ScreenPromise {
  const { folio } = document;
  const pages = placed.flatMap(({ first, count }) =>
    Array.from({ length: count }, (_, i) => ({
      ...trimOf(document),
      // A page that prints no number (cover, opener) counts all the same, and its label says so.
      folio: folio(first + i),
    })),
  );
  const { issued } = publication.facts;
  return {
    title: document.title,
    lang: document.lang,
    author: project.institution.facts.name ?? '',
    stamp: world.stamp ?? (issued ? `${issued}T00:00:00Z` : noDate),
    pages: document.paginated ? pages : ownPages(pages, chunks),
    fonts: document.fonts,
    headings: headingsOf(chunks),
    ...(document.paginated ? referencesOf(document, placed, chunks) : { targets: [] }),
  };
}

/** Where the trim lies, which is the same on all pages of a document. */
export function trimOf({ geometry }: Document): PageTrim {
  const { page, padPx } = geometry;
  return {
    trimWidthMm: page.widthMm,
    trimHeightMm: page.heightMm,
    originPx: { x: padPx, y: padPx },
  };
}

function headingsOf(chunks: Printed['chunks']): PromisedHeading[] {
  return chunks.flatMap(({ composed, firstPage }) =>
    composed.survey.headings
      .filter(({ text }) => text !== '')
      .map(({ level, text, page }) => ({ level, text, page: firstPage - 1 + page })),
  );
}

/** A sheet may have come to more pages than were planned. */
function ownPages(
  planned: ScreenPromise['pages'],
  chunks: Printed['chunks'],
): ScreenPromise['pages'] {
  const [first] = planned;
  const count = chunks.reduce((sum, { composed }) => sum + composed.survey.pages, 0);
  if (!first) return planned;
  return Array.from({ length: count }, (_, i) => ({
    ...first,
    folio: String(i + 1),
  }));
}

/** Everything that a printed number points at, and the numbers that running text prints. */
function referencesOf(
  { folio }: Document,
  placed: Printed['placed'],
  chunks: Printed['chunks'],
): { targets: PromisedTarget[]; references: PromisedReference[] } {
  const offsets = offsetsOf(chunks.map(({ composed }) => composed));
  const numberOf = (id: string) => {
    const page = pageOf(id, placed, offsets);
    return page === undefined ? '' : folio(page);
  };
  const found = Object.assign(
    {},
    ...chunks.map(({ composed }) => composed.survey.targets),
  ) as Printed['chunks'][number]['composed']['survey']['targets'];
  const references = chunks.flatMap(({ composed, firstPage }) =>
    composed.survey.references.map(({ to, page, before, after }) => ({
      to,
      page: firstPage - 1 + page,
      text: `${before}${numberOf(to)}${after}`,
    })),
  );
  const ids = placed.flatMap(({ part }) => [part.id, ...(part.aliases ?? [])]);
  const targets = [...new Set([...ids, ...references.map(({ to }) => to)])].flatMap((id) => {
    const target = found[id];
    return target ? [{ id, folio: numberOf(id), text: target.text }] : [];
  });
  return { targets, references };
}
