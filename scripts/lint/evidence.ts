import type { Block, Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { PageFacts } from '../content/schema/page.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import type { Place } from '../finding.ts';
import * as say from './messages.ts';
import { wasRefused } from './refused.ts';
import type { Watch } from './watch.ts';

type Written = Source<CourseFacts> | Source<PageFacts>;

/** Claims, charts and figures that nobody could back up (CAP Code 3.7). */
export function lintEvidence(source: Written, { report }: Watch): void {
  const { places, file } = source;
  const facts: Partial<CourseFacts & PageFacts> = source.facts;
  const at = (path: string): Place => places[path] ?? { file, line: 1 };
  for (const [i, claim] of (facts.claims ?? []).entries()) {
    if (wasRefused(source, `claims.${i}`)) continue;
    if (!claim.source) report(say.claimWithoutSource(claim.text), at(`claims.${i}`));
    else {
      const lacks = (['date', 'kind', 'evidence'] as const).filter((key) => !claim[key]);
      if (lacks.length > 0) report(say.claimIncomplete(claim.text, lacks), at(`claims.${i}`));
    }
  }
  const placed = new Set(blocksOf(source).flatMap((b) => (b.kind === 'chart' ? [b.chart] : [])));
  for (const [id, chart] of Object.entries(facts.charts ?? {})) {
    const path = `charts.${id}`;
    const lacks = (key: 'source' | 'rows' | 'unit' | 'alt') =>
      !chart[key] && !wasRefused(source, `${path}.${key}`);
    if (lacks('source')) report(say.chartWithoutSource(id), at(path));
    const isEmpty = chart.rows?.length === 0 || lacks('rows');
    if (!chart.spec && !chart.data && isEmpty) report(say.chartEmpty(id), at(path));
    if (!chart.spec && lacks('unit')) report(say.chartWithoutUnit(id), at(path));
    if (chart.spec && lacks('alt')) report(say.chartWithoutAlt(id), at(path));
    if (!placed.has(id)) report(say.chartNotPlaced(id), at(path));
  }
  for (const [i, figure] of (facts.figures ?? []).entries()) {
    if (!figure.source && !wasRefused(source, `figures.${i}`))
      report(say.figureWithoutSource(figure.label), at(`figures.${i}`));
  }
  if (facts.careers && /\d/.test(facts.careers) && !isClaimed(facts.careers, facts.claims)) {
    report(say.careersWithoutClaim(), at('careers'));
  }
}

/** What has to be known of every picture: what it shows, who made it, and by what right it is used. */
export function lintImages(source: Written | Source<PublicationFacts>, { report }: Watch): void {
  const { places, file } = source;
  const facts = source.facts as Partial<CourseFacts & PageFacts & PublicationFacts>;
  const listed = [
    ...(facts.images ?? []).map((image, i) => ({ image, path: `images.${i}` })),
    ...(facts.picture ? [{ image: facts.picture, path: 'picture' }] : []),
    ...(facts.cover?.picture ? [{ image: facts.cover.picture, path: 'cover.picture' }] : []),
  ];
  for (const { image, path } of listed) {
    const place = places[path] ?? { file, line: 1 };
    if (wasRefused(source, path)) continue;
    if (image.alt === undefined) report(say.imageWithoutAlt(image.file), place);
    if (!image.credit) report(say.imageWithoutCredit(image.file), place);
    if (!image.rights) report(say.imageWithoutRights(image.file), place);
  }
  const known = new Set(listed.map(({ image }) => image.file));
  // The prose of a publication is not printed.
  for (const block of 'kind' in source.facts ? [] : blocksOf(source)) {
    if (block.kind !== 'figure' || known.has(block.image)) continue;
    if (wasRefused(source, block.image)) continue;
    report(say.imageNotListed(block.image), { file: block.file, line: block.line });
  }
}

export function blocksOf(source: Pick<Source<unknown>, 'body'>): Block[] {
  return source.body.flatMap((section) => section.blocks);
}

/** Whether a claim says the same: one of the two texts holds the other. */
export function isClaimed(text: string, claims: CourseFacts['claims']): boolean {
  const words = bare(text);
  return (claims ?? []).some((claim) => {
    const claimed = bare(claim.text);
    return words.includes(claimed) || claimed.includes(words);
  });
}

export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
