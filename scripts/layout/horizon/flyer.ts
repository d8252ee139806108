import type { Part } from '../part.ts';
import { courseOfPiece } from '../piece.ts';
import type { Setting } from '../setting.ts';
import { flyerBack } from './flyer-back.ts';
import { flyerFront } from './flyer-front.ts';

/** Front and back of a flyer; no part, after a finding, when the course is not there. */
export async function flyerParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const id = `course-${course.slug}`;
  const front = await flyerFront(course, setting);
  const back = await flyerBack(course, setting, front);
  return [
    {
      id,
      template: 'flyer/flyer',
      start: 'any',
      pages: 2,
      sure: true,
      numbered: false,
      title: course.facts.title ?? course.slug,
      view: { id, front: front.view, back },
    },
  ];
}
