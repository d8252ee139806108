import { createHash } from 'node:crypto';
import { readUnicodeMap } from '../pdf/cmap.ts';
import type { PdfFile } from '../pdf/file.ts';
import { withoutTag } from '../pdf/font.ts';
import { PdfDict, PdfName, PdfString } from '../pdf/objects.ts';
import type { PdfPage } from '../pdf/pages.ts';
import { serialise } from '../pdf/serialise.ts';
import { type CidWidths, readCidWidths } from '../pdf/widths.ts';
import { codesShown, fontsNamed } from './glyphs.ts';
import { closure, readTrueType, type TrueType } from './truetype.ts';

/** A font as Chromium embeds it: glyph numbers as codes, cut to what one print job shows. */
export interface Subset {
  name: string;
  descriptor: PdfDict;
  /** Equal for subsets of one original: name, metrics and all tables but those that were cut. */
  original: string;
  program: TrueType;
  /** In thousandths of an em, by code. */
  widths: Map<number, number>;
  /** Codes whose width only the program gave, unrounded: no text shows them in this subset. */
  unshown: Set<number>;
  characters: Map<number, string>;
}

/**
 * The subsets that the pages of a file name, by object number of the font; fonts of another kind
 * are not among them.
 * @param whole whether these are all pages of the file: of some of them only, what the others show
 *   is cut away
 */
export function readFonts(
  source: PdfFile,
  pages: readonly PdfPage[],
  whole: boolean,
): Map<number, Subset> {
  const fonts = new Map<number, Subset>();
  const shown = whole ? undefined : codesShown(source, pages);
  for (const number of fontsNamed(source, pages)) {
    const subset = readSubset(source, number);
    if (!subset) continue;
    if (shown) cut(subset, shown.get(number) ?? new Set());
    fonts.set(number, subset);
  }
  return fonts;
}

/** Reads a font object; undefined if it is not a TrueType font with glyph numbers as codes. */
function readSubset(source: PdfFile, number: number): Subset | undefined {
  const font = source.dict(source.object(number));
  const cidFont = source.dict(source.array(font?.get('DescendantFonts'))?.[0]);
  const descriptor = source.dict(cidFont?.get('FontDescriptor'));
  const file = source.stream(descriptor?.get('FontFile2'));
  const unicode = source.stream(font?.get('ToUnicode'));
  if (!font || !cidFont || !descriptor || !file || !unicode) return undefined;
  if (source.name(font.get('Encoding')) !== 'Identity-H') return undefined;
  if (source.name(cidFont.get('CIDToGIDMap')) !== 'Identity') return undefined;
  const program = readTrueType(source.decode(file));
  if (!program) return undefined;
  const name = withoutTag(source.name(font.get('BaseFont')) ?? '');
  const own = plainDescriptor(source, descriptor);
  const { characters } = readUnicodeMap(source.decode(unicode));
  const given = readCidWidths(source, cidFont);
  const widths = widthsOf(program, given, characters);
  const unshown = new Set(
    [...program.glyphs.keys()].filter((code) => !given.byCode.has(code) && !characters.has(code)),
  );
  const original = `${name} ${serialise(own)} ${tablesKey(program)}`;
  return { name, descriptor: own, original, program, widths, unshown, characters };
}

/**
 * The width of each glyph: as the file gives it where it does. Glyphs that only stand inside
 * others have none there, and a glyph without a character may have the standard width, which is
 * another in each subset: for those, the program's own.
 */
function widthsOf(
  program: TrueType,
  given: CidWidths,
  characters: ReadonlyMap<number, string>,
): Map<number, number> {
  const unitsPerEm = program.tables.get('head')!.readUInt16BE(18);
  const widths = new Map<number, number>();
  for (const [code, { advance }] of program.glyphs) {
    widths.set(code, given.byCode.get(code) || (advance * 1000) / unitsPerEm);
  }
  for (const code of characters.keys()) {
    widths.set(code, given.byCode.get(code) ?? given.standard);
  }
  return widths;
}

/** What a descriptor says of the face, without what belongs to the subset. */
function plainDescriptor(source: PdfFile, descriptor: PdfDict): PdfDict {
  const own = new PdfDict();
  for (const key of [...descriptor.keys()].sort()) {
    if (key === 'FontName' || key === 'FontFile2' || key === 'CIDSet') continue;
    const value = source.resolve(descriptor.get(key));
    const numbers = source.numbers(value);
    if (numbers) own.set(key, numbers);
    else if (typeof value === 'number' || value instanceof PdfName) own.set(key, value);
    else if (value instanceof PdfString) own.set(key, value);
  }
  return own;
}

/** A hash of the tables a cut leaves as they are; of head, hhea and maxp without what it changes. */
function tablesKey(program: TrueType): string {
  const hash = createHash('sha256');
  const changed: Record<string, [number, number][]> = {
    head: [
      [8, 12], // checkSumAdjustment
      [50, 52], // indexToLocFormat
    ],
    hhea: [[34, 36]], // numberOfHMetrics
    maxp: [[4, 6]], // numGlyphs
  };
  for (const [tag, table] of [...program.tables].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const copy = Buffer.from(table);
    for (const [from, to] of changed[tag] ?? []) copy.fill(0, from, to);
    hash.update(tag).update(copy);
  }
  return hash.digest('base64');
}

function cut({ program, widths, characters }: Subset, codes: ReadonlySet<number>): void {
  const kept = closure(program.glyphs, codes);
  for (const number of program.glyphs.keys()) {
    if (kept.has(number)) continue;
    program.glyphs.delete(number);
    widths.delete(number);
  }
  for (const code of characters.keys()) if (!codes.has(code)) characters.delete(code);
}
