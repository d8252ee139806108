import type { PdfFile } from '../../../scripts/pdf/file.ts';
import { type PdfFont, readFont } from '../../../scripts/pdf/font.ts';
import type { PdfDict } from '../../../scripts/pdf/objects.ts';
import type { Rectangle } from './shape.ts';

type Harfbuzz = typeof import('harfbuzzjs');
type Shaper = InstanceType<Harfbuzz['Font']>;

/** The fonts of a file, each with the outlines that are embedded in it. */
export class Faces {
  readonly #file: PdfFile;
  readonly #harfbuzz: Harfbuzz;
  readonly #fonts = new Map<PdfDict, PdfFont>();
  readonly #shapers = new Map<PdfFont, { shaper: Shaper; perEm: number } | undefined>();
  readonly #extents = new Map<PdfFont, Map<number, Rectangle | undefined>>();

  constructor(file: PdfFile, harfbuzz: Harfbuzz) {
    this.#file = file;
    this.#harfbuzz = harfbuzz;
  }

  font(fonts: PdfDict | undefined, name: string): PdfFont | undefined {
    const dict = this.#file.dict(fonts?.get(name));
    if (!dict) return undefined;
    let font = this.#fonts.get(dict);
    if (!font) {
      font = readFont(this.#file, dict);
      this.#fonts.set(dict, font);
      this.#shapers.set(font, this.#open(dict));
    }
    return font;
  }

  /** The bounds of what a code draws, in em, y up; undefined where it draws nothing. */
  extents(font: PdfFont, code: number): Rectangle | undefined {
    let known = this.#extents.get(font);
    if (!known) {
      known = new Map();
      this.#extents.set(font, known);
    }
    if (!known.has(code)) known.set(code, this.#measure(font, code));
    return known.get(code);
  }

  #measure(font: PdfFont, code: number): Rectangle | undefined {
    const open = this.#shapers.get(font);
    const glyph = font.glyph(code);
    if (!open || glyph === undefined) {
      // A font that is not embedded, or of Type 3: the letter's own room, as near as can be known.
      const isBlank = !font.text(code)?.trim();
      return isBlank ? undefined : { left: 0, right: font.width(code) / 1000, top: 0.7, bottom: 0 };
    }
    const found = open.shaper.glyphExtents(glyph);
    if (!found || found.width === 0 || found.height === 0) return undefined;
    const { perEm } = open;
    return {
      left: found.xBearing / perEm,
      right: (found.xBearing + found.width) / perEm,
      top: found.yBearing / perEm,
      bottom: (found.yBearing + found.height) / perEm,
    };
  }

  #open(dict: PdfDict): { shaper: Shaper; perEm: number } | undefined {
    const file = this.#file;
    const cid = file.dict(file.array(dict.get('DescendantFonts'))?.[0]);
    const program = file.stream(file.dict(cid?.get('FontDescriptor'))?.get('FontFile2'));
    if (!program) return undefined;
    const { Blob, Face, Font } = this.#harfbuzz;
    const face = new Face(new Blob(file.decode(program)));
    return { shaper: new Font(face), perEm: face.upem };
  }
}
