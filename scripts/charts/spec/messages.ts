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
      'Add the figures up first and give the sums',
    ],
    'too-many': ['charts/too-many-files', 'is one file too many', 'Read fewer files in one chart'],
  }[refusal];
  const [code = '', what = '', hint = ''] = why;
  return {
    severity: 'error',
    code,
    message: `The file ${cut(path)} that a chart asks for ${what}.`,
    hint: `${hint}.`,
  };
}

export function specNotJson(path: string, detail: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-not-json',
    message: `The chart specification ${cut(path)} is not JSON: ${cut(detail, 120)}.`,
    hint: 'Correct it; an editor that knows JSON shows the place.',
  };
}

export function specUnknown(path: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-unknown',
    message: `The chart specification ${cut(path)} is neither Vega nor Vega-Lite.`,
    hint: 'Give it a `$schema`, e.g. "https://vega.github.io/schema/vega-lite/v6.json".',
  };
}

export function specFault(id: string, detail: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-fault',
    message: `The specification of the chart ${id} cannot be drawn. Vega says: ${cut(detail, 160)}`,
    hint: 'Correct the specification; the Vega Editor shows where it goes wrong.',
  };
}

export function specTime(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-time',
    message: `The specification of the chart ${id} takes too long to draw.`,
    hint: 'Use fewer rows and simpler transforms, or work the figures out beforehand.',
  };
}

export function specMemory(id: string): Message {
  return {
    severity: 'error',
    code: 'charts/spec-memory',
    message: `The specification of the chart ${id} takes too much memory to draw.`,
    hint: 'Use fewer rows and simpler transforms, or work the figures out beforehand.',
  };
}

export function specTooMany(id: string, marks: number, most: number): Message {
  return {
    severity: 'error',
    code: 'charts/spec-too-many-marks',
    message: `The chart ${id} has ${marks} marks; the limit is ${most}.`,
    hint: 'Add figures up, so that a reader sees fewer marks.',
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
    hint: 'Give the specification a smaller `height`; 72 units are an inch.',
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
    message: `The chart ${id} has pictures in it.`,
    hint: 'Use marks instead of the `image` mark.',
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
    message: `The chart ${id} has marks that one can see through; they are drawn as they look on paper alone.`,
    hint: 'Set `opacity` to 1 and give the colour itself.',
  };
}

export function specWarnings(id: string, warnings: readonly string[]): Message {
  return {
    severity: 'warning',
    code: 'charts/spec-warnings',
    message: `Vega warns of the chart ${id}: ${cut(warnings[0] ?? '', 160)}`,
    hint: 'Correct the specification; the Vega Editor shows all warnings.',
  };
}
