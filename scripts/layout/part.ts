/** Which page of a spread a part begins on; the reader sees even pages at the left. */
export type Start = 'left' | 'right' | 'any';

/**
 * A run of pages that is laid out together: a cover, a course, an editorial page. What a book is
 * made of, and the unit that is kept when nothing in it has changed.
 */
export interface Part {
  id: string;
  /** The partial under templates/partials/ that prints it. */
  template: string;
  start: Start;
  /** Pages it takes unless its text runs on. */
  pages: number;
  /** Whether that number is sure: nothing in it can run on to further pages. */
  sure: boolean;
  /** Other ids that stand on its first page: three short courses. */
  aliases?: string[];
  /** Whether its pages print their number; they count either way. */
  numbered: boolean;
  /** The level and title it has in `press list --flatplan`. */
  title: string;
  view: object;
}
