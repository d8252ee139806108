import type { Lettering } from './lettering.ts';
import type { Label, Point } from './plot.ts';
import { type ChartSize, ptPerMm } from './sizes.ts';
import { wrapHard } from './wrap.ts';

/** A series in the key: its name and the mark that stands for it, placed at 0, 0. */
export interface KeyEntry {
  name: string;
  mark: Point;
}

/**
 * A key to the series, for where their names find no room beside what they name: marks and names
 * in rows above the plot, the last line of them with its baseline at `bottom`.
 */
export function keyRows(
  entries: readonly KeyEntry[],
  bottom: number,
  widthPt: number,
  { size, lettering }: { size: ChartSize; lettering: Lettering },
): { labels: Label[]; points: Point[] } {
  const width = (text: string) => lettering.width(text, size.notePt, false);
  const markWidth = lettering.capHeight(size.notePt, false);
  const toName = markWidth + 0.45 * size.notePt;
  const leading = size.leadingMm * ptPerMm;
  let line = 0;
  let x = 0;
  let deepest = 0;
  const laid = entries.map(({ name, mark }) => {
    const lines = wrapHard(name, widthPt - toName, width);
    const room = toName + Math.max(...lines.map(width));
    if (x > 0 && x + room > widthPt) {
      line = deepest + 1;
      x = 0;
    }
    const at = { mark, lines, x, line };
    deepest = Math.max(deepest, line + lines.length - 1);
    x += room + 1.2 * size.notePt;
    return at;
  });
  const baseline = (of: number) => bottom - (deepest - of) * leading;
  return {
    labels: laid.map((entry) => ({
      role: 'series',
      x: entry.x + toName,
      y: baseline(entry.line),
      lines: entry.lines,
      size: size.notePt,
      leading,
      strong: false,
      ink: 'black',
      align: 'left',
    })),
    points: laid.map((entry) => ({
      ...entry.mark,
      x: entry.x + markWidth / 2,
      y: baseline(entry.line) - markWidth / 2,
    })),
  };
}
