import { ContentReader } from '../pdf/content.ts';
import { PdfFault } from '../pdf/fault.ts';
import type { PdfFont } from '../pdf/font.ts';
import { PdfDict, PdfString } from '../pdf/objects.ts';
import { eachCode, eachShown, type ShownVisitor } from '../pdf/shown.ts';
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
export class TextScan implements ShownVisitor {
  readonly #reader: ContentReader;
  readonly #runs: Runs;
  readonly #names: Names;
  #state: State;
  readonly #saved: State[] = [];
  readonly #marks: Mark[] = [];
  /** How many of the open marks have ActualText. */
  #covers = 0;
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
        if (this.#marks.pop()?.actualText !== undefined) this.#covers--;
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
    const matrix = this.#textMatrix;
    this.#x = this.#lineX += x * matrix[0] + y * matrix[2];
    this.#y = this.#lineY += x * matrix[1] + y * matrix[3];
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
      if (actual instanceof PdfString) {
        mark.actualText = textOf(actual);
        this.#covers++;
      }
    }
    if (this.#marks.length >= MOST_SAVED) {
      throw new PdfFault('too-deep', 'marked content is nested too deeply');
    }
    this.#marks.push(mark);
    this.#setting = undefined;
  }

  #showList(reader: ContentReader): void {
    const { font } = this.#state;
    if (!font || reader.operands === 0) return;
    const [from, to] = reader.range(0);
    eachShown(reader.bytes, from, to, font.codeBytes, this);
  }

  /** A step between the strings of an array. */
  back(number: number): void {
    this.#move((-number / 1000) * this.#state.size * this.#state.stretch);
  }

  #move(x: number): void {
    this.#x += x * this.#textMatrix[0];
    this.#y += x * this.#textMatrix[1];
  }

  #show(codes: string | undefined): void {
    const { font } = this.#state;
    if (font && codes !== undefined) eachCode(codes, font.codeBytes, this);
  }

  /** Shows a glyph. */
  code(code: number): void {
    const { ctm, font, size, stretch, rise, characterSpace, wordSpace } = this.#state;
    if (!font) return;
    this.#setting ??= this.#settingOf(font);
    const shown = font.shown(code);
    const width = shown.width / 1000;
    const x = this.#x + rise * this.#textMatrix[2];
    const y = this.#y + rise * this.#textMatrix[3];
    this.#runs.add(
      this.#setting,
      this.#covers > 0 ? this.#takeActualText() : (shown.text ?? '\uFFFD'),
      x * ctm[0] + y * ctm[2] + ctm[4],
      x * ctm[1] + y * ctm[3] + ctm[5],
      width,
      shown.isMissing,
    );
    // Word spacing is for the one-byte code 32 alone (9.3.3).
    const space = code === 32 && font.codeBytes === 1 ? wordSpace : 0;
    this.#move((width * size + characterSpace + space) * stretch);
  }

  #takeActualText(): string {
    const mark = this.#marks.findLast(({ actualText }) => actualText !== undefined)!;
    const text = mark.actualText!;
    mark.actualText = '';
    return text;
  }

  #settingOf(font: PdfFont): Setting {
    const { size, stretch, ctm } = this.#state;
    const text = multiply(this.#textMatrix, ctm);
    const alongX = text[0] * size * stretch;
    const alongY = text[1] * size * stretch;
    const alongMm = Math.sqrt(alongX * alongX + alongY * alongY);
    const emMm = Math.sqrt(text[2] * text[2] + text[3] * text[3]) * Math.abs(size);
    const mark = this.#marks.at(-1);
    return {
      font,
      isArtifact: mark?.isArtifact ?? false,
      mcid: mark?.mcid,
      sizePt: emMm * pointsPerMm,
      emMm,
      alongMm,
      directionX: alongMm > 0 ? alongX / alongMm : 1,
      directionY: alongMm > 0 ? alongY / alongMm : 0,
    };
  }
}
