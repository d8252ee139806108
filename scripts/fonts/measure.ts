import type * as HarfBuzz from 'harfbuzzjs';
import type { Font } from './font.ts';

/** OpenType features to switch: `{ tnum: true, liga: false }`. */
export type Features = Readonly<Record<string, boolean>>;

let harfbuzz: typeof HarfBuzz | undefined;

/** Loads the shaper. Await it once before the first `measure`; 15 ms, then nothing. */
export async function readyToMeasure(): Promise<void> {
  harfbuzz ??= await import('harfbuzzjs');
}

/**
 * How wide a text is in one line of this font at `sizePx`, in px: shaped by HarfBuzz, as Chromium
 * does it with `--font-render-hinting=none`, so kerning and ligatures count. Letter-spacing is the
 * caller's to add. Throws if `readyToMeasure` was not awaited.
 */
export function measure(font: Font, text: string, sizePx: number, features?: Features): number {
  if (!harfbuzz) throw new Error('measure was called before readyToMeasure had ended');
  if (text === '') return 0;
  const shaped = shapers.get(font) ?? addShaper(harfbuzz, font);
  const key = features ? `${Object.entries(features).join()}\n${text}` : text;
  let units = shaped.widths.get(key);
  if (units === undefined) {
    const glyphs = shape(harfbuzz, shaped.font, text, features ?? {}).getGlyphPositions();
    units = glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    if (shaped.widths.size >= mostWidths) shaped.widths.clear();
    shaped.widths.set(key, units);
  }
  return (units * sizePx) / font.unitsPerEm;
}

/** The height of a character's ink in ems: what tells lining from old-style figures. */
export function inkHeightEm(font: Font, character: string): number {
  if (!harfbuzz) throw new Error('inkHeightEm was called before readyToMeasure had ended');
  const shaper = shapers.get(font) ?? addShaper(harfbuzz, font);
  const buffer = shape(harfbuzz, shaper.font, character, {});
  const glyph = buffer.getGlyphInfos()[0]?.codepoint ?? 0;
  return Math.abs(shaper.font.glyphExtents(glyph)?.height ?? 0) / font.unitsPerEm;
}

interface Shaper {
  font: HarfBuzz.Font;
  /** Text (with its features) -> width in font units. */
  widths: Map<string, number>;
}

const shapers = new WeakMap<Font, Shaper>();
const mostWidths = 10_000;

function addShaper(hb: typeof HarfBuzz, font: Font): Shaper {
  const shaper = { font: new hb.Font(new hb.Face(new hb.Blob(font.bytes))), widths: new Map() };
  shapers.set(font, shaper);
  return shaper;
}

function shape(
  hb: typeof HarfBuzz,
  font: HarfBuzz.Font,
  text: string,
  features: Features,
): HarfBuzz.Buffer {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  const switched = Object.entries(features).map(([tag, on]) => new hb.Feature(tag, on ? 1 : 0));
  hb.shape(font, buffer, switched);
  return buffer;
}
