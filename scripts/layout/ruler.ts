import { type Features, measure, readyToMeasure } from '../fonts/measure.ts';
import type { BrandFont } from './brand.ts';
import { type Geometry, pxPerMm, type TypeRole } from './geometry.ts';

/** How wide a text is in one line of a type role, in mm: as the browser sets it, tracking included. */
export type Ruler = (text: string, role: string) => number;

/**
 * Measures text before there is a page: where a title breaks, how many lines a fact takes. What is
 * decided by it is held against the laid-out page like all else.
 *
 * @returns a ruler that throws for a role that the geometry does not have
 */
export async function openRuler(
  { roles, faces }: Pick<Geometry, 'roles' | 'faces'>,
  fonts: readonly BrandFont[],
): Promise<Ruler> {
  await readyToMeasure();
  return (text, name) => {
    const role = roles[name];
    const face = role && faces[role.face];
    const found = fonts.find(
      ({ family, weight, style }) =>
        family === face?.family && weight === face.weight && style === 'normal',
    );
    if (!role || !found) throw new Error(`There is no type role ${name} to measure in`);
    const sizePx = (role.sizePt * 96) / 72;
    const trackPx = (role.trackEm ?? 0) * sizePx * [...text].length;
    return (
      (measure(found.font, text, sizePx, role.figures && features[role.figures]) + trackPx) /
      pxPerMm
    );
  };
}

/** The same as the style sheet asks of the browser (styles.ts). */
const features: Record<NonNullable<TypeRole['figures']>, Features> = {
  'old-style': { onum: true, pnum: true },
  lining: { lnum: true, pnum: true },
  tabular: { lnum: true, tnum: true },
};
