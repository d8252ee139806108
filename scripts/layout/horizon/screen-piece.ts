import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { pxPerMm } from '../geometry.ts';
import { creditTooLong } from '../piece-messages.ts';
import { type DisplayView, pieceName } from '../promise.ts';
import type { PictureView, Setting } from '../setting.ts';
import { leadPicture } from './horizon.ts';

/*
 * What the pieces for screens have in common, cards and slide: they are drawn in CSS pixels.
 */

/** Pixels as the millimetres that places are counted in. */
export const px = (count: number) => count / pxPerMm;

/** By so little (a sixth, as places are rounded) a photograph ends above the cut: one that ends on it is drawn a whole pixel over it. */
export const hairMm = px(0.2);

/** Of the 300 kB that a piece may have; words, fonts and drawings take 45. */
export const mostPictureBytes = 230_000;

/** The classes of a piece's page; on a photograph "Draft" has a ground of its own. */
export function classFor(kind: string, picture: object | undefined): string {
  const card = kind === 'slide' ? '' : ' card';
  return `horizon${card} ${kind}${picture ? ' with-picture' : ''}`;
}

/** A photograph, and where it begins in the piece. */
export interface PlacedPicture extends PictureView {
  leftMm: number;
  topMm: number;
}

/** From the promise to what stands beside it, and what share of the width that takes at the most. */
const besideMm = px(56);
const pictureShare = 0.45;
/** Beside words that leave less they are too long, which is said. */
const leastShare = 0.2;

/** A photograph fills the deep field right of the promise, from the head to the cut. */
export async function pictureBeside(
  course: Source<CourseFacts>,
  setting: Setting,
  { boxes }: DisplayView,
  cutMm: number,
): Promise<PlacedPicture | undefined> {
  const { widthMm } = setting.geometry.page;
  const right = Math.max(...boxes.map((box) => box.right));
  const wantedMm = Math.max(right + besideMm, widthMm * (1 - pictureShare));
  // Between two pixels its edge would be blurred.
  const leftMm = px(Math.round(wantedMm * pxPerMm));
  if (widthMm - leftMm < leastShare * widthMm) return undefined;
  const picture = await leadPicture(course, setting, {
    widthMm: widthMm - leftMm,
    heightMm: cutMm - hairMm,
    mostBytes: mostPictureBytes,
  });
  return picture && { ...picture, leftMm, topMm: 0 };
}

/** Says that a credit has nowhere to stand: without it there is no photograph either, and the mark is drawn. */
export function reportCredit(
  { credit }: PictureView,
  course: Source<CourseFacts>,
  setting: Setting,
): void {
  const place = course.places['images.0.credit'] ?? course.places['images.0'];
  const message = creditTooLong(pieceName(setting), [...(credit ?? '')].length);
  setting.report(message, place ?? { file: course.file, line: 1 });
}

/** What the mark keeps clear of: who publishes the piece, "Draft", the promise. */
export function keepOut(
  { boxes }: DisplayView,
  { publisherMm }: { publisherMm: number },
  { geometry }: Setting,
) {
  const { outerMm, widthMm, firstLineMm } = geometry.page;
  const head = { top: firstLineMm - px(48), bottom: firstLineMm + px(12) };
  const name = { left: outerMm, right: outerMm + Math.max(px(320), publisherMm), ...head };
  const draft = { left: widthMm - outerMm - px(84), right: widthMm - outerMm, ...head };
  return { type: [name, draft, ...boxes] };
}
