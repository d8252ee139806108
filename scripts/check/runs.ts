import type { PdfFont } from '../pdf/font.ts';

/** Wider gaps, in em, part two runs, as do steps back that are no kerning. */
const WIDEST_GAP = 0.5;
const WIDEST_STEP_BACK = 0.3;
/** How far, in em, a glyph may be off the baseline of those before it. */
const BASELINE_SLACK = 0.01;

/**
 * Words set in one go: one font, one size, one baseline, no gap wider than half an em. Lengths in
 * mm from the trim's top left corner, x to the right, y down.
 */
export interface TextRun {
  /** What it reads: ActualText where there is one, U+FFFD for what has no meaning in the file. */
  text: string;
  /** Where the first glyph's origin is: the left end of the baseline. */
  xMm: number;
  yMm: number;
  /** Along the baseline up to the end of its last word: the space that ends a line is not seen. */
  widthMm: number;
  /** The font size as it appears on the page. */
  sizePt: number;
  /** Anticlockwise from horizontal. */
  angleDegrees: number;
  /** The PostScript name of its font; '' if it has none. */
  font: string;
  face: PdfFont;
  /** Whether it is marked as artifact. */
  isArtifact: boolean;
  /** Its marked-content identifier; undefined outside tagged content. */
  mcid: number | undefined;
  /** How many of its glyphs are the font's .notdef: the empty box. */
  missingGlyphs: number;
}

/** How glyphs are shown: the same for all of a text object, as a rule. */
export interface Setting {
  font: PdfFont;
  isArtifact: boolean;
  mcid: number | undefined;
  sizePt: number;
  /** The font size in mm, across the baseline and along it. */
  emMm: number;
  alongMm: number;
  /** Unit vector of the baseline, y down. */
  directionX: number;
  directionY: number;
}

/** Gathers glyphs into runs. */
export class Runs {
  readonly all: TextRun[] = [];
  #run: TextRun | undefined;
  /** Where the next glyph falls by itself, along the baseline from the run's start, in mm. */
  #penMm = 0;
  #setting: Setting | undefined;

  /** Ends the run that is open: the next glyph begins another. */
  end(): void {
    this.#run = undefined;
  }

  /**
   * Adds what one code shows.
   * @param x where the glyph's origin is, in mm on the page
   * @param advance in em
   */
  add(
    setting: Setting,
    text: string,
    x: number,
    y: number,
    advance: number,
    isMissing: boolean,
  ): void {
    let run = this.#run;
    if (!run || !this.#continues(run, setting, x, y)) run = this.#begin(setting, x, y);
    run.text += text;
    this.#penMm =
      (x - run.xMm) * setting.directionX +
      (y - run.yMm) * setting.directionY +
      advance * setting.alongMm;
    if (text.trim() !== '') run.widthMm = this.#penMm;
    if (isMissing) run.missingGlyphs++;
  }

  #continues(run: TextRun, setting: Setting, x: number, y: number): boolean {
    if (setting !== this.#setting && !isSame(setting, this.#setting!)) return false;
    const dx = x - run.xMm;
    const dy = y - run.yMm;
    const forward = dx * setting.directionX + dy * setting.directionY;
    const aside = dy * setting.directionX - dx * setting.directionY;
    if (Math.abs(aside) > BASELINE_SLACK * setting.emMm) return false;
    const gap = forward - this.#penMm;
    return gap <= WIDEST_GAP * setting.emMm && gap >= -WIDEST_STEP_BACK * setting.emMm;
  }

  #begin(setting: Setting, x: number, y: number): TextRun {
    const run: TextRun = {
      text: '',
      xMm: x,
      yMm: y,
      widthMm: 0,
      sizePt: setting.sizePt,
      // y counts down on the page: a rising baseline has a negative direction.
      angleDegrees: (Math.atan2(-setting.directionY, setting.directionX) * 180) / Math.PI + 0,
      font: setting.font.name,
      face: setting.font,
      isArtifact: setting.isArtifact,
      mcid: setting.mcid,
      missingGlyphs: 0,
    };
    this.all.push(run);
    this.#run = run;
    this.#setting = setting;
    return run;
  }
}

function isSame(one: Setting, other: Setting): boolean {
  return (
    one.font === other.font &&
    one.isArtifact === other.isArtifact &&
    one.mcid === other.mcid &&
    Math.abs(one.sizePt - other.sizePt) < 0.01 &&
    Math.abs(one.directionX - other.directionX) < 0.001 &&
    Math.abs(one.directionY - other.directionY) < 0.001
  );
}
