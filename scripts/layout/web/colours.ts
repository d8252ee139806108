import type { ColourRole } from '../../content/schema/institution.ts';

/** Text on paper and on panels: WCAG 2.2, 1.4.6 (contrast, enhanced). */
const leastContrast = 7;

/**
 * The brand's colours as custom properties. What text is set in is the deep colour where it is dark
 * enough on white and on panels, else black; panels that are too dark for black text are white, and so are bands.
 */
export function colourProperties({ colours }: { colours: Record<ColourRole, string> }): string {
  const isDark = (text: string, ground: string) => contrast(text, ground) >= leastContrast;
  const black = isDark(colours.black, '#ffffff') ? colours.black : '#000000';
  const pale = isDark(black, colours.pale) ? colours.pale : '#ffffff';
  const text = isDark(colours.deep, '#ffffff') && isDark(colours.deep, pale) ? colours.deep : black;
  const band = isDark(black, colours.second) ? colours.second : pale;
  const all = { ...colours, black, pale, text, band, paper: '#ffffff' };
  return Object.entries(all)
    .map(([role, value]) => `--${role}:${value}`)
    .join(';');
}

/** WCAG 2.2, "contrast ratio", of two colours written `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
