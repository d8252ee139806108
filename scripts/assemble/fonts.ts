import { createHash } from 'node:crypto';
import { readUnicodeMap, unicodeMapBytes } from '../pdf/cmap.ts';
import type { PdfFile } from '../pdf/file.ts';
import { withoutTag } from '../pdf/font.ts';
import { PdfDict, PdfName, type PdfRef, PdfString } from '../pdf/objects.ts';
import { serialise } from '../pdf/serialise.ts';
import { flateStream } from '../pdf/stream.ts';
import { type CidWidths, cidWidthEntries, readCidWidths } from '../pdf/widths.ts';
import { codesShown, fontsNamed } from './glyphs.ts';
import type { OpenPart } from './part.ts';
import { closure, readTrueType, type TrueType, writeTrueType } from './truetype.ts';

/** A font as Chromium embeds it: glyph numbers as codes, cut to what one print job shows. */
interface Subset {
  name: string;
  descriptor: PdfDict;
  /** Equal for subsets of one original: name, metrics and all tables but those that were cut. */
  original: string;
  program: TrueType;
  /** In thousandths of an em, by code. */
  widths: Map<number, number>;
  characters: Map<number, string>;
}

/**
 * Makes one font of all subsets of the same original, in all parts, and notes it as what takes
 * the place of each. Glyph numbers stay (Chromium keeps the original's), so page content does
 * too. A part that is not its whole file brings only the glyphs its pages show. Subsets that
 * disagree about a glyph, and fonts of another kind, are left alone; so are all where one file is
 * all there is, since Chromium cuts each face once a job.
 */
export function mergeFonts(target: PdfFile, parts: readonly OpenPart[]): void {
  if (parts.length === 1 && parts[0]!.whole) return;
  const faces = new Map<string, { union: Subset; ref: PdfRef }[]>();
  for (const part of parts) {
    const shown = part.whole ? undefined : codesShown(part.source, part.pages);
    for (const number of fontsNamed(part.source, part.pages)) {
      const subset = readSubset(part.source, number);
      if (!subset) continue;
      if (shown) cut(subset, shown.get(number) ?? new Set());
      const unions = faces.get(subset.original) ?? [];
      faces.set(subset.original, unions);
      const found = unions.find(({ union }) => agree(union, subset));
      if (found) unite(found.union, subset);
      else unions.push({ union: subset, ref: target.reserve() });
      part.replaced.set(number, (found ?? unions.at(-1)!).ref);
    }
  }
  for (const unions of faces.values()) {
    for (const { union, ref } of unions) writeFont(target, ref, union);
  }
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
  const widths = widthsOf(program, readCidWidths(source, cidFont), characters);
  const original = `${name} ${serialise(own)} ${tablesKey(program)}`;
  return { name, descriptor: own, original, program, widths, characters };
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

/** Whether two subsets say the same of every glyph both have. */
function agree(one: Subset, other: Subset): boolean {
  for (const [number, glyph] of other.program.glyphs) {
    const known = one.program.glyphs.get(number);
    if (!known) continue;
    if (known.advance !== glyph.advance || known.leftBearing !== glyph.leftBearing) return false;
    if (!known.outline.equals(glyph.outline)) return false;
  }
  for (const [code, width] of other.widths) {
    // The program's own widths may differ from the file's by their rounding.
    if (Math.abs((one.widths.get(code) ?? width) - width) >= 1) return false;
  }
  for (const [code, text] of other.characters) {
    if ((one.characters.get(code) ?? text) !== text) return false;
  }
  return true;
}

function unite(union: Subset, subset: Subset): void {
  for (const [number, glyph] of subset.program.glyphs) union.program.glyphs.set(number, glyph);
  for (const [code, width] of subset.widths) union.widths.set(code, width);
  for (const [code, text] of subset.characters) union.characters.set(code, text);
}

function writeFont(target: PdfFile, ref: PdfRef, font: Subset): void {
  const bytes = writeTrueType(font.program);
  const name = PdfName.of(`${subsetTag(bytes)}+${font.name}`);
  const file = flateStream(bytes, PdfDict.of({ Length1: bytes.length }));
  const descriptor = PdfDict.copy(font.descriptor);
  descriptor.set('FontName', name);
  descriptor.set('FontFile2', target.add(file));
  const cidFont = PdfDict.of({
    Type: PdfName.of('Font'),
    Subtype: PdfName.of('CIDFontType2'),
    BaseFont: name,
    CIDSystemInfo: PdfDict.of({
      Registry: new PdfString('Adobe'),
      Ordering: new PdfString('Identity'),
      Supplement: 0,
    }),
    CIDToGIDMap: PdfName.of('Identity'),
    FontDescriptor: target.add(descriptor),
    ...cidWidthEntries(font.widths),
  });
  target.set(
    ref,
    PdfDict.of({
      Type: PdfName.of('Font'),
      Subtype: PdfName.of('Type0'),
      BaseFont: name,
      Encoding: PdfName.of('Identity-H'),
      DescendantFonts: [target.add(cidFont)],
      ToUnicode: target.add(flateStream(unicodeMapBytes(font.characters))),
    }),
  );
}

/** Six capital letters (ISO 32000-1, 9.6.4) from the program: the same glyphs, the same letters. */
function subsetTag(program: Buffer): string {
  const hash = createHash('sha256').update(program).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}
