import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { courseCorner, courseCornerSmall } from '../../images/mark/frames.ts';
import type { KeepOut } from '../../images/mark/mark.ts';
import { courseView, depth } from '../course-view.ts';
import { type Html, textOf } from '../html.ts';
import { creditOf, pagePart } from '../page-view.ts';
import type { Part } from '../part.ts';
import { leadBesideProse } from '../pictures.ts';
import { inPool } from '../pool.ts';
import type { Setting } from '../setting.ts';
import { backPart } from './back.ts';
import { contactsPart } from './contacts.ts';
import { contentsPart } from './contents.ts';
import { coverPart } from './cover.ts';
import { indexPart } from './index-of-subjects.ts';
import { openerPart } from './opener.ts';
import { type BookSection, sectionsOf } from './sections.ts';
import { thirdsPart } from './thirds.ts';

/** The parts of a book in order: cover, contents, the sections, index, contacts, back cover. */
export async function bookParts(setting: Setting): Promise<Part[]> {
  const { sections, contactsPage } = withoutContacts(sectionsOf(setting));
  const inner: Part[] = [];
  let openers = 0;
  for (const section of sections) {
    inner.push(...(await sectionParts(section, openers, setting)));
    if (section.hasOpener) openers++;
  }
  const index = indexPart(sections, setting);
  const contacts = contactsPage
    ? await pagePart(contactsPage, { section: '', level: 2 }, setting)
    : contactsPart(setting);
  const closing = [index, contacts].filter((part) => part !== undefined);
  return [
    await coverPart(setting),
    contentsPart(sections, closing, setting),
    ...inner,
    ...closing,
    backPart(setting),
  ];
}

/** A page of the project's own that says whom to ask stands where the one made for it would: last. */
function withoutContacts(sections: readonly BookSection[]) {
  const isContacts = (page: BookSection['pages'][number]) => page.facts.layout === 'contacts';
  const contactsPage = sections.flatMap(({ pages }) => pages).find(isContacts);
  const rest = sections
    .map((section) => ({ ...section, pages: section.pages.filter((page) => !isContacts(page)) }))
    .filter(({ pages, courses, facing }) => pages.length + courses.length > 0 || facing);
  return { sections: rest, contactsPage };
}

/** In the corner of the left page: past the trim on two sides. */
const leadBox = { widthMm: 88, heightMm: 124, unseenMm: { right: 4, bottom: 4 } };

/** Courses that are laid out at once: while one waits for its picture, the next is written. */
const atOnce = 4;

async function sectionParts(
  section: BookSection,
  openers: number,
  setting: Setting,
): Promise<Part[]> {
  const parts: Part[] = [];
  if (section.hasOpener) parts.push(openerPart(section, openers));
  const place = { section: section.title, level: section.hasOpener ? 3 : 2 } as const;
  if (section.facing) parts.push(await pagePart(section.facing, place, setting));
  for (const page of section.pages) parts.push(await pagePart(page, place, setting));
  const at = (extent: string) =>
    section.courses.filter((one) => one.extent === extent).map(({ course }) => course);
  const long = section.courses.flatMap(({ course, extent }) =>
    extent === 'third' ? [] : [{ course, extent }],
  );
  parts.push(
    ...(await inPool(long, atOnce, ({ course, extent }) =>
      coursePart(course, extent, section, setting),
    )),
  );
  const thirds = at('third');
  for (let i = 0; i < thirds.length; i += 3) {
    parts.push(await thirdsPart(thirds.slice(i, i + 3), section, setting));
  }
  return parts;
}

async function coursePart(
  course: Source<CourseFacts>,
  extent: 'page' | 'spread',
  section: BookSection,
  setting: Setting,
): Promise<Part> {
  const view = await courseView(course, setting, {
    depth: depth(section.hasOpener ? 3 : 2),
    chartPlace: extent === 'page' ? 'text-first' : 'side',
    showsFacts: true,
    isBook: true,
  });
  // A course that has nothing to say on its right page needs only one.
  const isSilent = !view.standfirst && !view.chart && !view.apply && view.blocks.length === 0;
  if (extent === 'spread' && isSilent) return coursePart(course, 'page', section, setting);
  const lead = leadBesideProse(course);
  const picture =
    extent === 'spread' && lead
      ? await setting.picture(course, lead.key, lead.image, leadBox)
      : undefined;
  const mark =
    extent === 'spread'
      ? setting.mark(
          (picture ? courseCornerSmall : courseCorner)(keepOut(view, creditOf(picture))),
          course.slug,
        )
      : undefined;
  const sure = extent === 'spread' && isShort(view);
  return {
    id: view.id,
    template: extent === 'spread' ? 'book/course' : 'book/course-page',
    start: extent === 'spread' ? 'left' : 'any',
    pages: extent === 'spread' ? 2 : 1,
    sure,
    numbered: true,
    title: view.runningTitle,
    view: {
      ...view,
      rows: extent === 'page' ? withModules(view) : view.rows,
      section: section.title,
      picture,
      credit: creditOf(picture),
      mark,
      endMark: sure ? undefined : (mark ?? setting.mark(courseCorner(), course.slug)),
    },
  };
}

/** On one page the modules are a row: before what gives way first. */
function withModules({ rows, moduleRow }: Awaited<ReturnType<typeof courseView>>) {
  if (!moduleRow) return rows;
  return [...rows.filter(({ late }) => !late), moduleRow, ...rows.filter(({ late }) => late)];
}

/** Certain to fit the right page of its spread: well under the 2,400 characters it holds, and nothing but text. */
function isShort({ blocks, rows }: { blocks: { html: string }[]; rows: unknown[] }): boolean {
  const html = blocks.map((block) => block.html).join('');
  return (
    html.replace(/<[^>]*>/g, '').length < 1900 &&
    !/<(table|ul|ol|dl|img|svg)/.test(html) &&
    rows.length <= 8
  );
}

/** What the mark of a course keeps clear of: the panel, the modules beside it, the words over its picture. */
function keepOut(
  { rows, modules }: { rows: unknown[]; modules: { items: { title: Html }[] } | undefined },
  credit: string | undefined,
): KeepOut {
  // About 26 characters a line, and the note.
  const lines = (modules?.items ?? []).reduce(
    (sum, { title }) => sum + Math.ceil(textOf(title).length / 24),
    2,
  );
  const foot = 115 + 5 * lines;
  return {
    panels: rows.length > 0 ? [{ left: -4, top: 100, right: 126, bottom: 301 }] : [],
    type: [
      ...(modules ? [{ left: 138, top: 105, right: 190, bottom: foot }] : []),
      ...(credit ? [{ left: 138, top: 170, right: 190, bottom: 175 }] : []),
    ],
  };
}
