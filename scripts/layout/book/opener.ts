import { bindAnd } from '../html.ts';
import type { Part } from '../part.ts';
import type { BookSection } from './sections.ts';

const grounds = ['second', 'accent', 'deep'];

/** A full colour ground, the section's name and the list of its courses; `index` counts the openers, whose grounds take turns. */
export function openerPart(section: BookSection, index: number): Part {
  const entries = section.courses.map(({ course }) => ({
    id: `course-${course.slug}`,
    title: course.facts.title ?? course.slug,
  }));
  return {
    id: section.id,
    template: 'book/opener',
    start: 'left',
    pages: 1,
    sure: true,
    numbered: false,
    title: section.title,
    view: {
      id: section.id,
      title: bindAnd(section.title),
      ground: grounds[index % grounds.length],
      entries,
      count: entries.length,
    },
  };
}
