import type { Format } from '../../content/schema/publication.ts';
import type { ChartSize, PictureBox } from '../setting.ts';

/** What the one column of a format holds. */
export interface Column {
  /** In these sizes each chart is drawn; the page shows the one that fits it. */
  charts: readonly ChartSize[];
  picture: PictureBox;
  /** Half a line, in mm: heights of drawings are multiples of it, so that lines stay where they would be. */
  stepMm?: number;
  /** A chart drawn taller than this has no page to stand on. */
  tallestMm?: number;
  table: TableRoom;
}

export interface TableRoom {
  columns: number;
  /** Of the longest words of all columns side by side. */
  characters: number;
  /** What becomes of a table that needs more: label and value in one run of text, or a box that scrolls. */
  otherwise: 'list' | 'scroll';
}

const columns: Record<Exclude<Format, 'standard'>, Column> = {
  clear: {
    charts: ['clear'],
    picture: { widthMm: 116, heightMm: 76.2 },
    stepMm: 3.175,
    tallestMm: 205,
    table: { columns: 5, characters: 62, otherwise: 'list' },
  },
  large: {
    charts: ['large'],
    picture: { widthMm: 116, heightMm: 76.5 },
    stepMm: 4.5,
    tallestMm: 200,
    table: { columns: 4, characters: 42, otherwise: 'list' },
  },
  // 580 CSS pixels wide, with two of the picture's to each: 98.2 mm at 300 to the inch. Tables have the room of a narrow screen.
  html: {
    charts: ['wide', 'narrow'],
    picture: { widthMm: 98.2, heightMm: 63.6 },
    table: { columns: 4, characters: 30, otherwise: 'scroll' },
  },
};

/** @throws for the standard format, whose pages have grids of their own */
export function columnOf(format: Format): Column {
  if (format === 'standard') throw new Error('The standard format is not set in one column');
  return columns[format];
}
