import { contentsFoot } from '../../images/mark/frames.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';
import type { BookSection } from './sections.ts';

interface ContentsSection {
  id: string;
  title: string;
  entries: { id: string; title: string }[];
  /** Stays on one page; a longer one may be continued on the next. */
  short: boolean;
}

/** Entries of a section that stays whole: a quarter of a page. */
const shortEntries = 10;

/**
 * The contents on a spread: what frames the courses (city, fees, index) at the left, the sections
 * of courses at the right and on as many pages as they need.
 */
export function contentsPart(
  sections: readonly BookSection[],
  closing: readonly Part[],
  setting: Setting,
): Part {
  const { say, publication } = setting;
  const isFrame = (section: BookSection) => section.courses.length === 0;
  const frame = sections.filter(isFrame).map(contentsSection);
  const ends = closing.map(({ id, title }) => ({ id, title }));
  const last = sections.at(-1);
  const lastFrame = frame.at(-1);
  // Index and contacts belong to the frame section that closes the book, if one does.
  if (last && isFrame(last) && lastFrame) lastFrame.entries.push(...ends);
  else frame.push(...ends.map((end) => ({ ...end, entries: [], short: true })));
  return {
    id: 'contents',
    template: 'book/contents',
    start: 'left',
    pages: 2,
    sure: false,
    numbered: true,
    title: say('contents'),
    view: {
      id: 'contents',
      title: say('contents'),
      frame,
      sections: sections.filter((section) => !isFrame(section)).map(contentsSection),
      mark: setting.mark(contentsFoot({ type: [contentsBox(frame)] }), publication.slug),
    },
  };
}

function contentsSection(section: BookSection): ContentsSection {
  const pages = section.pages.map(({ slug, facts }) => ({
    id: `page-${slug}`,
    title: facts.title ?? slug,
  }));
  const courses = section.courses.map(({ course }) => ({
    id: `course-${course.slug}`,
    title: course.facts.title ?? course.slug,
  }));
  const facing = section.facing
    ? [
        {
          id: `page-${section.facing.slug}`,
          title: section.facing.facts.title ?? section.facing.slug,
        },
      ]
    : [];
  const entries = [...facing, ...pages, ...courses];
  return {
    id: section.hasOpener ? section.id : (entries[0]?.id ?? section.id),
    title: section.title,
    entries,
    short: entries.length <= shortEntries,
  };
}

/** Where the frame sections stand on the left page: each a rule, a name, its lines and the space below. */
function contentsBox(frame: readonly ContentsSection[]) {
  const heights = frame.map(
    ({ entries }) => 20 + (entries.length > 0 ? 5 + 5 * entries.length : 0),
  );
  return {
    left: 26,
    top: 100,
    right: 134,
    bottom: 100 + heights.reduce((sum, height) => sum + height, 0),
  };
}
