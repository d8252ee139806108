import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { slide as slideMark } from '../../images/mark/horizon.ts';
import type { FactRow } from '../fact-row.ts';
import { feeAmounts } from '../fees.ts';
import { factHtml, type Html } from '../html.ts';
import type { Part } from '../part.ts';
import { courseOfPiece } from '../piece.ts';
import { factsLeftOut } from '../piece-messages.ts';
import { displayData, displayView, pieceName, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { frontFacts } from './front-facts.ts';
import { applyBlock, linesOf, plainWords, publisher } from './horizon.ts';
import { classFor, keepOut, pictureBeside, px, reportCredit } from './screen-piece.ts';

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

type Said = Pick<Column, 'label' | 'lines'>;

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
  const leftOut: string[] = [];
  const made: Column[] = [];
  /** Whether there is a column of it: a label never stands without a value. */
  const add = ({ label, lines }: Said, heading?: string): boolean => {
    const { left, width } = columns[made.length] ?? columns[0];
    let room = mostLines - linesOf(heading ?? label, 'course', px(width), ruler);
    const kept = lines.filter((html) => {
      const needed = linesOf(plainWords(html), 'course-line', px(width), ruler);
      if (needed > room) leftOut.push(plainWords(html));
      if (needed > room) return false;
      room -= needed;
      return true;
    });
    if (!heading && kept.length === 0) return false;
    const name = heading ? { title: factHtml(slug, 'title', heading) } : {};
    const labelled = label ? { label } : {};
    made.push({ leftMm: px(left), widthMm: px(width), ...name, ...labelled, lines: kept });
    return true;
  };
  const length = columnFor(known.get('duration')).flatMap(({ lines }) => lines);
  add({ lines: [...award, ...length] }, title);
  let wanted = fees ? 1 : 2;
  for (const one of said) if (wanted > 0 && add(one)) wanted--;
  if (fees) add({ label: fees.label, lines: feeAmounts(course, setting) });
  if (leftOut.length > 0)
    setting.report(factsLeftOut(pieceName(setting), leftOut), { file: course.file, line: 1 });
  return made;
}

function columnFor(row: FactRow | undefined): { label: string; lines: Html[] }[] {
  return row ? [{ label: row.label, lines: [row.value] }] : [];
}
