import type { Message, Severity } from '../finding.ts';
import type { Refusal } from './svg/allowed.ts';

/** What the images stage says about pictures, drawings and codes. That a file is missing or lies outside says content/. */

const say =
  (severity: Severity) =>
  (code: string, message: string, hint: string): Message => ({
    severity,
    code: `images/${code}`,
    message,
    hint,
  });
const error = say('error');
const warning = say('warning');
const note = say('note');

// Pictures

export const fileEmpty = (file: string) =>
  error('empty', `\`${file}\` is empty: it has no bytes.`, 'Export or copy the file again.');

export const fileTooHeavy = (file: string, bytes: number, most: number) =>
  error(
    'too-heavy',
    `\`${file}\` has ${megabytes(bytes)} MB; no more than ${megabytes(most)} MB are opened.`,
    /\.svg$/i.test(file)
      ? 'Take pictures out of the drawing and simplify its paths.'
      : 'Save it as a JPEG of quality 90.',
  );

export const notAPicture = (file: string) =>
  error(
    'not-a-picture',
    `\`${file}\` is no picture, whatever its name says.`,
    'Export the picture as JPEG, PNG, TIFF, WebP or AVIF and name that file.',
  );

export const formatUnsupported = (file: string, format: string) =>
  error(
    'format-unsupported',
    `\`${file}\` is ${format}, which cannot be printed as a picture.`,
    'Open it in a picture editor and export it as JPEG or PNG.',
  );

export const drawingAsPicture = (file: string) =>
  error(
    'drawing-as-picture',
    `\`${file}\` is an SVG drawing where a photograph belongs.`,
    'Name a JPEG or PNG here; use the SVG as `brand.logo`.',
  );

export const pictureAnimated = (file: string) =>
  error('animated', `\`${file}\` is animated.`, 'Export one of its frames as JPEG or PNG.');

export const pictureHasPages = (file: string, pages: number) =>
  error(
    'several-pages',
    `\`${file}\` holds ${pages} pictures.`,
    'Export the one that is meant as a file of its own.',
  );

export const pictureTooLarge = (file: string, width: number, height: number, most: number) =>
  error(
    'too-large',
    `\`${file}\` measures ${width} x ${height} pixels, ${megapixels(width * height)} million; no more than ${megapixels(most)} million are opened.`,
    'Scale it down: 5,000 pixels on the longer side are enough for any page.',
  );

export const pictureDamaged = (file: string) =>
  error(
    'damaged',
    `\`${file}\` is damaged or was not copied to its end.`,
    'Export or copy the picture again.',
  );

export const pictureTooSlow = (file: string, seconds: number) =>
  error(
    'too-slow',
    `\`${file}\` could not be opened within ${seconds} seconds.`,
    'Open it in a picture editor and save it anew as JPEG.',
  );

export const pictureTransparent = (file: string) =>
  note(
    'transparent',
    `\`${file}\` is transparent in places; these are printed white.`,
    'Give the picture a background of your own if white is wrong.',
  );

export const coloursGuessed = (file: string) =>
  warning(
    'colours-guessed',
    `\`${file}\` is in CMYK and does not say for which inks: its colours are guessed.`,
    'Export it with its colour profile embedded, or as sRGB.',
  );

// Drawings

const exportAgain = 'Export it again from the drawing program as plain SVG';

export const notADrawing = (file: string) =>
  error('svg-not-a-drawing', `\`${file}\` is no SVG drawing.`, `${exportAgain}.`);

export const svgEncoding = (file: string) =>
  error('svg-encoding', `\`${file}\` is not in UTF-8.`, `${exportAgain}, in UTF-8.`);

export const svgBroken = (
  fault: 'malformed' | 'too-deep' | 'too-many' | 'circle',
  reason = '',
): Message => {
  if (fault === 'malformed') {
    return error('svg-broken', `The drawing cannot be read: ${reason}`, `${exportAgain}.`);
  }
  if (fault === 'circle') {
    return error(
      'svg-circle',
      'A part of the drawing is made of itself.',
      'Expand symbols and uses in the drawing program, then export it again.',
    );
  }
  const what = fault === 'too-deep' ? 'is nested too deeply' : 'has more than 20,000 parts';
  return error(
    'svg-too-large',
    `The drawing ${what}.`,
    'Simplify it: a logo has some dozens of parts.',
  );
};

export const svgDoctype = () =>
  error(
    'svg-doctype',
    'The drawing has a document type, which can define what is not in the drawing.',
    'Delete `<!DOCTYPE …>` from the file.',
  );

export const svgElement = (name: string, refusal: Refusal) => {
  const [message, hint] = refusals[refusal];
  return error(`svg-${refusal}`, `The drawing has an element \`${name}\`: ${message}`, hint);
};

const refusals: Record<Refusal, [message: string, hint: string]> = {
  script: ['scripts are not let in.', 'Export the drawing without interactivity.'],
  animation: ['nothing moves in print.', 'Export the drawing without animation.'],
  'web-page': [
    'parts of web pages are not let in.',
    'Export it as plain SVG, without the editing data of the drawing program.',
  ],
  picture: [
    'pictures of pixels are not let into drawings.',
    'Trace the picture, or use it as a photograph.',
  ],
  text: [
    'its typeface is not known here.',
    'Convert text to outlines (paths) in the drawing program, then export it again.',
  ],
  effect: [
    'it does not print as lines and areas.',
    'Expand or flatten effects, masks and patterns in the drawing program, then export it again.',
  ],
  link: ['drawings have no links.', 'Remove the link in the drawing program.'],
  unknown: ['it is not known here.', 'Expand the object in the drawing program.'],
};

export const svgHandler = (name: string) =>
  error(
    'svg-script',
    `The drawing has an attribute \`${name}\`: scripts are not let in.`,
    'Export the drawing without interactivity.',
  );

export const svgOutside = (what: string) =>
  error(
    'svg-outside',
    `The drawing refers to something outside itself: \`${shorten(what)}\`.`,
    'Embed what it refers to as paths, or remove it.',
  );

export const svgEffect = (property: string) =>
  error(
    'svg-effect',
    `The drawing uses \`${property}\`, which does not print as lines and areas.`,
    refusals.effect[1],
  );

export const svgStyle = (what: string) =>
  error(
    'svg-style',
    `The style \`${shorten(what)}\` cannot be read; only rules like \`.name { fill: #630041 }\` are.`,
    'Export the drawing with styles as presentation attributes.',
  );

export const svgValue = (name: string, value: string) =>
  error(
    'svg-value',
    `\`${name}\` has a value that cannot be kept: \`${shorten(value)}\`.`,
    `Give it a number, a colour or a name, or remove \`${name}\`.`,
  );

export const svgSize = () =>
  error(
    'svg-size',
    'The drawing has neither a `viewBox` nor a width and height.',
    'Add `viewBox="0 0 WIDTH HEIGHT"` to its first element.',
  );

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1e5) / 10);
}

function megapixels(pixels: number): string {
  return String(Math.round(pixels / 1e5) / 10);
}
