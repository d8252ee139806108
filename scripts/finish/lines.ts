import type { ContentReader, Splice } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { PdfDict } from '../pdf/objects.ts';
import { numberText, rounded } from '../pdf/serialise.ts';
import { type CidWidths, readCidWidths } from '../pdf/widths.ts';
import { needlessMark, softened } from './actual.ts';
import type { Meanings } from './unicode.ts';

/** In thousandths of an em: what a place may be off by, and how far it may lie from the last glyph. */
const SLACK = 0.01;
const WIDEST_GAP = 500;

/** A line as far as it goes. */
interface Line {
  from: number;
  to: number;
  /** Glyphs and, where they do not follow by their own widths, the steps between them. */
  array: string;
  shows: number;
  /** The marks inside it that are taken away. */
  dropped: [from: number, to: number][];
  /** Where the last glyph was placed, and where the next falls by itself, from the line's start. */
  placed: number;
  pen: number;
}

/**
 * Shows a line's glyphs in one go. Chromium places each by itself (`70.128 0 Td <0029> Tj`), which
 * is most of a page's content: as one array (ISO 32000-1, 9.4.3) a line takes a third of the bytes,
 * and of the time to deflate, to check and to draw. Nothing moves by more than a hundredth of a
 * thousandth of an em. A mark that only repeats what the glyphs mean is taken away, and ends no line.
 */
export class Lines {
  readonly splices: Splice[] = [];
  readonly #file: PdfFile;
  readonly #fonts: PdfDict | undefined;
  /** By the name in the resources; null for a font whose codes are not two bytes of a glyph. */
  readonly #widths = new Map<string, CidWidths | null>();
  readonly #shown: (from: number, to: number) => void;
  readonly #meanings: Meanings;
  #font: CidWidths | null = null;
  #characters: ReadonlyMap<number, string> | undefined;
  /** Where operators begin that go with a mark that is taken away. */
  readonly #gone: number[] = [];
  /** Whether nothing was shown since a soft hyphen. */
  #isBroken = false;
  #size = 0;
  /** Whether glyphs stand beside each other by their widths alone. */
  #isPlain = true;
  #line: Line | undefined;
  /** The step behind the line's last glyph, and where it is written. */
  #step: { by: number; at: number } | undefined;
  /** Whether the next glyph stands where the text was last placed, not behind another glyph. */
  #isPlaced = false;
  /** How far steps that are left out would have moved what the next step counts from. */
  #owed = 0;

  /**
   * @param meanings of the codes of fonts; marks on glyphs of a font without stay
   * @param shown told where each line of glyphs lies in the content, once it is complete
   */
  constructor(
    file: PdfFile,
    resources: PdfDict,
    meanings: Meanings,
    shown: (from: number, to: number) => void,
  ) {
    this.#file = file;
    this.#meanings = meanings;
    this.#fonts = file.dict(resources.get('Font'));
    this.#shown = shown;
  }

  /**
   * Whether an operator shows glyphs of a line, steps to the next of them or begins or ends a mark
   * that goes: then it is done with.
   */
  take(reader: ContentReader): boolean {
    const { operator } = reader;
    if (operator === 'Td' && this.#line && !this.#step && reader.number(1) === 0) {
      this.#step = { by: reader.number(0), at: reader.start };
      return true;
    }
    if (
      operator === 'Tj' &&
      this.#font &&
      this.#isPlain &&
      this.#size > 0 &&
      !this.#isGone(reader)
    ) {
      const isPlaced = this.#line ? this.#step !== undefined : this.#isPlaced;
      if (isPlaced && this.#show(this.#font, reader)) return true;
    }
    if (this.#drops(reader)) return true;
    if (this.#line) this.end();
    this.#follow(operator, reader);
    return false;
  }

  /** Takes away a mark that is not needed, and what goes with it; false for anything else. */
  #drops(reader: ContentReader): boolean {
    const { start, end } = reader;
    if (reader.operator === 'BDC') {
      const mark = this.#characters && needlessMark(reader, this.#characters);
      if (!mark) return false;
      this.#gone.push(...mark.operators);
      this.#isBroken = mark.isSoftHyphen;
    } else if (this.#isGone(reader)) this.#gone.shift();
    else return false;
    if (this.#line) this.#line.dropped.push([start, end]);
    else this.#drop(start, end);
    return true;
  }

  #isGone(reader: ContentReader): boolean {
    return this.#gone[0] === reader.start;
  }

  #drop(from: number, to: number): void {
    this.splices.push({ at: from, remove: to - from, insert: '' });
  }

  /** Ends the line that is open. */
  end(): void {
    const line = this.#line;
    if (!line) return;
    this.#line = undefined;
    if (line.shows > 1) {
      const insert = `[<${line.array}>]TJ`;
      this.splices.push({ at: line.from, remove: line.to - line.from, insert });
      this.#owed = line.placed;
    }
    const step = this.#step;
    this.#step = undefined;
    this.#isPlaced = step !== undefined;
    for (const [from, to] of line.dropped) {
      if (line.shows > 1 && from < line.to) continue;
      if (step && step.at < from) this.#pay(step.at);
      this.#drop(from, to);
    }
    if (step) this.#pay(step.at);
    this.#shown(line.from, line.to);
  }

  /** What an operator that is left as it is means for those behind it. */
  #follow(operator: string, reader: ContentReader): void {
    switch (operator) {
      case 'BDC': {
        const splice = this.#isBroken ? softened(reader) : undefined;
        if (splice) this.splices.push(splice);
        break;
      }
      case 'Tf':
        this.#setFont(reader.name(0) ?? '', reader.number(1));
        break;
      case 'Q':
      case 'gs':
        this.#font = null;
        this.#characters = undefined;
        break;
      case 'BT':
      case 'Tm':
        this.#isPlaced = true;
        this.#owed = 0;
        break;
      case 'Td':
      case 'TD':
      case 'T*':
        this.#isPlaced = true;
        this.#pay(reader.start);
        break;
      case "'":
      case '"':
        this.#isPlaced = false;
        this.#pay(reader.start);
        if (operator === '"') this.#isPlain = false;
        break;
      case 'Tj':
      case 'TJ':
        this.#isPlaced = false;
        this.#isBroken = false;
        break;
      case 'Tc':
      case 'Tw':
      case 'Tz':
        this.#isPlain = false;
    }
  }

  /** Takes the steps that were left out, before one that counts from them. */
  #pay(at: number): void {
    if (this.#owed === 0) return;
    const insert = `${numberText(rounded(this.#owed, 6))} 0 Td `;
    this.splices.push({ at, remove: 0, insert });
    this.#owed = 0;
  }

  #show(font: CidWidths, reader: ContentReader): boolean {
    // Nearly always one glyph.
    const single = reader.twoByteCode(0);
    const codes = single < 0 ? reader.string(0) : '';
    if (codes === undefined || codes.length % 2 === 1) return false;
    const { start, end } = reader;
    if (this.#line && this.#step && !this.#steps(this.#line, this.#step.by)) this.end();
    this.#step = undefined;
    this.#line ??= { from: start, to: end, array: '', shows: 0, dropped: [], placed: 0, pen: 0 };
    const line = this.#line;
    line.to = end;
    line.shows++;
    this.#isBroken = false;
    if (single >= 0) this.#add(line, font, single);
    for (let at = 0; at < codes.length; at += 2) {
      this.#add(line, font, codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1));
    }
    return true;
  }

  #add(line: Line, font: CidWidths, code: number): void {
    line.array += hex(code);
    line.pen += ((font.byCode.get(code) ?? font.standard) * this.#size) / 1000;
  }

  /** Moves to the next glyph's place; false if it is too far away to be of the same line. */
  #steps(line: Line, step: number): boolean {
    const placed = line.placed + step;
    const back = ((line.pen - placed) * 1000) / this.#size;
    if (!(Math.abs(back) <= WIDEST_GAP)) return false;
    line.placed = placed;
    if (Math.abs(back) < SLACK) return true;
    const written = rounded(back, 2);
    line.array += `>${numberText(written)}<`;
    line.pen -= (written * this.#size) / 1000;
    return true;
  }

  #setFont(name: string, size: number): void {
    this.#size = size;
    let widths = this.#widths.get(name);
    if (widths === undefined) {
      widths = this.#readWidths(name);
      this.#widths.set(name, widths);
    }
    this.#font = widths;
    const font = this.#file.dict(this.#fonts?.get(name));
    this.#characters = font && widths ? this.#meanings.get(font) : undefined;
  }

  #readWidths(name: string): CidWidths | null {
    const font = this.#file.dict(this.#fonts?.get(name));
    const descendant = this.#file.dict(this.#file.array(font?.get('DescendantFonts'))?.[0]);
    const isPlain = this.#file.name(font?.get('Encoding')) === 'Identity-H';
    return isPlain && descendant ? readCidWidths(this.#file, descendant) : null;
  }
}

const hexes: string[] = [];

function hex(code: number): string {
  hexes[code] ??= code.toString(16).toUpperCase().padStart(4, '0');
  return hexes[code];
}
