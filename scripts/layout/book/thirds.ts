import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { third } from '../../images/mark/frames.ts';
import { courseView, depth } from '../course-view.ts';
import { feeLabel, feesOf } from '../facts.ts';
import { factHtml } from '../html.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';
import type { BookSection } from './sections.ts';

/** Up to three courses on a page: title, award, five lines, four facts. */
export async function thirdsPart(
  courses: readonly Source<CourseFacts>[],
  section: BookSection,
  setting: Setting,
): Promise<Part> {
  const views = [];
  for (const [i, course] of courses.entries()) {
    const view = await courseView(course, setting, {
      depth: depth(3),
      chartPlace: 'side',
      showsFacts: true,
      isBook: true,
    });
    views.push({
      ...view,
      place: i + 1,
      blocks: shortText(course, view),
      rows: shortRows(course, setting),
      mark: setting.mark(third(i as 0 | 1 | 2), course.slug),
    });
  }
  const first = courses[0]?.slug ?? section.id;
  return {
    id: `thirds-${first}`,
    template: 'book/thirds',
    start: 'any',
    pages: 1,
    sure: true,
    aliases: views.map(({ id }) => id),
    numbered: true,
    title: views.map(({ runningTitle }) => runningTitle).join(', '),
    view: { section: section.title, courses: views },
  };
}

/** The standfirst if there is one, else the first paragraph: whole, or a finding; never cut. */
function shortText(
  course: Source<CourseFacts>,
  view: { standfirst: unknown; blocks: { html: string }[] },
): { html: string }[] {
  if (view.standfirst) {
    const src = course.places.standfirst;
    return [
      {
        html: `<p data-src="${src ? `${src.file}:${src.line}` : course.file}">${String(view.standfirst)}</p>`,
      },
    ];
  }
  const first = view.blocks.find(({ html }) => html.startsWith('<p'));
  return first ? [first] : [];
}

function shortRows(course: Source<CourseFacts>, setting: Setting) {
  const { facts, slug } = course;
  const { say, numbers } = setting;
  const start = facts.starts?.[0];
  const fees = feesOf(course, setting.year)
    .slice(0, 2)
    .map(({ fee, index }) => {
      const amount = numbers.money(fee.total ?? fee.perYear ?? 0, fee.currency);
      const words = say(fee.total === undefined ? 'amountPerYear' : 'amountInTotal', { amount });
      return {
        label: feeLabel(fee.audience, setting),
        value: factHtml(slug, `fees.${index}.total`, words),
      };
    });
  const rows = [
    facts.duration
      ? { label: say('duration'), value: factHtml(slug, 'duration', facts.duration) }
      : undefined,
    fees[0],
    start
      ? { label: say('starts'), value: factHtml(slug, 'starts.0', numbers.date(start)) }
      : undefined,
    fees[1],
  ];
  return rows.filter((row) => row !== undefined);
}
