import { readUnicodeMap } from './cmap.ts';
import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import { type PdfDict, PdfStream } from './objects.ts';
import { readCidWidths } from './widths.ts';

/** What a code shows. */
export interface ShownGlyph {
  /** Its characters; undefined if the file does not say. */
  text: string | undefined;
  /** In thousandths of the font size. */
  width: number;
  /** Whether it is the font's .notdef: the empty box. */
  isMissing: boolean;
}

/** A font as far as text needs it: what a code means, how wide it is, which glyph it shows. */
export interface PdfFont {
  /** The PostScript name without a subset's six letters. A Type 3 font may have none: ''. */
  name: string;
  /** Without its slash: `Type0`, `TrueType`, `Type1`, `Type3`. */
  subtype: string;
  /** Whether the program is in the file. A Type 3 font is its own program. */
  embedded: boolean;
  codeBytes: 1 | 2;
  /** Advance in thousandths of the font size. */
  width(code: number): number;
  /** The characters of a code; undefined if the file does not say. */
  text(code: number): string | undefined;
  /** The glyph a code shows; undefined where only the program could tell. */
  glyph(code: number): number | undefined;
  /** All of this at once, found once for each code: a page shows the same few again and again. */
  shown(code: number): ShownGlyph;
}

/** `ABCDEF+SourceSerif4-Regular` without its subset tag (ISO 32000-1, 9.6.4). */
export function withoutTag(baseFont: string): string {
  return baseFont.replace(/^[A-Z]{6}\+/, '');
}

/** Reads a font dictionary. A code without a width is 0 wide. */
export function readFont(file: PdfFile, dict: PdfDict): PdfFont {
  const subtype = file.name(dict.get('Subtype')) ?? '';
  const unicode = file.stream(dict.get('ToUnicode'));
  const map = unicode ? readUnicodeMap(file.decode(unicode)) : undefined;
  const common = {
    name: withoutTag(file.name(dict.get('BaseFont')) ?? ''),
    subtype,
    text: (code: number) => map?.characters.get(code),
  };
  const face = subtype === 'Type0' ? composite(file, dict, common) : simple(file, dict, common);
  const known: ShownGlyph[] = [];
  const shown = (code: number) => {
    known[code] ??= {
      text: face.text(code),
      width: face.width(code),
      isMissing: face.glyph(code) === 0,
    };
    return known[code];
  };
  return { ...face, shown };
}

type Face = Omit<PdfFont, 'shown'>;
type Common = Pick<PdfFont, 'name' | 'subtype' | 'text'>;

function composite(file: PdfFile, dict: PdfDict, common: Common): Face {
  const cidFont = file.dict(file.array(dict.get('DescendantFonts'))?.[0]);
  if (!cidFont) throw new PdfFault('structure', 'a composite font has no descendant');
  const widths = readCidWidths(file, cidFont);
  const identity = file.name(dict.get('Encoding'))?.startsWith('Identity-') ?? false;
  const glyphMap = file.stream(cidFont.get('CIDToGIDMap'));
  const glyphs = glyphMap ? file.decode(glyphMap) : undefined;
  const isTrueType = file.name(cidFont.get('Subtype')) === 'CIDFontType2';
  return {
    ...common,
    embedded: isEmbedded(file, cidFont),
    codeBytes: 2,
    width: (code) => widths.byCode.get(code) ?? widths.standard,
    glyph: (code) => {
      // A CFF program's character 0 is .notdef too, whatever numbers its glyphs have inside.
      if (!identity) return undefined;
      if (!isTrueType) return code === 0 ? 0 : undefined;
      if (!glyphs) return code;
      return 2 * code + 1 < glyphs.length ? glyphs.readUInt16BE(2 * code) : 0;
    },
  };
}

function simple(file: PdfFile, dict: PdfDict, common: Common): Face {
  const first = file.number(dict.get('FirstChar')) ?? 0;
  const widths = file.array(dict.get('Widths')) ?? [];
  const descriptor = file.dict(dict.get('FontDescriptor'));
  const missing = file.number(descriptor?.get('MissingWidth')) ?? 0;
  const isType3 = common.subtype === 'Type3';
  // A Type 3 font measures in glyph space of its own (9.6.5).
  const scale = isType3 ? (file.numbers(dict.get('FontMatrix'), 6)?.[0] ?? 0.001) * 1000 : 1;
  return {
    ...common,
    embedded: isType3 || isEmbedded(file, dict),
    codeBytes: 1,
    width: (code) => (file.number(widths[code - first]) ?? missing) * scale,
    glyph: () => undefined,
  };
}

function isEmbedded(file: PdfFile, font: PdfDict): boolean {
  const descriptor = file.dict(font.get('FontDescriptor'));
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => file.resolve(descriptor?.get(key)) instanceof PdfStream,
  );
}
