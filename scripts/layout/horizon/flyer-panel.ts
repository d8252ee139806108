import type { Ruler } from '../ruler.ts';
import type { BackRow } from './front-facts.ts';
import { linesOf, plainWords } from './horizon.ts';

/** The panel of facts at the foot of a flyer's back. */
export interface PanelPlan {
  rows: readonly BackRow[];
  /** Rows are set closer: half an empty line between them. */
  isDense: boolean;
  /** What there is no room for. */
  leftOut: BackRow[];
  /** From the first row's first baseline to the last one's last. */
  heightMm: number;
}

const labelMm = 26;
const valueMm = 64;

/**
 * The rows that a panel of this height holds. What gives way, in this order: what buyers need not be
 * told, from the last in rank; the longer list of modules; half of the empty line between rows; of
 * what is needed all but the first; then the rest, from the last in rank. Rows keep their order.
 *
 * @param roomMm from the first row's first baseline to the last one's last
 */
export function planPanel(rows: readonly BackRow[], roomMm: number, ruler: Ruler): PanelPlan {
  const shorter = (mayLose: boolean) =>
    rows.map((row) =>
      row.short && (mayLose || !row.short.isPartial) ? { ...row, value: row.short.value } : row,
    );
  const material = (all: readonly BackRow[]) => all.filter(({ isMaterial }) => isMaterial);
  const tries = [
    ...thinner(rows, ({ isMaterial }) => !isMaterial).map((kept) => ({ kept, isDense: false })),
    { kept: material(shorter(false)), isDense: false },
    { kept: material(rows), isDense: true },
    { kept: material(shorter(false)), isDense: true },
    ...thinner(material(shorter(true)), () => true).map((kept) => ({ kept, isDense: true })),
  ];
  for (const { kept, isDense } of tries) {
    const heightMm = heightOf(kept, isDense, ruler);
    if (heightMm > roomMm + 0.01) continue;
    const isWhole = (row: BackRow) =>
      kept.some(({ key, value }) => {
        const isCut = row.short?.isPartial && value === row.short.value;
        return key === row.key && !isCut;
      });
    return { rows: kept, isDense, leftOut: rows.filter((row) => !isWhole(row)), heightMm };
  }
  return { rows: [], isDense: false, leftOut: [...rows], heightMm: 0 };
}

/** All of them, then without one after the other of those that may go, the last in rank first. */
function thinner(
  rows: readonly BackRow[],
  mayGo: (row: BackRow) => boolean,
): (readonly BackRow[])[] {
  const going = rows.filter(mayGo).sort((one, other) => other.rank - one.rank);
  return [
    rows,
    ...going.map((_, i) => {
      const gone = new Set(going.slice(0, i + 1));
      return rows.filter((row) => !gone.has(row));
    }),
  ];
}

function heightOf(rows: readonly BackRow[], isDense: boolean, ruler: Ruler): number {
  const lines = rows.map(({ label, value }) =>
    Math.max(
      linesOf(label, 'panel-label', labelMm - 2, ruler),
      linesOf(plainWords(value), 'fact', valueMm, ruler),
    ),
  );
  const gapMm = isDense ? 2.5 : 5;
  const textMm = 5 * lines.reduce((sum, count) => sum + count, 0);
  return rows.length === 0 ? 0 : textMm - 5 + gapMm * (rows.length - 1);
}
