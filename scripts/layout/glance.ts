import { type Qr, qrMostBytes } from '../images/qr.ts';
import { Html } from './html.ts';
import type { DrawnMark } from './mark-html.ts';

/*
 * Where nothing is printed, a drawing is its place: it stands where it would, as large as it would,
 * and is empty. A tenth of what it costs to measure pages is saved.
 */

export const emptyMark: DrawnMark = () => new Html('<div class="mark"></div>');

/** Of the smallest code; undefined where there would be none. */
export function emptyQr(address: string): Qr | undefined {
  const bytes = Buffer.byteLength(address);
  return bytes === 0 || bytes > qrMostBytes ? undefined : { path: '', modules: 21 };
}

/** The element of a drawing without what is drawn in it. */
export function emptySvg(svg: string): string {
  return `${svg.slice(0, svg.indexOf('>') + 1)}</svg>`;
}
