import type { PageGeometry, Side } from '../geometry.ts';
import type { Setting } from '../setting.ts';

/** What stands where; panels may be shared. `more` is where the story runs on. */
export type Place = 'front' | 'question' | 'contact' | 'story' | 'more' | 'facts';

/** One size of the leaflet, as templates/leaflet/geometry.json has it. */
export interface LeafletPage extends PageGeometry {
  /** Nothing but grounds and discs lies nearer to a fold. */
  foldMm: number;
  sides: readonly LeafletSide[];
  reading: readonly string[];
  /** The panel of each place. */
  places: Readonly<Record<Place, string>>;
}

export interface LeafletSide extends Side {
  /**
   * A ground that runs to the right trim: where it begins, and how far it runs over that fold, so
   * that a folder who is off by as much shows nothing of it on the wrong panel.
   */
  field: { fromMm: number; overMm: number };
}

/** Where the text of a panel stands. */
export interface TextBox {
  xMm: number;
  widthMm: number;
}

export function leafletPage({ geometry }: Pick<Setting, 'geometry'>): LeafletPage {
  return geometry.page as LeafletPage;
}

/** The text's box of a panel: so far from the trim, and so far from a fold. */
export function textBox(page: LeafletPage, place: Place): TextBox {
  const name = page.places[place];
  for (const { folds, panels } of page.sides) {
    const panel = panels.find((one) => one.name === name);
    if (!panel) continue;
    const right = panel.xMm + panel.widthMm;
    const start = folds.includes(panel.xMm) ? page.foldMm : page.outerMm;
    const end = folds.includes(right) ? page.foldMm : page.outerMm;
    return { xMm: panel.xMm + start, widthMm: panel.widthMm - start - end };
  }
  throw new Error(`The leaflet has no panel ${name}`);
}

export const places: readonly Place[] = ['front', 'question', 'contact', 'story', 'more', 'facts'];

/** Custom properties for the style sheet: `--front-at` and `--front-wide`, `--field-0` and `--field-1` for the two sides. */
export function lengthsOf(page: LeafletPage): string {
  const boxes = places.flatMap((place) => {
    const { xMm, widthMm } = textBox(page, place);
    return [`--${place}-at:${xMm}mm`, `--${place}-wide:${widthMm}mm`];
  });
  const fields = page.sides.map(({ field }, i) => `--field-${i}:${field.fromMm - field.overMm}mm`);
  return [...boxes, ...fields].join(';');
}

/** The id of each panel's element, by the panel's name. */
export function panelIds(page: LeafletPage, base: string): Record<string, string> {
  const names = page.sides.flatMap(({ panels }) => panels.map(({ name }) => name));
  return Object.fromEntries(names.map((name) => [name, `${base}-${name}`]));
}

/** Whether one panel holds all of the story, its chart beside it; else two, the chart on the second: a folder against a leaflet of three panels. */
export function isFolder({ places: { story, more } }: LeafletPage): boolean {
  return story === more;
}

/** The name of a text's place, for findings: the panel, then what stands there. */
export function panelName(page: LeafletPage, place: Place, what: string): string {
  return `${page.places[place].replace('-', ' ')}: ${what}`;
}
