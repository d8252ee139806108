import { PdfRef, type PdfValue } from '../pdf/objects.ts';
import { textOf } from '../pdf/text.ts';
import { Destinations } from './destinations.ts';
import { bookmarkIsMissing, bookmarkIsWrong } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

interface Entry {
  title: string;
  depth: number;
  /** From 0; undefined if it leads nowhere, which is said elsewhere. */
  page: number | undefined;
}

/**
 * The bookmarks are the headings: as many, in their order, with their words, leading to their
 * pages, each below the last heading of a lower level.
 */
export function checkBookmarks(opened: Opened): PageMessage[] {
  const { headings } = opened.promise;
  if (!headings) return [];
  const entries = entriesOf(opened);
  const path: number[] = [];
  for (const [i, { level, text, page }] of headings.entries()) {
    while (path.length > 0 && path.at(-1)! >= level) path.pop();
    path.push(level);
    const entry = entries[i];
    if (!entry) return [{ ...bookmarkIsMissing(text), page: page + 1 }];
    const isRight = entry.title === text && entry.depth === path.length;
    if (!isRight || (entry.page !== undefined && entry.page !== page)) {
      return [{ ...bookmarkIsWrong(entry.title, text), page: page + 1 }];
    }
  }
  const extra = entries[headings.length];
  return extra ? [bookmarkIsWrong(extra.title, '')] : [];
}

function entriesOf({ file, pages }: Opened): Entry[] {
  const destinations = new Destinations(file, pages);
  const entries: Entry[] = [];
  const seen = new Set<number>();
  const stack: { ref: PdfValue | undefined; depth: number }[] = [
    { ref: file.dict(file.catalog.get('Outlines'))?.get('First'), depth: 1 },
  ];
  while (stack.length > 0) {
    const { ref, depth } = stack.pop()!;
    const item = file.dict(ref);
    if (!(ref instanceof PdfRef) || !item || seen.has(ref.number)) continue;
    seen.add(ref.number);
    const title = file.string(item.get('Title'));
    const place = destinations.place(item.get('Dest') ?? file.dict(item.get('A'))?.get('D'));
    entries.push({ title: title ? textOf(title) : '', depth, page: place?.page });
    stack.push({ ref: item.get('Next'), depth }, { ref: item.get('First'), depth: depth + 1 });
  }
  return entries;
}
