import type { Message } from '../../finding.ts';
import { cut } from '../messages.ts';
import type { Refusal } from './files.ts';

/** What the chart stage says about an author's own specification. */

export function fileRefused(
  path: string,
  refusal: Refusal | 'too-many',
  mostBytes: number,
): Message {
  const why = {
    outside: [
      'charts/outside',
      'lies outside content/',
      'Put the file below content/ and name it from there, e.g. data/mine.csv',
    ],
    missing: [
      'charts/missing-file',
      'is not there',
      'Correct the path, which begins below content/, or add the file',
    ],
    'too-large': [
      'charts/file-too-large',
      `has more than ${mostBytes / 1024 ** 2} MB`,
      'Add the figures up beforehand and give the sums',
    ],
    'too-many': [
      'charts/too-many-files',
      'is one more than a chart may read',
      'Put the figures into fewer files',
    ],
  }[refusal];
  const [code = '', what = '', hint = ''] = why;
  return {
    severity: 'error',
    code,
    message: `The file ${cut(path)}, which a chart reads, ${what}.`,
    hint: `${hint}.`,
  };
}

export function specNotJson(path: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-not-json',
    message: `The chart specification ${cut(path)} is not JSON: it cannot be read from here on.`,
    hint: 'Look here and just before for a comma too many or too few, or a quote or bracket that is not closed.',
  };
}

export function specUnknown(path: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-unknown',
    message: `The chart specification ${cut(path)} does not say whether it is Vega or Vega-Lite.`,
    hint: 'Begin it with `"$schema": "https://vega.github.io/schema/vega-lite/v6.json"`, or with the address of Vega’s.',
  };
}

export function specFault(id: string, detail: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-fault',
    message: `The specification of the chart ${id} cannot be drawn. Vega says: ${cut(detail, 160)}`,
    hint: 'Paste the specification into the Vega Editor (vega.github.io/editor), which shows where it goes wrong, and correct it.',
  };
}

export function specTime(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-time',
    message: `The specification of the chart ${id} takes too long to draw.`,
    hint: 'Give fewer rows, or work the figures out beforehand instead of in the chart.',
  };
}

export function specMemory(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-memory',
    message: `The specification of the chart ${id} takes too much memory to draw.`,
    hint: 'Give fewer rows, or work the figures out beforehand instead of in the chart.',
  };
}

export function specTooMany(id: string, marks: number, most: number): Message {
  return {
    severity: 'error',
    code: 'charts/spec-too-many-marks',
    message: `The chart ${id} draws ${marks} single shapes; no more than ${most} are drawn.`,
    hint: 'Add figures up, so that there are fewer shapes to see.',
  };
}

export function specEmpty(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-empty',
    message: `The drawing of the chart ${id} has no width or no height.`,
    hint: 'Give the specification a `width` and a `height`, or remove them to fill the column.',
  };
}

export function specTooHigh(id: string, heightMm: number, most: number): Message {
  return {
    severity: 'error',
    code: 'charts/spec-too-high',
    message: `The chart ${id} is ${Math.ceil(heightMm)} mm high; no page holds more than ${most} mm.`,
    hint: 'Give the specification a smaller `height`: 72 are an inch, 200 about 7 cm.',
  };
}

export function specTooWide(id: string, widthMm: number): Message {
  return {
    severity: 'warning',
    code: 'charts/spec-too-wide',
    message: `The chart ${id} is wider than its column of ${widthMm} mm, so it is scaled down, words and all.`,
    hint: 'Remove `width` from the specification, and it fills the column.',
  };
}

export function specPictures(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-pictures',
    message: `The chart ${id} has pictures in it, which are not printed in charts.`,
    hint: 'Draw with another mark than `image`.',
  };
}

export function specGradients(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-gradients',
    message: `The chart ${id} has gradients in it, which do not print reliably.`,
    hint: 'Use one colour for each mark: deep, accent, second, pale or black.',
  };
}

export function specColours(id: string, colours: readonly string[]): Message {
  const shown = colours.slice(0, 5).map((colour) => cut(colour, 24));
  const rest = colours.length > 5 ? ` and ${colours.length - 5} more` : '';
  return {
    severity: 'warning',
    code: 'charts/spec-colours',
    message: `The chart ${id} has colours that are not the brand's: ${shown.join(', ')}${rest}.`,
    hint: 'Name a role as the colour: deep, accent, second, pale or black.',
  };
}

export function specSeeThrough(id: string): Message {
  return {
    severity: 'warning',
    code: 'charts/spec-see-through',
    message: `The chart ${id} has shapes that one can see through; they are printed in the colour that they have on white paper.`,
    hint: 'Remove `opacity`, and give the paler colour itself.',
  };
}

export function specWarnings(id: string, warnings: readonly string[]): Message {
  return {
    severity: 'warning',
    code: 'charts/spec-warnings',
    message: `Vega, which draws the chart ${id}, warns: ${cut(warnings[0] ?? '', 160)}`,
    hint: 'Paste the specification into the Vega Editor (vega.github.io/editor), which shows all warnings, and correct it.',
  };
}
