import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { third } from '../../images/mark/frames.ts';
import { type CourseView, courseView, depth } from '../course-view.ts';
import { feeLabel, feesOf } from '../fees.ts';
import { escapeHtml, factHtml, Html, textOf } from '../html.ts';
import type { Part } from '../part.ts';
import { hasShort } from '../printed.ts';
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
      depth: depth(section.hasOpener ? 3 : 2),
      chartPlace: 'side',
      showsFacts: true,
      isBook: true,
      isShort: true,
    });
    views.push({
      ...view,
      place: i + 1,
      blocks: hasShort(course.body) ? view.blocks : shortText(course, view),
      rows: [...shortRows(course, setting), ...applyRow(view.apply, setting)],
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

/** Until when and where to apply, in one line: without it nobody could act on what the page says. */
function applyRow(apply: CourseView['apply'], { say }: Setting) {
  if (!apply) return [];
  const address = apply.lines.find(({ href }) => !href.startsWith('mailto:'));
  const link = address && `<a href="${escapeHtml(address.href)}">${htmlOf(address.text)}</a>`;
  const value = [apply.when?.html, link].filter((part) => part !== undefined).join(', ');
  return value ? [{ isWide: true, label: say('apply'), value: new Html(value) }] : [];
}

function htmlOf(text: Html | string): string {
  return typeof text === 'string' ? escapeHtml(text) : text.html;
}

/** Five lines of eight columns. */
const roomCharacters = 320;

/** The longest of standfirst and first paragraph, the paragraph, the standfirst that fits: whole, never cut. */
function shortText(
  course: Source<CourseFacts>,
  { standfirst, blocks }: { standfirst: Html | undefined; blocks: { html: string }[] },
): { html: string }[] {
  const place = course.places.standfirst;
  const src = place ? `${place.file}:${place.line}` : course.file;
  const sentence = standfirst && new Html(`<p data-src="${src}">${standfirst.html}</p>`);
  const first = blocks.find(({ html }) => html.startsWith('<p'));
  const paragraph = first && new Html(first.html);
  const together =
    sentence &&
    paragraph &&
    new Html(sentence.html.replace('</p>', ' ') + paragraph.html.replace(/^<p[^>]*>/, ''));
  const versions = [together, paragraph, sentence].filter((version) => version !== undefined);
  const fitting =
    versions.find((version) => textOf(version).length <= roomCharacters) ?? versions.at(-1);
  return fitting ? [{ html: fitting.html }] : [];
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
        isFee: true,
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
