import type { Lettering } from './lettering.ts';
import type { Label, Point } from './plot.ts';
import { type ChartSize, ptPerMm } from './sizes.ts';

/** A series in the key: its name and the mark that stands for it, placed at 0, 0. */
export interface KeyEntry {
  name: string;
  mark: Point;
}

/**
 * A key to the series, for where their names find no room beside what they name: marks and names
 * in rows above the plot. `bottom` is the last row's baseline; `height` is what the rows take up.
 */
export function keyRows(
  entries: readonly KeyEntry[],
  bottom: number,
  widthPt: number,
  { size, lettering }: { size: ChartSize; lettering: Lettering },
): { labels: Label[]; points: Point[] } {
  const markWidth = lettering.capHeight(size.notePt, false);
  const toName = markWidth + 0.45 * size.notePt;
  const leading = size.leadingMm * ptPerMm;
  let row = 0;
  let x = 0;
  const laid = entries.map((entry) => {
    const width = toName + lettering.width(entry.name, size.notePt, false);
    if (x > 0 && x + width > widthPt) {
      row++;
      x = 0;
    }
    const at = { entry, x, row };
    x += width + 1.2 * size.notePt;
    return at;
  });
  const baseline = (line: number) => bottom - (row - line) * leading;
  return {
    labels: laid.map(({ entry, x, row: line }) => ({
      role: 'series',
      x: x + toName,
      y: baseline(line),
      lines: [entry.name],
      size: size.notePt,
      leading,
      strong: false,
      ink: 'black',
      align: 'left',
    })),
    points: laid.map(({ entry, x, row: line }) => ({
      ...entry.mark,
      x: x + markWidth / 2,
      y: baseline(line) - markWidth / 2,
    })),
  };
}
