import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { posterFront } from '../../images/mark/horizon.ts';
import { factHtml, fillHtml, type Html, joinHtml } from '../html.ts';
import type { Part } from '../part.ts';
import { courseOfPiece } from '../piece.ts';
import { factsLeftOut } from '../piece-messages.ts';
import { type DisplayView, displayData, displayView, pieceName, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { awardLine } from '../sheet.ts';
import { frontFacts } from './front-facts.ts';
import {
  applyBlock,
  leadPicture,
  linesOf,
  linesOfHtml,
  otherFormats,
  plainWords,
  publisher,
} from './horizon.ts';

const leftMm = 20;
const widthMm = 257;
const cutMm = 320;

/** Beside the code, its quiet zone kept free. */
const besideCodeMm = 187;
const codeMm = { left: 217, right: 277 };
const safeRightMm = 292;

const steps = [
  { role: 'promise', characters: 42, lines: 3, firstMm: 80 },
  { role: 'promise-mid', characters: 60, lines: 4, firstMm: 72 },
  { role: 'promise-long', characters: 95, lines: 5, firstMm: 70 },
];

const forWideWords = { role: 'promise-least', characters: 95, lines: 5, firstMm: 70 };

/** The one page of a poster; no part, after a finding, when the course is not there. */
export async function posterParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const id = `course-${course.slug}`;
  return [
    {
      id,
      template: 'poster/poster',
      start: 'any',
      pages: 1,
      sure: true,
      numbered: false,
      title: course.facts.title ?? course.slug,
      view: { id, ...(await posterView(course, setting)) },
    },
  ];
}

async function posterView(course: Source<CourseFacts>, setting: Setting) {
  const { slug, facts } = course;
  const ruler = await setting.ruler();
  const display = await displayView(course, setting, { steps, forWideWords, leftMm, widthMm });
  const apply = applyBlock(course, setting);
  const title = display.isTitle ? undefined : withoutStop(facts.title ?? slug);
  const roomMm = apply.qr ? besideCodeMm : widthMm;
  const picture = await pictureOf(course, setting, display);
  const addressMm = apply.address ? ruler(plainWords(apply.address), 'poster-small') : 0;
  // A long one stands beside the code, in lines of its own: all above them goes up.
  const isWide = addressMm > codeMm.right - leftMm;
  const addressLines =
    apply.address && isWide ? linesOfHtml(apply.address, 'poster-small', besideCodeMm, ruler) : 1;
  const addressLeft = Math.min(codeMm.left, Math.max(leftMm, codeMm.right - addressMm));
  const head = publisher(setting, { roomMm: widthMm - 40, ruler });
  return {
    ...head,
    ...displayData(display),
    title: title && factHtml(slug, 'title', title),
    ...linesBelow(course, setting, {
      title,
      roomMm,
      ruler,
      mostLines: mostLines - addressLines + 1,
    }),
    roomMm,
    apply: {
      ...apply,
      leftMm: addressLeft,
      widthMm: isWide ? besideCodeMm : safeRightMm - addressLeft,
      lines: addressLines,
    },
    formatsUp: addressLines - 1,
    formats: otherFormats(setting, 'one'),
    picture,
    mark: picture ? undefined : markOf(display, head, slug, setting),
  };
}

/** Lines beside the code, at the most. */
const mostLines = 5;

/**
 * Below the course's name: award, how long it takes and how it is taught, when it starts. Where
 * there is less room, the way it is taught goes unsaid, then the length, then the award.
 */
function linesBelow(
  course: Source<CourseFacts>,
  setting: Setting,
  {
    title,
    roomMm,
    ruler,
    mostLines,
  }: { title: string | undefined; roomMm: number; ruler: Ruler; mostLines: number },
): { lines: Html[]; lineCount: number } {
  const known = frontFacts(course, setting);
  const linesIn = (html: Html) => linesOf(plainWords(html), 'course-line', roomMm, ruler);
  const length = known.get('duration')?.value;
  const way = known.get('delivery')?.value;
  const both = length && way && joinHtml([length, way], '. ');
  const start = known.get('starts')?.value;
  const award = awardOf(course, setting, start !== undefined);
  const wanted = [
    { key: 'starts', html: start && fillHtml((date) => setting.say('startsOn', { date }), start) },
    { key: 'award', html: award },
    { key: 'duration', html: both && linesIn(both) === 1 ? both : (length ?? way) },
  ];
  let room = mostLines - linesOf(title, 'course', roomMm, ruler);
  const leftOut: string[] = [];
  const taken = new Map<string, Html>();
  for (const { key, html } of wanted) {
    if (!html) continue;
    const count = linesIn(html);
    if (count <= room) taken.set(key, html);
    else leftOut.push(setting.say(key));
    if (count <= room) room -= count;
  }
  if (leftOut.length > 0)
    setting.report(factsLeftOut(pieceName(setting), leftOut), { file: course.file, line: 1 });
  const lines = ['award', 'duration', 'starts'].flatMap((key) => taken.get(key) ?? []);
  return { lines, lineCount: mostLines - room };
}

/** The award, with the year of entry where no date says it. */
export function awardOf(
  course: Source<CourseFacts>,
  setting: Setting,
  hasDate: boolean,
): Html | undefined {
  const { award } = course.facts;
  return hasDate && award ? factHtml(course.slug, 'award', award) : awardLine(course, setting);
}

/** A photograph fills the deep field below the promise down to the cut, from edge to edge. */
async function pictureOf(course: Source<CourseFacts>, setting: Setting, { lastMm }: DisplayView) {
  const sideMm = setting.geometry.page.bleedMm + 1;
  const topMm = Math.ceil((lastMm + 25) / 10) * 10;
  const picture = await leadPicture(course, setting, {
    widthMm: 297 + 2 * sideMm,
    heightMm: cutMm - topMm,
    unseenMm: { left: sideMm, right: sideMm },
  });
  return picture && { ...picture, leftMm: -sideMm, topMm };
}

function markOf(
  { boxes, lines }: DisplayView,
  { publisherMm }: { publisherMm: number },
  slug: string,
  setting: Setting,
): Html {
  const name = { left: leftMm, top: 10, right: Math.max(140, leftMm + publisherMm), bottom: 34 };
  const draft = { left: 255, top: 22, right: 277, bottom: 33 };
  const options = lines > 3 ? { sinkMm: 12 } : {};
  return setting.mark(posterFront({ type: [name, draft, ...boxes] }, options), slug);
}
