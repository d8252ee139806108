import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import type { Brand, BrandFont } from './brand.ts';
import { type Geometry, type LineMetrics, printedPage } from './geometry.ts';
import { writeShell } from './shell.ts';
import { styleSheet } from './styles.ts';
import { loadTemplates, type Templates } from './templates.ts';

/** How the publications of a kind look: templates, geometry and the finished style sheet. */
export interface Look {
  templates: Templates;
  geometry: Geometry;
  css: string;
  /** PostScript names of its fonts. */
  fonts: string[];
  shell: string;
  printed: { widthPx: number; heightPx: number; zoom: number };
}

/**
 * @param folder under templates/: a kind, or a format
 * @returns undefined, after findings, when a template cannot be read
 */
export async function lookOf(
  folder: string,
  geometry: Geometry,
  brand: Brand,
  world: World,
  report: Report,
): Promise<Look | undefined> {
  const templates = await loadTemplates(world, folder, geometry.sheets, report);
  if (!templates) return undefined;
  const css = styleSheet({
    geometry,
    fonts: brand.fonts,
    metrics: faceMetrics(geometry, brand.fonts),
    colours: brand.colours,
    sheets: templates.styles,
  });
  const printed = { ...printedPage(geometry), zoom: geometry.zoom };
  const fonts = [...new Set(brand.fonts.map(({ font }) => font.postScriptName))].sort();
  return { templates, geometry, css, fonts, shell: writeShell(world, css), printed };
}

function faceMetrics(geometry: Geometry, fonts: readonly BrandFont[]): Record<string, LineMetrics> {
  return Object.fromEntries(
    Object.entries(geometry.faces).map(([face, { family, weight }]) => {
      const found = fonts.find(
        (one) => one.family === family && one.weight === weight && one.style === 'normal',
      );
      if (!found) throw new Error(`No font for the face ${face}`);
      const { ascent, descent, unitsPerEm } = found.font;
      return [face, { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm }];
    }),
  );
}
