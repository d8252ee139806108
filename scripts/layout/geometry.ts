import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What style sheets, marks, checks and overlays all take their numbers from, for one size of one
 * kind: `templates/styles/geometry.json` has what all share, `templates/<kind>/geometry.json` the
 * sizes of a kind, with its panels and folds, and the type roles of its own. Lengths are mm from
 * the trim's top left corner.
 */
export interface Geometry {
  /**
   * Chromium snaps text to whole pixels. Laid out at this zoom and printed at
   * its inverse, a pixel is a sixth as large: baselines fall within 0.03 mm of the grid.
   */
  zoom: number;
  /** From the printed page's corner to the trim's corner, in CSS px; a whole number keeps the trim on a pixel. Holds the bleed and more. */
  padPx: number;
  page: PageGeometry;
  /** Style sheets under templates/ between the base and the kind's own. */
  sheets: readonly string[];
  roles: Record<string, TypeRole>;
  faces: Record<string, { family: string; weight: number }>;
}

export interface PageGeometry {
  widthMm: number;
  heightMm: number;
  bleedMm: number;
  /** Nothing that matters lies nearer to the trim or to a fold. */
  safeMm: number;
  baselineMm: number;
  innerMm: number;
  outerMm: number;
  /** First and last baseline of text. */
  firstLineMm: number;
  lastLineMm: number;
  /** The pages of a piece that always has the same; none for one that runs on. */
  sides: readonly Side[];
  /** The panels in the order in which they are read; without it, as they stand. */
  reading?: readonly string[];
}

/** One printed side. */
export interface Side {
  name: string;
  /** x of its folds. */
  folds: readonly number[];
  panels: readonly PanelGeometry[];
}

/** An area between trim and folds. */
export interface PanelGeometry {
  name: string;
  xMm: number;
  widthMm: number;
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

/** Round the bleed there is so much more: Chromium snaps the size of a page. */
const beyondBleedMm = 1;

interface HouseFile {
  zoom: number;
  roles: Record<string, TypeRole>;
  faces: Geometry['faces'];
}

/** A role of a piece that is drawn in pixels may give its numbers in them. */
type RoleOfFile = TypeRole | (Omit<TypeRole, 'sizePt' | 'leadingMm'> & PixelRole);

interface PixelRole {
  sizePx: number;
  leadingPx: number;
}

interface KindFile {
  /** `px`: all lengths of the file are CSS pixels, 96 to the inch; else they are mm. */
  unit?: 'px';
  sheets?: string[];
  /** The first is the one that is taken if none is named. */
  sizes: Record<string, Record<string, unknown> & { roles?: Record<string, RoleOfFile> }>;
  roles?: Record<string, RoleOfFile>;
}

/** The sizes of a kind or format, the first being the one that is taken if none is named. */
export function sizesOf(tool: string, look: string): string[] {
  return Object.keys(readKind(tool, look).sizes);
}

/**
 * The numbers of one size of a kind (`flyer`) or of a format (`formats/large`).
 *
 * @throws for a size that the kind does not have
 */
export function readGeometry(tool: string, look: string, size: string | undefined): Geometry {
  const { zoom, roles, faces } = readJson<HouseFile>(tool, 'styles');
  const kind = readKind(tool, look);
  const name = size ?? Object.keys(kind.sizes)[0] ?? '';
  const found = kind.sizes[name];
  if (!found) throw new Error(`${look} has no size ${name}`);
  const { roles: ofSize, ...lengths } = found;
  const page = (kind.unit === 'px' ? inMm(lengths) : lengths) as unknown as PageGeometry;
  const own = Object.entries({ ...kind.roles, ...ofSize }).map(
    ([role, numbers]) => [role, roleOf(numbers)] as const,
  );
  return {
    zoom,
    padPx: Math.ceil((page.bleedMm + beyondBleedMm) * pxPerMm),
    page,
    sheets: kind.sheets ?? [],
    roles: { ...roles, ...Object.fromEntries(own) },
    faces,
  };
}

function readKind(tool: string, look: string): KindFile {
  return readJson(tool, look);
}

function readJson<T>(tool: string, folder: string): T {
  return JSON.parse(readFileSync(join(tool, 'templates', folder, 'geometry.json'), 'utf8')) as T;
}

/** `{widthPx: 1200, folds: [600]}` in mm: `{widthMm: 317.5, folds: [158.75]}`. */
function inMm(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return value / pxPerMm;
  if (Array.isArray(value)) return value.map((one) => inMm(one, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.replace(/Px$/, 'Mm'), inMm(one, name)]),
  );
}

function roleOf(role: RoleOfFile): TypeRole {
  if (!('sizePx' in role)) return role;
  const { sizePx, leadingPx, ...rest } = role;
  return { ...rest, sizePt: (sizePx * 72) / 96, leadingMm: leadingPx / pxPerMm };
}

/** The printed page: the trim with room for the bleed on every side, in whole CSS px. */
export function printedPage({ page, padPx }: Pick<Geometry, 'page' | 'padPx'>): {
  widthPx: number;
  heightPx: number;
} {
  const whole = (mm: number) => Math.ceil(Number((mm * pxPerMm).toFixed(6)));
  return { widthPx: whole(page.widthMm) + 2 * padPx, heightPx: whole(page.heightMm) + 2 * padPx };
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
