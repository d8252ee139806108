import { readUnicodeMap, unicodeMapBytes } from '../pdf/cmap.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfRef } from '../pdf/objects.ts';
import { flateStream } from '../pdf/stream.ts';

/** What the codes of each font mean. */
export type Meanings = Map<PdfDict, ReadonlyMap<number, string>>;

/** Ligatures (U+FB00 to U+FB17) and the forms that Hebrew and Arabic letters take in a word. */
const forms = /[\uFB00-\uFDFF\uFE70-\uFEFC]/g;

/**
 * The characters a reader would type for what a glyph shows. Several characters may share a glyph,
 * and Chromium names the first of them or the form: `ﬁ` for fi, the letter U+02BC for ’, U+2009 for
 * every thin space. Whoever searches "certificate", "master’s" or "first-rate" finds nothing then.
 */
export function folded(text: string): string {
  return text
    .replace(forms, (form) => form.normalize('NFKC'))
    .replaceAll('\u02BC', '\u2019')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\p{Zs}/gu, ' ');
}

/**
 * Gives the fonts of a file the characters that are searched for. It looks at each glyph by itself,
 * so that subsets of one face say the same in every part, and can be made one.
 * @returns what the codes of all fonts with a ToUnicode map mean now
 */
export function foldUnicode(file: PdfFile): Meanings {
  const meanings: Meanings = new Map();
  const maps = new Map<number, ReadonlyMap<number, string>>();
  for (let number = 1; number < file.size; number++) {
    const font = file.object(number);
    const ref = font instanceof PdfDict ? font.get('ToUnicode') : undefined;
    if (!(font instanceof PdfDict) || !(ref instanceof PdfRef)) continue;
    const map = maps.get(ref.number) ?? foldMap(file, ref);
    if (!map) continue;
    maps.set(ref.number, map);
    meanings.set(font, map);
  }
  return meanings;
}

function foldMap(file: PdfFile, ref: PdfRef): ReadonlyMap<number, string> | undefined {
  const stream = file.stream(ref);
  if (!stream) return undefined;
  const { codeBytes, characters } = readUnicodeMap(file.decode(stream));
  // A Type 3 font has codes of one byte, and no glyph that stands for several characters.
  if (codeBytes !== 2) return undefined;
  let isChanged = false;
  for (const [code, text] of characters) {
    const plain = folded(text);
    if (plain === text) continue;
    characters.set(code, plain);
    isChanged = true;
  }
  if (isChanged) file.set(ref, flateStream(unicodeMapBytes(characters)));
  return characters;
}
