import { PdfFault } from '../pdf/fault.ts';
import type { PdfFile } from '../pdf/file.ts';
import { type PdfFont, readFont } from '../pdf/font.ts';
import { PdfDict, type PdfStream } from '../pdf/objects.ts';
import { type Box, boxOf, type PdfPage, pageContent } from '../pdf/pages.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import { Runs, type TextRun } from './runs.ts';
import { TextScan } from './scan.ts';

export type { TextRun };

/** The text of one page, in the order it is painted. */
export type PageText = TextRun[];

const MOST_NESTED_FORMS = 32;
/** Forms that draw forms twice draw the innermost a million times. */
const MOST_FORMS_ON_A_PAGE = 20_000;
const mmPerPoint = 25.4 / 72;

/** Reads the text of pages. One reader for a file: each font is read once. */
export class TextReader {
  readonly #file: PdfFile;
  readonly #fonts = new Map<PdfDict, PdfFont>();
  #formsLeft = MOST_FORMS_ON_A_PAGE;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  page(page: PdfPage): PageText {
    const [left, , , top] = trimOf(this.#file, page);
    const toMm: Matrix = [mmPerPoint, 0, 0, -mmPerPoint, -left * mmPerPoint, top * mmPerPoint];
    const runs = new Runs();
    this.#formsLeft = MOST_FORMS_ON_A_PAGE;
    this.#content(pageContent(this.#file, page.dict), page.resources, toMm, runs, 0);
    return runs.all;
  }

  #content(bytes: Buffer, resources: PdfDict, ctm: Matrix, runs: Runs, depth: number): void {
    const fonts = this.#file.dict(resources.get('Font')) ?? new PdfDict();
    const forms = this.#file.dict(resources.get('XObject'));
    const states = this.#file.dict(resources.get('ExtGState'));
    const scan = new TextScan(bytes, ctm, runs, {
      font: (name) => this.#font(fonts, name),
      fontOfState: (name) => {
        const [font, size] =
          this.#file.array(this.#file.dict(states?.get(name))?.get('Font')) ?? [];
        const dict = this.#file.dict(font);
        return dict && { font: this.#read(dict), size: this.#file.number(size) ?? 0 };
      },
      form: (name, at) => {
        const form = this.#file.stream(forms?.get(name));
        if (form && this.#file.name(form.dict.get('Subtype')) === 'Form') {
          this.#form(form, resources, at, runs, depth + 1);
        }
      },
    });
    scan.run();
  }

  #form(form: PdfStream, outer: PdfDict, ctm: Matrix, runs: Runs, depth: number): void {
    if (--this.#formsLeft < 0) throw new PdfFault('too-large', 'a page draws too many forms');
    if (depth > MOST_NESTED_FORMS) throw new PdfFault('too-deep', 'forms are nested too deeply');
    const matrix = (this.#file.numbers(form.dict.get('Matrix'), 6) ?? IDENTITY) as Matrix;
    const resources = this.#file.dict(form.dict.get('Resources')) ?? outer;
    this.#content(this.#file.decode(form), resources, multiply(matrix, ctm), runs, depth);
  }

  #font(fonts: PdfDict, name: string): PdfFont | undefined {
    const dict = this.#file.dict(fonts.get(name));
    return dict && this.#read(dict);
  }

  #read(dict: PdfDict): PdfFont {
    let font = this.#fonts.get(dict);
    if (!font) {
      font = readFont(this.#file, dict);
      this.#fonts.set(dict, font);
    }
    return font;
  }
}

/** The trim of a page: its TrimBox, else what a viewer shows (ISO 32000-1, 14.11.2). */
export function trimOf(file: PdfFile, page: PdfPage): Box {
  return boxOf(file, page.dict.get('TrimBox')) ?? page.cropBox;
}

/** A page's text as one string: lines apart, words apart where the page has a gap. */
export function plainText(runs: readonly TextRun[]): string {
  let text = '';
  let previous: TextRun | undefined;
  for (const run of runs) {
    if (previous) {
      const emMm = run.sizePt * mmPerPoint;
      const isSameLine = Math.abs(run.yMm - previous.yMm) < emMm * 0.2;
      const gap = run.xMm - (previous.xMm + previous.widthMm);
      if (!isSameLine) text += '\n';
      else if (Math.abs(gap) > emMm * 0.15 && !text.endsWith(' ')) text += ' ';
    }
    text += run.text;
    previous = run;
  }
  return text;
}

/**
 * Words without what a page adds or takes: white space, soft hyphens, composition, ligatures, and
 * which of several characters of one glyph was meant (a hyphen that may break, an apostrophe).
 */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00AD]+/g, '')
    .replaceAll('\u2010', '-')
    .replaceAll('\u02BC', '\u2019');
}
