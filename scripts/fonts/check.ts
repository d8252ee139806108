import type { Place, Report } from '../finding.ts';
import { type Font, missingGlyphs, openFont } from './font.ts';
import { inkHeightEm, measure, readyToMeasure } from './measure.ts';
import { fontFault, fontTooLarge, noCharacters, noEmbedding, noFeature } from './messages.ts';
import { FontFault } from './tables.ts';

/** What the styles want from a font. */
export interface FontWants {
  /** Feature tags, e.g. `smcp`, `onum`. */
  features?: readonly string[];
  /** Every character that has to be there, e.g. the alphabet of a language. */
  characters?: string;
}

/** Larger than any font for the scripts of Europe; one of all Chinese has 10 to 20 MB. */
const mostBytes = 40 * 1024 * 1024;
const restricted = 0x0002;
const lesserEmbedding = 0x000c;

/** What a feature gives, for the message. */
const featureWords: Readonly<Record<string, string>> = {
  smcp: 'small capitals',
  c2sc: 'small capitals from capitals',
  onum: 'old-style figures',
  lnum: 'lining figures',
  tnum: 'tabular figures',
  pnum: 'proportional figures',
  liga: 'ligatures',
  kern: 'kerning',
  frac: 'fractions',
};

/**
 * Opens an institution's own font and reports what is wrong with it: no font, a variable one, a
 * licence that forbids embedding, a feature or a character missing. `file` is the name to say.
 * Nothing is thrown; nothing is returned where the file cannot be used at all.
 */
export async function checkFont(
  bytes: Uint8Array,
  file: string,
  wants: FontWants,
  report: Report,
  place?: Place,
): Promise<Font | undefined> {
  const say: Report = (message) => report(message, place);
  if (bytes.length > mostBytes) {
    say(fontTooLarge(file, Math.ceil(bytes.length / 1024 ** 2), mostBytes / 1024 ** 2));
    return undefined;
  }
  const font = tryToOpen(bytes, file, say);
  if (!font) return undefined;
  if ((font.embedding & (restricted | lesserEmbedding)) === restricted) say(noEmbedding(file));
  await readyToMeasure();
  for (const feature of wants.features ?? []) {
    if (!gives(font, feature)) say(noFeature(file, feature, featureWords[feature] ?? 'feature'));
  }
  const missing = missingGlyphs(font, wants.characters ?? '');
  if (missing.length > 0) say(noCharacters(file, missing));
  return font;
}

function tryToOpen(bytes: Uint8Array, file: string, say: Report): Font | undefined {
  try {
    return openFont(bytes);
  } catch (fault) {
    if (!(fault instanceof FontFault)) throw fault;
    say(fontFault(file, fault.reason, fault.message));
    return undefined;
  }
}

/** A font whose figures are lining or tabular as they stand needs no feature to make them so. */
function gives(font: Font, feature: string): boolean {
  if (font.features.has(feature)) return true;
  if (feature === 'tnum') return sameForAllFigures((figure) => measure(font, figure, 1));
  if (feature === 'lnum') return sameForAllFigures((figure) => inkHeightEm(font, figure));
  return false;
}

/** A round figure overshoots a flat one by a few hundredths of its height; an old-style 1 lacks a third. */
const overshoot = 0.08;

function sameForAllFigures(size: (figure: string) => number): boolean {
  const sizes = [...'0123456789'].map(size);
  const largest = Math.max(...sizes);
  return largest > 0 && largest - Math.min(...sizes) <= overshoot * largest;
}
