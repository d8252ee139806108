import type { Project, Source } from '../content/model.ts';
import type { ChartFacts } from '../content/schema/chart.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { isoDate } from '../content/schema/fields.ts';
import type { PageFacts } from '../content/schema/page.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import type { Place } from '../finding.ts';
import { addDays, yearOf } from './dates.ts';
import * as say from './expiry-messages.ts';
import type { Watch } from './watch.ts';

/** An application that closes sooner than this after `asOf` is worth a word. */
const noticeDays = 30;

type Ages =
  | Project['institution']
  | Source<CourseFacts>
  | Source<PageFacts>
  | Source<PublicationFacts>;

/** Everything with a last day, wherever it stands in the facts. */
export function lintExpiry(source: Ages, watch: Watch): void {
  const at = placesOf(source);
  for (const [path, key, value] of lastDays(source.facts)) {
    watch.until(value, (date) => say.expired(path, key, date), at(path));
  }
  const { facts } = source as { facts: Partial<CourseFacts & PageFacts> };
  if (facts.apply?.until) lintDeadline(facts.apply, at, watch);
  lintProjections(facts, at, watch);
}

type At = (path: string) => Place;

const placesOf =
  ({ places, file }: Ages): At =>
  (path) =>
    places[path] ?? { file, line: 1 };

const lastDayKeys = new Set(['validUntil', 'consentUntil']);

/** `fees.0.validUntil`, `images.1.consentUntil`, `accreditation.0.until` and their dates. */
function* lastDays(facts: unknown, path = ''): Generator<[string, string, string]> {
  if (facts === null || typeof facts !== 'object') return;
  for (const [key, value] of Object.entries(facts)) {
    const full = path === '' ? key : `${path}.${key}`;
    // Facts of other years are not what is printed.
    if (key === 'rows' || full === 'years') continue;
    const isLastDay =
      lastDayKeys.has(key) || (key === 'until' && path.startsWith('accreditation.'));
    if (isLastDay && typeof value === 'string') yield [full, key, value];
    else yield* lastDays(value, full);
  }
}

function lintDeadline(
  apply: { from?: string | undefined; until?: string | undefined },
  at: At,
  { asOf, report, changesOn }: Watch,
): void {
  const { from, until } = apply;
  if (!until) return;
  if (from && from > until) report(say.applyBackwards(from, until), at('apply.from'));
  const noticeFrom = addDays(until, 1 - noticeDays);
  changesOn(noticeFrom);
  changesOn(addDays(until, 1));
  if (asOf > until) report(say.applyPast(until), at('apply.until'));
  else if (asOf >= noticeFrom) report(say.applySoon(until), at('apply.until'));
}

/** Course dates that have all gone by. */
export function lintStarts(course: Source<CourseFacts>, watch: Watch): void {
  const starts = course.facts.starts ?? [];
  const at = placesOf(course);
  for (const [i, start] of starts.entries()) {
    // `2027/28` is a year of study; other figures with hyphens, dots or slashes are meant as a date.
    const isDateMeant = /^\d+([-./]\d+)+\.?$/.test(start) && !/^\d{4}[/-]\d{2}$/.test(start);
    const isMonth = /^\d{4}-\d{1,2}$/.test(start);
    if ((isDateMeant || isMonth) && !isoDate.safeParse(start).success) {
      watch.report(say.startNotDate(start), at(`starts.${i}`));
    }
  }
  const dates = starts.filter((start) => isoDate.safeParse(start).success).sort();
  if (dates.length === 0 || dates.length < starts.length) return;
  watch.until(dates.at(-1), say.startsPast, at('starts'));
}

/** A projection says what will be; once its year is over, it is known what was. */
function lintProjections(facts: Partial<CourseFacts & PageFacts>, at: At, watch: Watch): void {
  for (const [id, chart] of Object.entries(facts.charts ?? {})) {
    for (const [row, year] of projectedRows(chart)) {
      const path = `charts.${id}.rows.${row}`;
      watch.until(
        `${year}-12-31`,
        () => say.projectionPast(`The row \`${year}\` of the chart \`${id}\``, year),
        at(path),
      );
    }
  }
  for (const [i, claim] of (facts.claims ?? []).entries()) {
    const year = claim.kind === 'projection' ? yearOf(claim.text) : undefined;
    if (year === undefined) continue;
    watch.until(`${year}-12-31`, () => say.projectionPast('The claim', year), at(`claims.${i}`));
  }
  for (const [i, figure] of (facts.figures ?? []).entries()) {
    const year =
      figure.kind === 'projection' ? yearOf(`${figure.label} ${figure.value}`) : undefined;
    if (year === undefined) continue;
    watch.until(`${year}-12-31`, () => say.projectionPast('The figure', year), at(`figures.${i}`));
  }
}

function projectedRows(chart: ChartFacts): [row: number, year: number][] {
  return (chart.rows ?? []).flatMap((row, i) => {
    const kind = row[chart.kind] ?? chart.sourceKind;
    const year = kind === 'projection' ? yearOf(row[chart.x]) : undefined;
    return year === undefined ? [] : [[i, year] as [number, number]];
  });
}
