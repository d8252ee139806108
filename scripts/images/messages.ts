import type { Message, Severity } from '../finding.ts';

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
    `\`${file}\` has ${megabytes(bytes)} MB; ${megabytes(most)} MB are opened at most.`,
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
    `\`${file}\` measures ${width} x ${height} pixels, ${megapixels(width * height)} million; ${megapixels(most)} million are opened at most.`,
    'Scale it down: 5,000 pixels on the longer side fill any page.',
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

export interface Needs {
  widthMm: number;
  ppi: number;
  /** For 300 pixels an inch. */
  widthPx: number;
  heightPx: number;
}

const coarse = (file: string, { widthMm, ppi }: Needs) =>
  `\`${file}\`, cropped and printed ${widthMm} mm wide, has ${ppi} pixels an inch`;
const larger = ({ widthPx, heightPx }: Needs) =>
  `Use an original of which ${widthPx} x ${heightPx} pixels remain after cropping, or give it a smaller place.`;

export const pictureTooCoarse = (file: string, needs: Needs) =>
  error('too-coarse', `${coarse(file, needs)}: below 150 its pixels show.`, larger(needs));

export const pictureCoarse = (file: string, needs: Needs) =>
  warning('coarse', `${coarse(file, needs)}: below 225 it looks soft in print.`, larger(needs));

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

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1e5) / 10);
}

function megapixels(pixels: number): string {
  return String(Math.round(pixels / 1e5) / 10);
}
