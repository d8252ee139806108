import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { sheet } from '../images/mark/frames.ts';
import { plainAddress, webHref } from './apply.ts';
import { otherFormatsLine, unbroken } from './book/contacts.ts';
import { type CourseView, courseView, depth } from './course-view.ts';
import type { FactRow } from './fact-row.ts';
import { feeAmounts, feeRows, feesOf, feeTerms } from './fees.ts';
import { factHtml, Html, textOf } from './html.ts';
import type { Part } from './part.ts';
import { courseOfPiece } from './piece.ts';
import { printedSections } from './printed.ts';
import type { Setting } from './setting.ts';

/** The two pages of a course sheet; no part, after a finding, when the course is not there. */
export async function sheetParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const view = await courseView(course, setting, {
    depth: depth(1),
    chartPlace: isTight(course) ? 'text-first' : 'text',
    showsFacts: true,
    isBook: false,
  });
  return [
    {
      id: view.id,
      template: 'course-sheet/sheet',
      start: 'any',
      pages: 2,
      sure: false,
      numbered: true,
      title: view.runningTitle,
      view: { ...view, ...(await sheetView(course, view, setting)) },
    },
  ];
}

async function sheetView(
  course: Source<CourseFacts>,
  { rows, apply }: Pick<CourseView, 'rows' | 'apply'>,
  setting: Setting,
) {
  const ruler = await setting.ruler();
  const [address] = apply?.lines ?? [];
  const addressMm = address
    ? ruler(typeof address.text === 'string' ? address.text : textOf(address.text), 'fact')
    : 0;
  const { project, say } = setting;
  const { facts, slug } = course;
  const institution = project.institution.facts;
  const feeKeys = new Set(feeRows(course, setting).map(({ key }) => key));
  const contact =
    institution.contacts?.find(({ role }) => role === 'general') ?? institution.contacts?.[0];
  const terms = facts.terms ?? institution.terms;
  return {
    logo: setting.logo('paper'),
    institution: institution.name,
    section: sectionOf(course),
    award: awardLine(course, setting),
    rows: rows.filter(({ key, late }) => !late && !feeKeys.has(key) && key !== 'feeTerms'),
    lateRows: rows.filter(({ late }) => late),
    fees: feesView(course, setting),
    mark: setting.mark(
      sheet(sheetKeepOut(rows, facts.title ?? slug, Math.ceil(addressMm / besideMm))),
      slug,
    ),
    modulesHeading: say('modules'),
    ask: contact && {
      heading: say('askUs'),
      lines: [contact.phone && unbroken(contact.phone), contact.email].filter(Boolean),
    },
    terms: terms && {
      heading: say('termsShort'),
      label: say('changesAt'),
      text: facts.terms ? factHtml(slug, 'terms', plainAddress(terms)) : plainAddress(terms),
      href: webHref(terms),
    },
    howToApply: say('howToApply'),
    applyBy: say('applyBy'),
    otherFormats: otherFormatsLine(setting),
  };
}

/** What stands over the page: the first subject, or else the faculty. */
function sectionOf({ slug, facts }: Source<CourseFacts>): Html | undefined {
  const path = facts.subject ? 'subject' : 'faculty';
  const [name] = [facts[path] ?? []].flat();
  return name === undefined ? undefined : factHtml(slug, path, name);
}

/** Award and year of entry in one line; either alone if the other is not known. */
export function awardLine(
  { slug, facts }: Source<CourseFacts>,
  { say, year }: Setting,
): Html | undefined {
  const { award } = facts;
  if (award && year) return factHtml(slug, 'award', say('awardEntry', { award, year }));
  if (award) return factHtml(slug, 'award', award);
  return year ? new Html(say('entryYear', { year })) : undefined;
}

/** The last row: one line an audience, then what the amounts mean. */
export function feesView(course: Source<CourseFacts>, setting: Setting) {
  const { say, numbers, year } = setting;
  const fees = feesOf(course, year);
  if (fees.length === 0) return undefined;
  const allWhole = fees.every(({ fee }) => fee.total !== undefined);
  const meaning = [
    allWhole ? (year ? say('wholeCourseEntry', { year }) : say('wholeCourse')) : undefined,
    ...feeTerms(course, setting),
  ].filter((words) => words !== undefined);
  const words = numbers.clauses(meaning);
  return {
    label: say('fees'),
    lines: feeAmounts(course, setting),
    meaning: words ? factHtml(course.slug, 'fees.0.covers', words) : undefined,
  };
}

/** How wide the column beside the panel is: it breaks a long address anywhere. */
const besideMm = 38;

/** Text on the first page: the rows on shell, and what stands beside them. */
function sheetKeepOut(rows: readonly FactRow[], title: string, addressLines: number) {
  const top = [...title].length > 40 ? 130 : 115;
  return {
    type: [
      { left: 26, top: 40, right: 190, bottom: 85 },
      { left: 26, top: 100, right: 120, bottom: Math.min(285, top + rowsMm(rows)) },
      { left: 152, top: 100, right: 152 + besideMm, bottom: 112 + 5 * Math.max(1, addressLines) },
    ],
  };
}

/** Room of a panel's rows, and characters of a line of values. */
const panelMm = 170;
const valueCharacters = 31;

/** About how tall the rows come to be: set closer where they would not fit. */
function rowsMm(rows: readonly FactRow[]): number {
  const lines = rows.flatMap(({ amount, value }) => [
    ...(amount ? [1] : []),
    ...value.html
      .split(/(?=<span class="value">)/)
      .map((part) => Math.ceil(part.replace(/<[^>]*>/g, '').length / valueCharacters)),
  ]);
  const textMm = 5 * lines.reduce((sum, count) => sum + count, 0);
  const open = textMm + 5 * rows.length;
  return open > panelMm ? textMm + 2.5 * rows.length : open;
}

/** Lines of the second page's text, and those of a chart in it. */
const pageLines = 39;
const wideChartLines = 18;

/** Whether text and chart may be too much for the page: then the chart is drawn in all ways. */
function isTight({ body }: Source<CourseFacts>): boolean {
  const kept = printedSections(body, { isBook: false, showsFacts: true, isShort: false });
  const blocks = kept.flatMap((section) => section.blocks);
  const headings = kept.filter(({ heading }) => heading).length;
  const lines = blocks.reduce((sum, { text }) => sum + Math.ceil(text.length / 58), 2 * headings);
  return lines + wideChartLines > pageLines - 4;
}
