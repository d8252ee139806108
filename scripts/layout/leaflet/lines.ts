import { countLines, displayLines } from '../display-lines.ts';
import type { Ruler } from '../ruler.ts';
import { lineEnd } from '../white-space.ts';

/** A way to set a title: a type role, and how many lines of it there may be. */
export interface Step {
  role: string;
  lines: number;
}

/** A title as it is set. */
export interface SetTitle {
  role: string;
  /** A line feed between the lines, after a space that is heard between their words. */
  text: string;
  lines: number;
}

export interface TitleRoom {
  widthMm: number;
  /** BCP 47. */
  lang: string;
  ruler: Ruler;
}

/**
 * Sets a title in the first step that holds it, in as few lines as it takes, broken well. In the
 * last one, if none does, it is left to the browser: the laid-out page then says by how much it is over.
 */
export function setTitle(
  text: string,
  steps: readonly Step[],
  { widthMm, lang, ruler }: TitleRoom,
): SetTitle {
  for (const { role, lines: most } of steps) {
    const widthOf = (words: string) => ruler(words, role);
    for (let count = 1; count <= most; count++) {
      const lines = displayLines(text, { widthOf, widthMm, lines: count, lang });
      if (lines) return { role, text: lines.join(lineEnd), lines: lines.length };
    }
  }
  const role = steps.at(-1)?.role ?? '';
  // A word too long for the line may break at its hyphens.
  const broken = text.replaceAll('\u2011', '-');
  return { role, text: broken, lines: linesOf(broken, role, widthMm, ruler) };
}

/** Lines that a text takes in a column of a type role. */
export function linesOf(text: string, role: string, widthMm: number, ruler: Ruler): number {
  return text.trim() === '' ? 0 : countLines(text, widthMm, (words) => ruler(words, role));
}
