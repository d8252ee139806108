import type { Chart } from '../charts/chart.ts';
import type { Project, Source } from '../content/model.ts';
import type { ChartFacts } from '../content/schema/chart.ts';
import type { Focus } from '../content/schema/fields.ts';
import type { Format, PublicationFacts } from '../content/schema/publication.ts';
import type { Place, Report } from '../finding.ts';
import type { Unseen } from '../images/crop.ts';
import type { Geometry } from './geometry.ts';
import type { Html } from './html.ts';
import type { LogoGround } from './logo.ts';
import type { DrawnMark } from './mark-html.ts';
import type { Numbers } from './numbers.ts';
import type { Ruler } from './ruler.ts';
import type { Say } from './words.ts';

/** A picture as a template wants it: made for its box, drawn whole. */
export interface PictureView {
  src: string;
  alt: string;
  widthMm: number;
  heightMm: number;
  credit: string | undefined;
  caption: string | undefined;
}

/** A name in `templates/charts/sizes.json`. */
export type ChartSize =
  | 'side'
  | 'column'
  | 'wide'
  | 'low'
  | 'leaflet'
  | 'leaflet-low'
  | 'clear'
  | 'large'
  | 'narrow';

export interface PictureBox {
  widthMm: number;
  heightMm: number;
  /** What of it nobody sees, on each side: the bleed, and what stands over the picture from edge to edge. */
  unseenMm?: Unseen;
  /** It is made with fewer pixels if its file is larger: for pieces that are sent. */
  mostBytes?: number;
}

/**
 * Everything a view is made with: the publication and its language, and the drawing desk. Views
 * are plain functions from content and a setting to the data a template prints.
 */
export interface Setting {
  project: Project;
  publication: Source<PublicationFacts>;
  format: Format;
  /** Pages, panels and folds of what is made. */
  geometry: Geometry;
  year: number | undefined;
  lang: string;
  say: Say;
  numbers: Numbers;
  report: Report;
  /** The drawn mark of a slug for a frame, as inline SVG. */
  mark: DrawnMark;
  /** The institution's logo for a ground, or nothing: then its name stands there. */
  logo(ground: LogoGround): Html | undefined;
  /** Measures text in the type roles of what is made. */
  ruler(): Promise<Ruler>;
  /** A QR code, or nothing for no address. */
  qr(address: string | undefined): { path: string; modules: number } | undefined;
  chart(
    source: Source<object>,
    id: string,
    facts: ChartFacts,
    size: ChartSize,
  ): Promise<Chart | undefined>;
  picture(
    source: Source<object>,
    key: string,
    image: ImageFacts,
    box: PictureBox,
    /** Where it is named, if not in the facts. */
    place?: Place,
  ): Promise<PictureView | undefined>;
}

/** What the schema calls an image. */
export interface ImageFacts {
  file: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  focus?: Focus | undefined;
}
