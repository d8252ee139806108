import { IDENTITY, type Matrix, multiply } from '../../../scripts/check/matrix.ts';
import { ContentReader } from '../../../scripts/pdf/content.ts';
import type { PdfFile } from '../../../scripts/pdf/file.ts';
import type { PdfFont } from '../../../scripts/pdf/font.ts';
import { PdfDict } from '../../../scripts/pdf/objects.ts';
import { type PdfPage, pageContent } from '../../../scripts/pdf/pages.ts';
import { eachCode, eachShown } from '../../../scripts/pdf/shown.ts';
import type { Faces } from './faces.ts';
import type { Colour, Glyph, Ink } from './inks.ts';
import { boxOfShape, type Path, Shape } from './shape.ts';

const mmPerPoint = 25.4 / 72;
const black: Colour = [0, 0, 0];

interface State {
  ctm: Matrix;
  colour: Colour;
  font: PdfFont | undefined;
  size: number;
  clips: readonly Shape[];
  opacity: number;
}

/** Reads pages of one file. */
export class InkReader {
  readonly #file: PdfFile;
  readonly #faces: Faces;

  constructor(file: PdfFile, faces: Faces) {
    this.#file = file;
    this.#faces = faces;
  }

  page(page: PdfPage): Ink[] {
    const trim = this.#file.numbers(page.dict.get('TrimBox'), 4) ?? page.cropBox;
    const [left = 0, , , top = 0] = trim;
    const toMm: Matrix = [mmPerPoint, 0, 0, -mmPerPoint, -left * mmPerPoint, top * mmPerPoint];
    const inks: Ink[] = [];
    const state = { ctm: toMm, colour: black, font: undefined, size: 0, clips: [], opacity: 1 };
    this.#content(pageContent(this.#file, page.dict), page.resources, state, inks, false);
    return inks;
  }

  #content(bytes: Buffer, resources: PdfDict, outer: State, inks: Ink[], isInArtifact: boolean) {
    const file = this.#file;
    const reader = new ContentReader(bytes);
    const saved: State[] = [];
    const marks: { isArtifact: boolean; mcid: number | undefined }[] = [];
    let state = outer;
    let path: Path = [];
    let isClip = false;
    let text = IDENTITY;
    const point = (i: number): [number, number] => {
      const [x, y] = [reader.number(i), reader.number(i + 1)];
      const m = state.ctm;
      return [x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]];
    };
    const isArtifact = () => isInArtifact || marks.some((one) => one.isArtifact);
    const endPath = () => {
      if (isClip) state = { ...state, clips: [...state.clips, new Shape(path)] };
      isClip = false;
      path = [];
    };
    const show = (at: number) => {
      const { font } = state;
      if (!font) return;
      const visitor = {
        code: (code: number) => {
          const glyph = this.#glyph(font, code, state, text, isArtifact());
          if (glyph) inks.push({ ...glyph, mcid: marks.at(-1)?.mcid });
          const move = (font.width(code) / 1000) * state.size;
          text = multiply([1, 0, 0, 1, move, 0], text);
        },
        back: (number: number) => {
          text = multiply([1, 0, 0, 1, (-number / 1000) * state.size, 0], text);
        },
      };
      if (reader.operator === 'TJ') {
        const [from, to] = reader.range(at);
        eachShown(reader.bytes, from, to, font.codeBytes, visitor);
      } else eachCode(reader.string(at) ?? '', font.codeBytes, visitor);
    };
    let line = IDENTITY;
    while (reader.next()) {
      switch (reader.operator) {
        case 'q':
          saved.push(state);
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state = { ...state, ctm: multiply(sixOf(reader), state.ctm) };
          break;
        case 'rg':
          state = { ...state, colour: [reader.number(0), reader.number(1), reader.number(2)] };
          break;
        case 'g':
          state = { ...state, colour: [reader.number(0), reader.number(0), reader.number(0)] };
          break;
        case 'gs': {
          const states = file.dict(resources.get('ExtGState'));
          const opacity = file.number(file.dict(states?.get(reader.name(0) ?? ''))?.get('ca')) ?? 1;
          state = { ...state, opacity };
          break;
        }
        case 'm':
          path.push([point(0)]);
          break;
        case 'l':
          path.at(-1)?.push(point(0));
          break;
        case 'c': {
          const from = path.at(-1)?.at(-1) ?? point(4);
          path.at(-1)?.push(...curve(from, point(0), point(2), point(4)));
          break;
        }
        case 're': {
          const [x, y, w, h] = [0, 1, 2, 3].map((i) => reader.number(i)) as [
            number,
            number,
            number,
            number,
          ];
          const m = state.ctm;
          const at = (px: number, py: number): [number, number] => [
            px * m[0] + py * m[2] + m[4],
            px * m[1] + py * m[3] + m[5],
          ];
          path.push([at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)]);
          break;
        }
        case 'W':
        case 'W*':
          isClip = true;
          break;
        case 'f':
        case 'F':
        case 'f*':
        case 'B':
        case 'B*':
          if (path.length > 0 && state.opacity > 0.99) {
            inks.push({
              what: 'fill',
              shape: new Shape(path),
              colour: state.colour,
              isArtifact: isArtifact(),
              clips: state.clips,
            });
          }
          endPath();
          break;
        case 'n':
        case 'S':
        case 's':
          endPath();
          break;
        case 'BDC': {
          const properties = reader.value(1);
          const mcid = properties instanceof PdfDict ? properties.get('MCID') : undefined;
          marks.push({
            isArtifact: reader.name(0) === 'Artifact',
            mcid: typeof mcid === 'number' ? mcid : marks.at(-1)?.mcid,
          });
          break;
        }
        case 'BMC':
          marks.push({ isArtifact: reader.name(0) === 'Artifact', mcid: undefined });
          break;
        case 'EMC':
          marks.pop();
          break;
        case 'BT':
          text = line = IDENTITY;
          break;
        case 'Tf':
          state = {
            ...state,
            font: this.#faces.font(file.dict(resources.get('Font')), reader.name(0) ?? ''),
            size: reader.number(1),
          };
          break;
        case 'Tm':
          text = line = sixOf(reader);
          break;
        case 'Td':
          text = line = multiply([1, 0, 0, 1, reader.number(0), reader.number(1)], line);
          break;
        case 'Tj':
        case 'TJ':
          show(0);
          break;
        case 'Do':
          this.#draw(reader.name(0) ?? '', resources, state, inks, isArtifact());
          break;
      }
    }
  }

  #draw(name: string, resources: PdfDict, state: State, inks: Ink[], isArtifact: boolean) {
    const file = this.#file;
    const object = file.stream(file.dict(resources.get('XObject'))?.get(name));
    if (!object) return;
    if (file.name(object.dict.get('Subtype')) === 'Form') {
      const matrix = (file.numbers(object.dict.get('Matrix'), 6) ?? IDENTITY) as Matrix;
      const inner = { ...state, ctm: multiply(matrix, state.ctm) };
      const own = file.dict(object.dict.get('Resources')) ?? resources;
      this.#content(file.decode(object), own, inner, inks, isArtifact);
      return;
    }
    const m = state.ctm;
    const corners: Path = [
      [
        [m[4], m[5]],
        [m[0] + m[4], m[1] + m[5]],
        [m[0] + m[2] + m[4], m[1] + m[3] + m[5]],
        [m[2] + m[4], m[3] + m[5]],
      ],
    ];
    inks.push({ what: 'picture', box: boxOfShape(corners), clips: state.clips });
  }

  #glyph(
    font: PdfFont,
    code: number,
    state: State,
    text: Matrix,
    isArtifact: boolean,
  ): Glyph | undefined {
    const drawn = this.#faces.extents(font, code);
    if (!drawn) return undefined;
    const m = multiply([state.size, 0, 0, state.size, 0, 0], multiply(text, state.ctm));
    const at = (x: number, y: number): [number, number] => [
      x * m[0] + y * m[2] + m[4],
      x * m[1] + y * m[3] + m[5],
    ];
    const { left, top, right, bottom } = drawn;
    const box = boxOfShape([[at(left, top), at(right, top), at(right, bottom), at(left, bottom)]]);
    return {
      what: 'glyph',
      text: font.text(code) ?? '\uFFFD',
      box,
      baselineMm: m[5],
      sizePt: Math.hypot(m[2], m[3]) / mmPerPoint,
      colour: state.colour,
      isArtifact,
      mcid: undefined,
      clips: state.clips,
    };
  }
}

function sixOf(r: ContentReader): Matrix {
  return [r.number(0), r.number(1), r.number(2), r.number(3), r.number(4), r.number(5)];
}

/** A Bézier curve as eight lines. */
function curve(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  [x3, y3]: readonly [number, number],
): [number, number][] {
  return Array.from({ length: 8 }, (_, i) => {
    const t = (i + 1) / 8;
    const u = 1 - t;
    const of = (a: number, b: number, c: number, d: number) =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    return [of(x0, x1, x2, x3), of(y0, y1, y2, y3)];
  });
}
