import { saying } from '../content/saying.ts';
import type { Side } from './crop.ts';
import { type Reading, resolutions } from './reading.ts';

/** What is said about the part of a picture that a piece shows: its resolution, and what it cuts. */

const { error, warning } = saying('images');

/** Where a picture stands. */
export interface Use {
  file: string;
  widthMm: number;
  heightMm: number;
  reading: Reading;
  /** `poster`, and its size or format, if it has several. */
  piece?: PieceName | undefined;
}

export interface PieceName {
  kind: string;
  size?: string | undefined;
}

export interface Coarse {
  /** Pixels an inch that the crop has. */
  ppi: number;
  /** Pixels that it should have. */
  widthPx: number;
  heightPx: number;
}

export const pictureTooCoarse = (use: Use, has: Coarse) =>
  error(
    'too-coarse',
    `${coarse(use, has)}: below ${resolutions[use.reading].least} its pixels show.`,
    larger(has),
  );

const soft: Record<Reading, string> = {
  hand: 'it looks soft in print',
  wall: 'it looks soft on a wall',
  pixels: 'it looks soft on a screen',
};

export const pictureCoarse = (use: Use, has: Coarse) =>
  warning(
    'coarse',
    `${coarse(use, has)}: below ${resolutions[use.reading].good} ${soft[use.reading]}.`,
    larger(has),
  );

function coarse(use: Use, { ppi }: Coarse): string {
  const { file, widthMm, reading } = use;
  const how = reading === 'pixels' ? 'cropped and drawn' : 'cropped and printed';
  const wide = reading === 'pixels' ? `${inPixels(widthMm)} pixels` : `${rounded(widthMm)} mm`;
  return `\`${file}\`, ${how} ${wide} wide${where(use)}, has ${ppi} pixels an inch`;
}

function larger({ widthPx, heightPx }: Coarse): string {
  return `Use an original of which ${widthPx} x ${heightPx} pixels remain after cropping, or give it a smaller place.`;
}

/** Where the picture of the crop is, relative to the project, and whether it was drawn. */
export interface Proof {
  file: string;
  isDrawn: boolean;
}

export const focusLost = (use: Use, share: number, proof: Proof) =>
  error(
    'focus-lost',
    share > 0
      ? `${cropped(use)}, keeps only ${percent(share)} of the area that must stay whole (\`focus\`).`
      : `${cropped(use)}, loses what must stay (\`focus\`).`,
    `${look(proof)} ${otherShape}`,
  );

export const focusCut = (use: Use, share: number, sides: readonly Side[], proof: Proof) =>
  warning(
    'focus-cut',
    `${cropped(use)}, keeps ${percent(share)} of the area that must stay whole (\`focus\`): it is cut at the ${listed(sides)}.`,
    `${look(proof)} ${otherShape}`,
  );

export const focusNear = (use: Use, sides: readonly Side[], proof: Proof) =>
  warning(
    'focus-near',
    `${cropped(use)}, is cut at the point that must stay (\`focus\`) or right beside it, at the ${listed(sides)}.`,
    `${look(proof)} Use a picture with more room there, or move the point.`,
  );

const otherShape =
  'Move or shrink the focus, or use a picture that has more round it or is nearer to this shape.';

function cropped(use: Use): string {
  const { file, widthMm, heightMm, reading } = use;
  const size =
    reading === 'pixels'
      ? `${inPixels(widthMm)} x ${inPixels(heightMm)} pixels`
      : `${rounded(widthMm)} x ${rounded(heightMm)} mm`;
  return `\`${file}\`, cropped to ${size}${where(use)}`;
}

/** " on the poster (a3)"; nothing where no piece is known. */
function where({ piece }: Use): string {
  if (!piece) return '';
  const name = piece.kind.replaceAll('-', ' ');
  return ` ${piece.kind === 'book' ? 'in' : 'on'} the ${name}${piece.size ? ` (${piece.size})` : ''}`;
}

function look({ file, isDrawn }: Proof): string {
  return isDrawn ? `See \`${file}\`.` : `A build shows it in \`${file}\`.`;
}

function listed(sides: readonly Side[]): string {
  return sides.join(' and the ');
}

function percent(share: number): string {
  return `${Math.min(99, Math.round(share * 100))} %`;
}

function inPixels(mm: number): number {
  return Math.round((mm / 25.4) * 96);
}

function rounded(mm: number): string {
  return String(Math.round(mm * 10) / 10);
}
