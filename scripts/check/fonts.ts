import { fontIsNotAllowed, fontIsNotEmbedded, fontIsType3, glyphIsMissing } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';
import type { TextRun } from './runs.ts';
import { plainText } from './text.ts';

const QUOTED = 60;

/** Holds the fonts the text is set in against those allowed, and looks for empty boxes. */
export function checkFonts({ text, promise }: Opened): PageMessage[] {
  const allowed = new Set(promise.fonts);
  const messages: PageMessage[] = [];
  // Once for each font: the first page it is seen on stands for all.
  const met = new Set<string>();
  text.forEach((runs, index) => {
    runs.forEach((run, at) => {
      if (run.missingGlyphs > 0) {
        messages.push({ ...glyphIsMissing(quoteAround(runs, at)), page: index + 1 });
      }
      const key = `${run.face.subtype} ${run.font}`;
      if (met.has(key)) return;
      met.add(key);
      const message = fontMessage(run, allowed, runs);
      if (message) messages.push({ ...message, page: index + 1 });
    });
  });
  return messages;
}

function fontMessage(
  { face, font }: TextRun,
  allowed: ReadonlySet<string>,
  runs: readonly TextRun[],
) {
  const quote = shortened(plainText(runs.filter((run) => run.face === face)));
  if (face.subtype === 'Type3') return fontIsType3(quote);
  if (!face.embedded) return fontIsNotEmbedded(font, quote);
  return allowed.has(font) ? undefined : fontIsNotAllowed(font, quote);
}

/** The run with what stands beside it on its line, so that the place can be found. */
function quoteAround(runs: readonly TextRun[], at: number): string {
  const { yMm } = runs[at]!;
  const near = runs.slice(Math.max(0, at - 1), at + 2);
  return shortened(plainText(near.filter((run) => Math.abs(run.yMm - yMm) < 0.1)));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
