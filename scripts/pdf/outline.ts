import type { PdfFile } from './file.ts';
import { type PdfDict, PdfRef, type PdfValue } from './objects.ts';
import { textOf } from './text.ts';

/** One bookmark. */
export interface OutlineItem {
  item: PdfDict;
  /** 1 for those that lie at the top. */
  depth: number;
  /** '' if it has none. */
  title: string;
}

/**
 * The bookmarks of a file (ISO 32000-1, 12.3.3) in the order in which they stand, each once;
 * whether one of them contains itself.
 */
export function outlineOf(file: PdfFile): { items: OutlineItem[]; isLoop: boolean } {
  const items: OutlineItem[] = [];
  const seen = new Set<number>();
  let isLoop = false;
  const stack: { ref: PdfValue | undefined; depth: number }[] = [
    { ref: file.dict(file.catalog.get('Outlines'))?.get('First'), depth: 1 },
  ];
  while (stack.length > 0) {
    const { ref, depth } = stack.pop()!;
    const item = file.dict(ref);
    if (!(ref instanceof PdfRef) || !item) continue;
    if (seen.has(ref.number)) {
      isLoop = true;
      continue;
    }
    seen.add(ref.number);
    const title = file.string(item.get('Title'));
    items.push({ item, depth, title: title ? textOf(title) : '' });
    stack.push({ ref: item.get('Next'), depth }, { ref: item.get('First'), depth: depth + 1 });
  }
  return { items, isLoop };
}
