/**
 * What a finished file promises: `finish/` makes it so, `check/` opens the file again and holds it
 * against the same words. Plain data.
 */
export interface ScreenPromise {
  title: string;
  /** A BCP 47 tag, without private subtags. */
  lang: string;
  /** The institution. */
  author: string;
  subject?: string;
  keywords?: readonly string[];
  /** ISO 8601 date and time that goes into the file: `2026-09-01T12:00:00Z`. */
  stamp: string;
  pages: readonly PromisedPage[];
  /** PostScript names of the fonts that may be in the file: the brand's and the fallbacks'. */
  fonts: readonly string[];
  /** What printed page numbers and links point at. */
  targets: readonly PromisedTarget[];
  /** What the bookmarks are: all headings, in order. */
  headings?: readonly PromisedHeading[];
  /** Page numbers that running text prints: "How to apply (page 40)". */
  references?: readonly PromisedReference[];
}

/** Where the trim of a printed page lies. */
export interface PageTrim {
  trimWidthMm: number;
  trimHeightMm: number;
  /**
   * The trim's top left corner inside the printed page, in CSS px (0.75 pt), from the printed
   * page's top left corner: Chromium snaps page sizes, so its other edges are not to be trusted.
   */
  originPx: { x: number; y: number };
}

export interface PromisedPage extends PageTrim {
  /** The printed page number; '' if the page has none. */
  folio: string;
}

export interface PromisedTarget {
  /** The `id` of the target. */
  id: string;
  /** The page number that is printed where the target is mentioned. */
  folio: string;
  /** The words that stand at the target: a heading. White space does not count. */
  text: string;
}

export interface PromisedHeading {
  /** 1 to 6. */
  level: number;
  text: string;
  /** The page of the file, from 0. */
  page: number;
}

export interface PromisedReference {
  /** The `id` of one of the targets. */
  to: string;
  /** The page of the file, from 0, that prints it. */
  page: number;
  /** The words of the link as printed, with the number. White space does not count. */
  text: string;
}

/** What a page of the web promises of itself. */
export interface WebPromise {
  title: string;
  lang: string;
  /** The word that a draft begins with. */
  draft: string | undefined;
  /** Values that have to stand on it. */
  facts: readonly string[];
  /** What its data for search engines say. */
  courses: readonly PromisedCourse[];
}

export interface PromisedCourse {
  /** Of the element that shows it. */
  id: string;
  name: string;
  prices: readonly number[];
  /** Dates, year-month-day. */
  starts: readonly string[];
}
