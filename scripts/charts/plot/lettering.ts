import { type Features, measure } from '../../fonts/measure.ts';
import type { Face } from '../chart.ts';
import type { Box, Label } from './plot.ts';

/** Figures in charts are lining and equally wide, whatever the text around them has. */
export const chartFeatures: Features = { lnum: true, tnum: true };

/** The words of a chart, measured in the brand's own fonts. Lengths are points. */
export interface Lettering {
  width(text: string, size: number, strong: boolean): number;
  /** The box of a label, from the top of its capitals to the foot of its g. */
  box(label: Label): Box;
  capHeight(size: number, strong: boolean): number;
}

/** How far the comma of a figure hangs below the baseline: figures themselves stand on it. */
const commaEm = 0.12;

/** Needs `readyToMeasure` to have been awaited. */
export function letteringOf(faces: { regular: Face; semibold: Face }): Lettering {
  const font = (strong: boolean) => (strong ? faces.semibold : faces.regular).font;
  const share = (units: number, size: number, strong: boolean) =>
    (units * size) / font(strong).unitsPerEm;
  // A font without these in its OS/2 table gets what is usual.
  const capHeight = (size: number, strong: boolean) =>
    share(font(strong).capHeight, size, strong) || 0.7 * size;
  const descent = (size: number, strong: boolean) =>
    Math.min(share(font(strong).descent, size, strong), 0.25 * size);
  const width = (text: string, size: number, strong: boolean) =>
    measure(font(strong), text, size, chartFeatures);
  return {
    width,
    capHeight,
    box: ({ role, lines, x, y, size, leading, strong, align }) => {
      const widest = Math.max(...lines.map((line) => width(line, size, strong)));
      const left = align === 'left' ? x : align === 'right' ? x - widest : x - widest / 2;
      return {
        left,
        right: left + widest,
        top: y - capHeight(size, strong),
        bottom:
          y +
          (lines.length - 1) * leading +
          (role === 'value' ? commaEm * size : descent(size, strong)),
      };
    },
  };
}
