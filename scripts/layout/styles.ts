import type { ColourRole } from '../content/schema/institution.ts';
import { type Geometry, type LineMetrics, printedPage, riseMm, type TypeRole } from './geometry.ts';

/** A font file and the role it plays. */
export interface FontFile {
  family: string;
  weight: number;
  style: 'normal' | 'italic';
  /** Absolute path; becomes a file: address in the style sheet. */
  path: string;
}

export interface StyleInput {
  geometry: Geometry;
  fonts: FontFile[];
  /** By face: the line metrics of its font. */
  metrics: Record<string, LineMetrics>;
  colours: Record<ColourRole, string>;
  /** The kind's own style sheets, in order. */
  sheets: string[];
}

const figures: Record<NonNullable<TypeRole['figures']>, string> = {
  'old-style': 'oldstyle-nums proportional-nums',
  lining: 'lining-nums proportional-nums',
  tabular: 'lining-nums tabular-nums',
};

/**
 * The whole style sheet of a document: fonts, the brand's colours and the type roles as custom
 * properties and classes, page boxes, then the kind's own rules.
 *
 * For a role `body` there is a class `.body-text`… named `.t-body`, and the properties
 * `--rise-body` (line top to baseline) and `--drop-body` (baseline to line bottom), with which a
 * style sheet puts a first baseline on a given line: `top: calc(50mm - var(--rise-title))`.
 */
export function styleSheet(input: StyleInput): string {
  const { geometry } = input;
  const printed = printedPage(geometry);
  const rules = [
    ...input.fonts.map(fontFace),
    `@page{size:${printed.widthPx}px ${printed.heightPx}px;margin:0}`,
    `:root{${[...colourProperties(input), ...roleProperties(input), ...pageProperties(input)].join(';')}}`,
    `html{zoom:${geometry.zoom}}`,
    ...Object.entries(geometry.roles).map(([name, role]) => roleRule(geometry, name, role)),
    ...input.sheets,
  ];
  return rules.join('\n');
}

function fontFace(font: FontFile): string {
  return `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.style};src:url("${encodeURI(`file://${font.path}`)}")}`;
}

function colourProperties({ colours }: StyleInput): string[] {
  return [...Object.entries(colours).map(([role, value]) => `--${role}:${value}`), '--paper:#fff'];
}

function roleProperties({ geometry, metrics }: StyleInput): string[] {
  return Object.entries(geometry.roles).flatMap(([name, role]) => {
    const line = metrics[role.face];
    if (!line) throw new Error(`No font metrics for the face ${role.face}`);
    const rise = riseMm(role, line, geometry.zoom);
    return [
      `--rise-${name}:${rise.toFixed(4)}mm`,
      `--drop-${name}:${(role.leadingMm - rise).toFixed(4)}mm`,
    ];
  });
}

function pageProperties({ geometry }: StyleInput): string[] {
  const { page, padPx } = geometry;
  const printed = printedPage(geometry);
  const panels = page.sides.flatMap((side) => side.panels);
  return [
    `--trim-width:${page.widthMm}mm`,
    `--trim-height:${page.heightMm}mm`,
    `--inner:${page.innerMm}mm`,
    `--outer:${page.outerMm}mm`,
    `--bleed:${page.bleedMm === 0 ? 0 : page.bleedMm + 1}mm`,
    `--pad:${padPx}px`,
    `--page-width:${printed.widthPx}px`,
    `--page-height:${printed.heightPx}px`,
    ...panels.map(({ name, xMm }) => `--${name}-left:${xMm}mm`),
    ...panels.map(({ name, widthMm }) => `--${name}-width:${widthMm}mm`),
  ];
}

function roleRule(geometry: Geometry, name: string, role: TypeRole): string {
  const face = geometry.faces[role.face];
  if (!face) throw new Error(`The type role ${name} names the unknown face ${role.face}`);
  const declarations = [
    `font:${face.weight} ${role.sizePt}pt/${role.leadingMm}mm "${face.family}"`,
    role.figures ? `font-variant-numeric:${figures[role.figures]}` : undefined,
    role.trackEm ? `letter-spacing:${role.trackEm}em` : undefined,
  ];
  return `.t-${name}{${declarations.filter(Boolean).join(';')}}`;
}
