import type { PdfFile } from '../pdf/file.ts';
import { type PdfDict, PdfRef, type PdfValue } from '../pdf/objects.ts';
import { textOf, textString } from '../pdf/text.ts';
import type { PromisedHeading } from '../promise.ts';

/**
 * Gives each bookmark the words of its heading. Chromium puts together what stands on the lines of
 * a heading, without the space at which it breaks: "Group Therapyfor Empathy" (measured, 153).
 */
export function nameBookmarks(file: PdfFile, headings: readonly PromisedHeading[]): void {
  let next = 0;
  for (const item of bookmarksIn(file)) {
    const title = file.string(item.get('Title'));
    const written = bare(title ? textOf(title) : '');
    const found = headings.findIndex(({ text }, i) => i >= next && bare(text) === written);
    if (found < 0) continue;
    item.set('Title', textString(headings[found]!.text));
    next = found + 1;
  }
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** All bookmarks, in the order in which they stand. */
function bookmarksIn(file: PdfFile): PdfDict[] {
  const found: PdfDict[] = [];
  const seen = new Set<number>();
  const stack: (PdfValue | undefined)[] = [file.dict(file.catalog.get('Outlines'))?.get('First')];
  while (stack.length > 0) {
    const ref = stack.pop();
    const item = file.dict(ref);
    if (!(ref instanceof PdfRef) || !item || seen.has(ref.number)) continue;
    seen.add(ref.number);
    found.push(item);
    stack.push(item.get('Next'), item.get('First'));
  }
  return found;
}
