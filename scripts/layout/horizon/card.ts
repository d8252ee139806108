import type { Part } from '../part.ts';
import { courseOfPiece } from '../piece.ts';
import type { Setting } from '../setting.ts';
import { tallView } from './card-tall.ts';
import { wideView } from './card-wide.ts';

/**
 * A card for social media: a promise, and whose it is. No fee, no date, no code: it is shared for
 * years, and nobody scans a screen that they hold. No part, after a finding, when the course is not
 * there.
 */
export async function cardParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const id = `course-${course.slug}`;
  const isTall = setting.publication.facts.size === 'tall';
  const view = isTall ? await tallView(course, setting) : await wideView(course, setting);
  return [
    {
      id,
      template: isTall ? 'card/tall' : 'card/wide',
      start: 'any',
      pages: 1,
      sure: true,
      numbered: false,
      title: course.facts.title ?? course.slug,
      view: { id, ...view },
    },
  ];
}
