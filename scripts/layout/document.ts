import type { Geometry } from './geometry.ts';
import type { Part } from './part.ts';

/** A publication laid out as far as that goes without a browser: parts, and the way to HTML. */
export interface Document {
  name: string;
  title: string;
  lang: string;
  /** The head that its pages are put into; see shell.ts. */
  shell: string;
  /** The whole style sheet, for keys. */
  css: string;
  parts: Part[];
  /** PostScript names of the brand's fonts: no other may be in the file. */
  fonts: string[];
  /** Whether parts have sides and numbers run through: a book. Otherwise each part numbers its own pages. */
  paginated: boolean;
  geometry: Geometry;
  /** What the functions in the page need to know. */
  measures: { trimWidthMm: number };
  printed: { widthPx: number; heightPx: number; zoom: number };
  render(parts: readonly Part[]): string;
  /** A page that only faces. */
  plate(beforePage: number): Part;
  /** The number of the page that is the nth of the file. */
  folio(page: number): string;
  /** How that number is printed on its page, of so many. */
  folioText(folio: string, pages: number): string;
}
