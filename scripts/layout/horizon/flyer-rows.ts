import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import type { FactRow } from '../fact-row.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { type FrontKey, frontFacts, frontKeys } from './front-facts.ts';
import { linesOf, plainWords } from './horizon.ts';

/** The rows of a flyer's front. */
export interface FrontRows {
  rows: FactRow[];
  /** Width of the labels, in mm. */
  label: number;
  /** The first baseline. */
  firstRow: number;
}

/** Baselines of the course's name, of the first row on most flyers, and of the last line there is. */
const courseMm = 155;
const usualMm = 175;
const lastMm = 200;
const labelMm = 20;
const mostRows = 3;

/**
 * The three facts that are asked for first, as far as they are known and have room; a smaller number
 * is enough. They begin on one line on all flyers: lower under a long name, higher where that gets
 * in one more.
 *
 * @param headLines lines of the course's name and award
 */
export function rowsOf(
  course: Source<CourseFacts>,
  setting: Setting,
  { headLines, widthMm, ruler }: { headLines: number; widthMm: number; ruler: Ruler },
): FrontRows {
  const known = frontFacts(course, setting);
  const widest = [...known.values()].map((row) => ruler(row.label, 'front-label'));
  const label = Math.max(labelMm, Math.ceil(Math.max(0, ...widest) + 3));
  const linesIn = ({ value }: FactRow) =>
    linesOf(plainWords(value), 'front-fact', widthMm - label, ruler);
  const highest = Math.max(usualMm - 5, courseMm + 5 * (headLines + 1));
  const usual = Math.max(usualMm, highest);
  const chosen = chooseFrom(usual, known, linesIn);
  const more = chooseFrom(highest, known, linesIn);
  const asked = frontKeys.slice(0, mostRows);
  const isBetter = asked.some((key) => more.has(key) && !chosen.has(key));
  const taken = isBetter ? more : chosen;
  // What it costs stands last, whatever stands in for another.
  const order: FrontKey[] = ['starts', 'duration', 'delivery', 'location', 'entry', 'fees'];
  const rows = order.flatMap((key) => (taken.has(key) ? (known.get(key) ?? []) : []));
  return { rows, label, firstRow: isBetter ? highest : usual };
}

function chooseFrom(
  firstMm: number,
  known: ReadonlyMap<FrontKey, FactRow>,
  linesIn: (row: FactRow) => number,
): Set<FrontKey> {
  const chosen = new Set<FrontKey>();
  // A row takes its lines and an empty one, which the last has no use for.
  let room = Math.floor((lastMm - firstMm) / 5 + 0.01) + 2;
  for (const key of frontKeys) {
    const row = known.get(key);
    if (!row || chosen.size === mostRows || linesIn(row) + 1 > room) continue;
    room -= linesIn(row) + 1;
    chosen.add(key);
  }
  return chosen;
}
