import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Page geometry and type roles: data in one file (`templates/styles/geometry.json`) that feeds the
 * style sheets, the paginator and the checks alike. All lengths from the trim's top left corner.
 */
export interface Geometry {
  /**
   * Chromium snaps baselines and line boxes to whole pixels. Laid out at this zoom and printed at
   * its inverse, a pixel is a quarter as large: baselines fall within 0.03 mm of the grid.
   */
  zoom: number;
  /** From the printed page's corner to the trim's corner, in CSS px; a whole number keeps the trim on a pixel. Holds the bleed and more. */
  padPx: number;
  bleedMm: number;
  safeMm: number;
  baselineMm: number;
  pages: Record<string, PageGeometry>;
  grids: Record<string, { columns: number; columnMm: number; gutterMm: number }>;
  roles: Record<string, TypeRole>;
  faces: Record<string, { family: string; weight: number }>;
}

export interface PageGeometry {
  widthMm: number;
  heightMm: number;
  innerMm: number;
  outerMm: number;
  /** First and last baseline of text. */
  firstLineMm: number;
  lastLineMm: number;
}

export interface TypeRole {
  face: string;
  sizePt: number;
  leadingMm: number;
  trackEm?: number;
  figures?: 'old-style' | 'lining' | 'tabular';
}

/** Ascent and descent per em, as Chromium takes them from the font. */
export interface LineMetrics {
  ascent: number;
  descent: number;
}

/** CSS reference pixels in a millimetre (CSS Values 4, 6.2). */
export const pxPerMm = 96 / 25.4;

export function readGeometry(tool: string): Geometry {
  return JSON.parse(readFileSync(join(tool, 'templates/styles/geometry.json'), 'utf8')) as Geometry;
}

/** The printed page: the trim with room for the bleed on every side, in whole CSS px. */
export function printedPage(
  geometry: Geometry,
  page: PageGeometry,
): { widthPx: number; heightPx: number } {
  return {
    widthPx: Math.ceil(page.widthMm * pxPerMm) + 2 * geometry.padPx,
    heightPx: Math.ceil(page.heightMm * pxPerMm) + 2 * geometry.padPx,
  };
}

/**
 * From the top of a line box to its baseline, in mm, as Chromium lays it out at the geometry's
 * zoom: ascent and descent rounded to whole px, half of what is left of the leading above.
 */
export function riseMm(role: TypeRole, metrics: LineMetrics, zoom: number): number {
  const sizePx = ((role.sizePt * 96) / 72) * zoom;
  const ascent = Math.round(metrics.ascent * sizePx);
  const descent = Math.round(metrics.descent * sizePx);
  const leading = role.leadingMm * pxPerMm * zoom;
  return ((leading - (ascent + descent)) / 2 + ascent) / (pxPerMm * zoom);
}
