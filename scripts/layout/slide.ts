import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { slide as slideMark } from '../images/mark/horizon.ts';
import type { FactRow } from './fact-row.ts';
import { feeAmounts } from './fees.ts';
import { applyBlock, linesOf, plainWords, publisher } from './horizon.ts';
import { frontFacts } from './horizon-facts.ts';
import { factHtml, type Html } from './html.ts';
import type { Part } from './part.ts';
import { courseOfPiece } from './piece.ts';
import { factsLeftOut } from './piece-messages.ts';
import { displayData, displayView, pieceName, withoutStop } from './promise.ts';
import type { Ruler } from './ruler.ts';
import { classFor, keepOut, pictureBeside, px, reportCredit } from './screen-piece.ts';
import type { Setting } from './setting.ts';

/** The columns below the cut: x, and how wide they are. */
const columns = [
  { left: 96, width: 552 },
  { left: 680, width: 414 },
  { left: 1118, width: 450 },
] as const;
/** A column has a label and so many lines. */
const mostLines = 5;
const codePx = { left: 1612, right: 1824 };

/** A slide for a screen in a hall; no part, after a finding, when the course is not there. */
export async function slideParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const id = `course-${course.slug}`;
  return [
    {
      id,
      template: 'slide/slide',
      start: 'any',
      pages: 1,
      sure: true,
      numbered: false,
      title: course.facts.title ?? course.slug,
      view: { id, ...(await slideView(course, setting)) },
    },
  ];
}

async function slideView(course: Source<CourseFacts>, setting: Setting) {
  const { facts, slug } = course;
  const ruler = await setting.ruler();
  const display = await displayView(course, setting, {
    steps: [
      { role: 'promise', characters: 36, lines: 3, firstMm: px(288) },
      { role: 'promise-long', characters: 95, lines: 4, firstMm: px(288) },
      { role: 'promise-more', characters: 120, lines: 5, firstMm: px(252) },
    ],
    forWideWords: { role: 'promise-least', characters: 120, lines: 5, firstMm: px(276) },
    leftMm: px(96),
    widthMm: px(1000),
  });
  const apply = applyBlock(course, setting);
  const found = await pictureBeside(course, setting, display, px(744));
  const title = display.isTitle ? undefined : withoutStop(facts.title ?? slug);
  const addressMm = apply.address ? ruler(plainWords(apply.address), 'small') : 0;
  const addressLeft = Math.max(px(96), Math.min(px(codePx.left), px(codePx.right) - addressMm));
  const besideMm = addressLeft - px(96 + 40);
  const picture = linesOf(found?.credit, 'small', besideMm, ruler) > 1 ? undefined : found;
  if (found && !picture) reportCredit(found, course, setting);
  const head = publisher(setting, {
    roomMm: picture ? picture.leftMm - px(96 + 40) : px(1728 - 140),
    ruler,
  });
  return {
    ...head,
    ...displayData(display),
    columns: columnsOf(course, setting, { title, when: apply.when, ruler }),
    pageClass: classFor('slide', picture),
    apply: { ...apply, leftMm: addressLeft },
    picture: picture && { ...picture, besideMm },
    mark: picture ? undefined : setting.mark(slideMark(keepOut(display, head, setting)), slug),
  };
}

interface Column {
  leftMm: number;
  widthMm: number;
  title?: Html | undefined;
  label?: string;
  lines: Html[];
}

/** The course with award and length; then start and fees, or what stands in for one that is missing. */
function columnsOf(
  course: Source<CourseFacts>,
  setting: Setting,
  { title, when, ruler }: { title: string | undefined; when: Html | undefined; ruler: Ruler },
): Column[] {
  const known = frontFacts(course, setting);
  const { facts, slug } = course;
  const award = facts.award ? [factHtml(slug, 'award', facts.award)] : [];
  const start = known.get('starts');
  const dates = (facts.starts ?? []).map((date, i) =>
    factHtml(slug, `starts.${i}`, setting.numbers.date(date)),
  );
  const fees = known.get('fees');
  const said = [
    ...(start ? [{ label: start.label, lines: [...dates, ...(when ? [when] : [])] }] : []),
    ...(['delivery', 'location', 'entry'] as const).flatMap((key) => columnFor(known.get(key))),
  ];
  const wanted: (Omit<Column, 'leftMm' | 'widthMm'> & { count: number })[] = [
    {
      lines: [...award, ...columnFor(known.get('duration')).flatMap(({ lines }) => lines)],
      count: linesOf(title, 'course', px(columns[0].width), ruler),
    },
    ...said.slice(0, fees ? 1 : 2).map((one) => ({ ...one, count: 1 })),
    ...(fees ? [{ label: fees.label, lines: feeAmounts(course, setting), count: 1 }] : []),
  ];
  const leftOut: string[] = [];
  const first = wanted[0];
  if (!title && first?.lines.length === 0) wanted.shift();
  const made = wanted.slice(0, 3).map(({ label, lines, count }, i) => {
    const { left, width } = columns[i] ?? columns[0];
    let room = mostLines - count;
    const kept = lines.filter((html) => {
      const needed = linesOf(plainWords(html), 'course-line', px(width), ruler);
      if (needed > room) leftOut.push(plainWords(html));
      if (needed > room) return false;
      room -= needed;
      return true;
    });
    const name = i === 0 && title ? { title: factHtml(slug, 'title', title) } : {};
    return {
      leftMm: px(left),
      widthMm: px(width),
      ...name,
      ...(label ? { label } : {}),
      lines: kept,
    };
  });
  if (leftOut.length > 0)
    setting.report(factsLeftOut(pieceName(setting), leftOut), { file: course.file, line: 1 });
  return made;
}

function columnFor(row: FactRow | undefined): { label: string; lines: Html[] }[] {
  return row ? [{ label: row.label, lines: [row.value] }] : [];
}
