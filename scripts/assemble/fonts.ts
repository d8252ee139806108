import { createHash } from 'node:crypto';
import { unicodeMapBytes } from '../pdf/cmap.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, type PdfRef, PdfString } from '../pdf/objects.ts';
import { flateStream } from '../pdf/stream.ts';
import { cidWidthEntries } from '../pdf/widths.ts';
import type { OpenPart } from './part.ts';
import { readFonts, type Subset } from './subsets.ts';
import { writeTrueType } from './truetype.ts';

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
    const fonts = part.fonts ?? readFonts(part.source, part.pages, part.whole);
    for (const [number, subset] of fonts) {
      const unions = faces.get(subset.original) ?? [];
      faces.set(subset.original, unions);
      const found = unions.find(({ union }) => agree(union, subset));
      if (found) unite(found.union, subset);
      else unions.push({ union: copyOf(subset), ref: target.reserve() });
      part.replaced.set(number, (found ?? unions.at(-1)!).ref);
    }
  }
  for (const unions of faces.values()) {
    for (const { union, ref } of unions) writeFont(target, ref, union);
  }
}

/** A subset that others may be put into. */
function copyOf(subset: Subset): Subset {
  const { program, widths, characters } = subset;
  return {
    ...subset,
    program: { ...program, glyphs: new Map(program.glyphs) },
    widths: new Map(widths),
    characters: new Map(characters),
  };
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
  for (const [code, width] of subset.widths) {
    // Text is placed by the width its own file gives, to the last digit.
    if (!subset.unshown.has(code) || !union.widths.has(code)) union.widths.set(code, width);
  }
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
