import { outlineOf } from '../pdf/outline.ts';
import { Destinations, isOnPage, type Place } from './destinations.ts';
import {
  bookmarkIsMissing,
  bookmarkIsWrong,
  bookmarkLeadsNowhere,
  bookmarksAreHidden,
  bookmarksContainThemselves,
} from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

/** Files with more pages open with their bookmarks shown. */
const PAGES_WITHOUT_BOOKMARKS = 4;

interface Entry {
  title: string;
  depth: number;
  /** Undefined if it leads nowhere. */
  place: Place | undefined;
}

/** Looks where every bookmark leads, and holds them all against the headings. */
export function checkBookmarks(opened: Opened): PageMessage[] {
  const { file, pages } = opened;
  const destinations = new Destinations(file, pages);
  const { items, isLoop } = outlineOf(file);
  const entries = items.map(({ item, title, depth }) => ({
    title,
    depth,
    place: destinations.place(item.get('Dest') ?? file.dict(item.get('A'))?.get('D')),
  }));
  const ways = isLoop ? [bookmarksContainThemselves()] : checkWays(entries, opened);
  return [...ways, ...checkHeadings(entries, opened)];
}

function checkWays(entries: readonly Entry[], { file, pages }: Opened): PageMessage[] {
  const messages = entries
    .filter(({ place }) => !isOnPage(place, pages))
    .map(({ title }) => bookmarkLeadsNowhere(title));
  const shown = file.name(file.catalog.get('PageMode')) === 'UseOutlines';
  const isHidden = entries.length > 0 && pages.length > PAGES_WITHOUT_BOOKMARKS && !shown;
  return isHidden ? [...messages, bookmarksAreHidden()] : messages;
}

/**
 * The bookmarks are the headings: as many, in their order, with their words, leading to their
 * pages, each below the last heading of a lower level.
 */
function checkHeadings(
  entries: readonly Entry[],
  { promise: { headings } }: Opened,
): PageMessage[] {
  if (!headings) return [];
  const path: number[] = [];
  for (const [i, { level, text, page }] of headings.entries()) {
    while (path.length > 0 && path.at(-1)! >= level) path.pop();
    path.push(level);
    const entry = entries[i];
    if (!entry) return [{ ...bookmarkIsMissing(text), page: page + 1 }];
    const isRight = entry.title === text && entry.depth === path.length;
    if (!isRight || (entry.place && entry.place.page !== page)) {
      return [{ ...bookmarkIsWrong(entry.title, text), page: page + 1 }];
    }
  }
  const extra = entries[headings.length];
  return extra ? [bookmarkIsWrong(extra.title, '')] : [];
}
