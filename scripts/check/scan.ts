import { ContentReader } from '../pdf/content.ts';
import { PdfFault } from '../pdf/fault.ts';
import type { PdfFont } from '../pdf/font.ts';
import { PdfDict, PdfString } from '../pdf/objects.ts';
import { textOf } from '../pdf/text.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { Runs, Setting } from './runs.ts';

/** What names in content mean. */
export interface Names {
  font(name: string): PdfFont | undefined;
  /** The font a graphics state sets, if it sets one. */
  fontOfState(name: string): { font: PdfFont; size: number } | undefined;
  /** Called for each XObject that is drawn, with the matrix in force. */
  form(name: string, ctm: Matrix): void;
}

/** What `q` saves, as far as text is concerned (ISO 32000-1, 9.3). */
interface State {
  ctm: Matrix;
  font: PdfFont | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** 1 is 100 %. */
  stretch: number;
  leading: number;
  rise: number;
}

/** A marked-content sequence that is open. */
interface Mark {
  isArtifact: boolean;
  mcid: number | undefined;
  /** Stands for all glyphs inside; taken by the first. */
  actualText: string | undefined;
}

const MOST_SAVED = 512;
const pointsPerMm = 72 / 25.4;

/** Follows the text operators of one content stream and hands each glyph to the runs. */
export class TextScan {
  readonly #reader: ContentReader;
  readonly #runs: Runs;
  readonly #names: Names;
  #state: State;
  readonly #saved: State[] = [];
  readonly #marks: Mark[] = [];
  /** As it is for the next glyph; undefined when something it depends on has changed. */
  #setting: Setting | undefined;
  /** The text matrix as it was last set; its own place is not looked at. */
  #textMatrix = IDENTITY;
  /** Where the line begins, and where the next glyph goes, in the text matrix's target space. */
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;

  constructor(bytes: Uint8Array, ctm: Matrix, runs: Runs, names: Names) {
    this.#reader = new ContentReader(bytes);
    this.#runs = runs;
    this.#names = names;
    this.#state = {
      ctm,
      font: undefined,
      size: 0,
      characterSpace: 0,
      wordSpace: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    };
  }

  run(): void {
    const reader = this.#reader;
    while (reader.next()) {
      // Text operators begin with T, and show text with ' and " as well.
      const first = reader.bytes[reader.operatorStart];
      if (first === 0x54 || first === 0x27 || first === 0x22) this.#text(reader);
      else this.#other(reader);
    }
  }

  #other(reader: ContentReader): void {
    const state = this.#state;
    switch (reader.operator) {
      case 'q':
        if (this.#saved.length < MOST_SAVED) this.#saved.push({ ...state });
        break;
      case 'Q':
        this.#state = this.#saved.pop() ?? state;
        this.#setting = undefined;
        break;
      case 'cm':
        state.ctm = multiply(this.#matrix(), state.ctm);
        this.#setting = undefined;
        break;
      case 'BT':
        this.#setTextMatrix(IDENTITY);
        this.#runs.end();
        break;
      case 'BDC':
      case 'BMC':
        this.#openMark(reader);
        break;
      case 'EMC':
        this.#marks.pop();
        this.#setting = undefined;
        break;
      case 'gs': {
        const set = this.#names.fontOfState(reader.name(0) ?? '');
        if (set) this.#setFont(set.font, set.size);
        break;
      }
      case 'Do':
        this.#names.form(reader.name(0) ?? '', state.ctm);
        this.#runs.end();
        break;
    }
  }

  #text(reader: ContentReader): void {
    const state = this.#state;
    switch (reader.operator) {
      case 'Tj':
        this.#show(reader.string(0));
        break;
      case 'Td':
        this.#newLine(reader.number(0), reader.number(1));
        break;
      case 'TD':
        state.leading = -reader.number(1);
        this.#newLine(reader.number(0), reader.number(1));
        break;
      case 'Tm':
        this.#setTextMatrix(this.#matrix());
        break;
      case 'T*':
        this.#newLine(0, -state.leading);
        break;
      case 'Tf':
        this.#setFont(this.#names.font(reader.name(0) ?? ''), reader.number(1));
        break;
      case 'TJ':
        this.#showList(reader);
        break;
      case "'":
        this.#newLine(0, -state.leading);
        this.#show(reader.string(0));
        break;
      case '"':
        state.wordSpace = reader.number(0);
        state.characterSpace = reader.number(1);
        this.#newLine(0, -state.leading);
        this.#show(reader.string(2));
        break;
      case 'Tc':
        state.characterSpace = reader.number(0);
        break;
      case 'Tw':
        state.wordSpace = reader.number(0);
        break;
      case 'Tz':
        state.stretch = reader.number(0) / 100;
        this.#setting = undefined;
        break;
      case 'TL':
        state.leading = reader.number(0);
        break;
      case 'Ts':
        state.rise = reader.number(0);
        break;
    }
  }

  #setFont(font: PdfFont | undefined, size: number): void {
    this.#state.font = font;
    this.#state.size = size;
    this.#setting = undefined;
  }

  #matrix(): Matrix {
    const r = this.#reader;
    return [r.number(0), r.number(1), r.number(2), r.number(3), r.number(4), r.number(5)];
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#x = this.#lineX = matrix[4];
    this.#y = this.#lineY = matrix[5];
    this.#setting = undefined;
  }

  #newLine(x: number, y: number): void {
    const [a, b, c, d] = this.#textMatrix;
    this.#x = this.#lineX += x * a + y * c;
    this.#y = this.#lineY += x * b + y * d;
  }

  #openMark(reader: ContentReader): void {
    const properties = reader.operator === 'BDC' ? reader.value(1) : undefined;
    const outer = this.#marks.at(-1);
    const mark: Mark = {
      isArtifact: outer?.isArtifact === true || reader.name(0) === 'Artifact',
      mcid: outer?.mcid,
      actualText: undefined,
    };
    if (properties instanceof PdfDict) {
      const mcid = properties.get('MCID');
      if (typeof mcid === 'number') mark.mcid = mcid;
      const actual = properties.get('ActualText');
      if (actual instanceof PdfString) mark.actualText = textOf(actual);
    }
    if (this.#marks.length >= MOST_SAVED) {
      throw new PdfFault('too-deep', 'marked content is nested too deeply');
    }
    this.#marks.push(mark);
    this.#setting = undefined;
  }

  #showList(reader: ContentReader): void {
    const list = reader.value(0);
    if (!Array.isArray(list)) return;
    const { size, stretch } = this.#state;
    for (const entry of list) {
      if (entry instanceof PdfString) this.#show(entry.bytes);
      else if (typeof entry === 'number') this.#move((-entry / 1000) * size * stretch);
    }
  }

  #move(x: number): void {
    this.#x += x * this.#textMatrix[0];
    this.#y += x * this.#textMatrix[1];
  }

  #show(codes: string | undefined): void {
    const { font, size, stretch, rise, characterSpace, wordSpace } = this.#state;
    if (!font || codes === undefined) return;
    this.#setting ??= this.#settingOf(font);
    const [a, b, c, d, e, f] = this.#state.ctm;
    const risenX = rise * this.#textMatrix[2];
    const risenY = rise * this.#textMatrix[3];
    const covering = this.#marks.findLast((mark) => mark.actualText !== undefined);
    const step = font.codeBytes;
    for (let at = 0; at + step <= codes.length; at += step) {
      const code =
        step === 1 ? codes.charCodeAt(at) : codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1);
      const width = font.width(code) / 1000;
      let text = font.text(code) ?? '\uFFFD';
      if (covering) {
        text = covering.actualText!;
        covering.actualText = '';
      }
      const x = this.#x + risenX;
      const y = this.#y + risenY;
      const isMissing = font.glyph(code) === 0;
      this.#runs.add(this.#setting, text, x * a + y * c + e, x * b + y * d + f, width, isMissing);
      // Word spacing is for the one-byte code 32 alone (9.3.3).
      const space = step === 1 && code === 32 ? wordSpace : 0;
      this.#move((width * size + characterSpace + space) * stretch);
    }
  }

  #settingOf(font: PdfFont): Setting {
    const { size, stretch, ctm } = this.#state;
    const em: Matrix = [size * stretch, 0, 0, size, 0, 0];
    const [a, b, c, d] = multiply(multiply(em, this.#textMatrix), ctm);
    const alongMm = Math.hypot(a, b);
    const emMm = Math.hypot(c, d);
    const mark = this.#marks.at(-1);
    return {
      font,
      isArtifact: mark?.isArtifact ?? false,
      mcid: mark?.mcid,
      sizePt: emMm * pointsPerMm,
      emMm,
      alongMm,
      directionX: alongMm > 0 ? a / alongMm : 1,
      directionY: alongMm > 0 ? b / alongMm : 0,
    };
  }
}
