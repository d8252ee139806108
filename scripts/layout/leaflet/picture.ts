import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import type { PictureView, Setting } from '../setting.ts';
import { type LeafletPage, textBox } from './page.ts';

/** Below the words that a rack shows. */
const topMm = 80;

/**
 * The photograph of the front: it takes the place of the discs in the lower part, from the text's
 * left edge, so that it stays clear of the fold, to the trim at the right and below.
 */
export async function frontPicture(
  course: Source<CourseFacts>,
  setting: Setting,
  page: LeafletPage,
): Promise<PictureView | undefined> {
  const lead = course.facts.images?.[0];
  if (!lead) return undefined;
  // As far past the trim as grounds run (styles.ts, --bleed).
  const beyondMm = page.bleedMm + 1;
  const box = {
    widthMm: page.widthMm - textBox(page, 'front').xMm + beyondMm,
    heightMm: page.heightMm - topMm + beyondMm,
    unseenMm: { right: beyondMm, bottom: beyondMm },
  };
  return setting.picture(course, 'images.0', lead, box);
}
