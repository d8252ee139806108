import type { Font } from '../fonts/font.ts';

/** Draws a number, its middle at `x` and its foot at `y`, as elements of an SVG in px. */
export type DrawNumber = (value: number, x: number, y: number) => string;

/**
 * Numbers as outlines of a font: the same on a machine that has no fonts.
 *
 * @param sizePx of the type
 */
export async function openNumerals(font: Font, sizePx: number): Promise<DrawNumber> {
  const harfbuzz = await import('harfbuzzjs');
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(font.bytes)));
  const scale = sizePx / font.unitsPerEm;
  return (value, x, y) => {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(String(value));
    buffer.guessSegmentProperties();
    harfbuzz.shape(shaper, buffer);
    const places = buffer.getGlyphPositions();
    let left = -places.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / 2;
    const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
      const path = `<path d="${shaper.glyphToPath(codepoint)}" transform="translate(${left})"/>`;
      left += places[index]!.xAdvance;
      return path;
    });
    return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`;
  };
}
