import type { Place } from '../finding.ts';
import type { Source } from './model.ts';
import type { CourseFacts } from './schema/course.ts';

/**
 * The facts of a course for one year of entry: `years[year]` over those above it (groups of keys
 * are merged, lists and texts replaced), and only the fees of that year or of none. `places` follow:
 * `fees.0.total` is where the figure that is printed stands. Without a year, the facts as they are.
 */
export function factsFor(
  course: Pick<Source<CourseFacts>, 'facts' | 'places'>,
  year: number | undefined,
): { facts: CourseFacts; places: Record<string, Place> } {
  const own = year === undefined ? undefined : course.facts.years?.[String(year)];
  const others = course.facts.fees?.some((fee) => fee.year !== undefined && fee.year !== year);
  if (year === undefined || (!own && !others)) return course;
  const facts: Record<string, unknown> = { ...course.facts };
  const places = { ...course.places };
  for (const [key, value] of Object.entries(own ?? {})) {
    if (value === undefined) continue;
    const above = facts[key];
    const merges = isGroup(value) && isGroup(above);
    facts[key] = merges ? { ...above, ...definedOnly(value) } : value;
    if (!merges) forget(places, key);
    move(course.places, places, `years.${year}.${key}`, key);
  }
  if (own) facts.year = year;
  pickFees(facts as CourseFacts, places, year);
  return { facts: facts as CourseFacts, places };
}

/** Keeps the fees of the year, and those that name none; their places move up with them. */
function pickFees(facts: CourseFacts, places: Record<string, Place>, year: number): void {
  const fees = facts.fees ?? [];
  const kept = fees.map((fee, i) => ({ fee, i })).filter(({ fee }) => (fee.year ?? year) === year);
  if (kept.length === fees.length) return;
  const before = { ...places };
  forget(places, 'fees');
  if (before.fees) places.fees = before.fees;
  for (const [to, { i }] of kept.entries()) move(before, places, `fees.${i}`, `fees.${to}`);
  facts.fees = kept.map(({ fee }) => fee);
}

function forget(places: Record<string, Place>, key: string): void {
  for (const path of Object.keys(places)) {
    if (path === key || path.startsWith(`${key}.`)) delete places[path];
  }
}

function move(
  from: Readonly<Record<string, Place>>,
  to: Record<string, Place>,
  key: string,
  newKey: string,
): void {
  for (const [path, place] of Object.entries(from)) {
    if (path === key || path.startsWith(`${key}.`)) to[newKey + path.slice(key.length)] = place;
  }
}

function definedOnly(group: object): object {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
