import type { PdfFile } from '../pdf/file.ts';
import { outlineOf } from '../pdf/outline.ts';
import { textString } from '../pdf/text.ts';
import type { PromisedHeading } from '../promise.ts';

/**
 * Gives each bookmark the words of its heading. Chromium puts together what stands on the lines of
 * a heading, without the space at which it breaks: "Group Therapyfor Empathy" (measured, 153).
 */
export function nameBookmarks(file: PdfFile, headings: readonly PromisedHeading[]): void {
  let next = 0;
  for (const { item, title } of outlineOf(file).items) {
    const written = bare(title);
    const found = headings.findIndex(({ text }, i) => i >= next && bare(text) === written);
    if (found < 0) continue;
    item.set('Title', textString(headings[found]!.text));
    next = found + 1;
  }
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
