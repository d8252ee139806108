import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { flyerFront as frontMark } from '../../images/mark/horizon.ts';
import { factHtml, type Html } from '../html.ts';
import { type DisplayView, displayData, displayView, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { awardLine } from '../sheet.ts';
import { rowsOf } from './flyer-rows.ts';
import {
  type ApplyBlock,
  applyBlock,
  leadPicture,
  linesOf,
  plainWords,
  publisher,
} from './horizon.ts';

const leftMm = 12;
const widthMm = 124;
const cutMm = 140;

/** Facts and course beside the code, its quiet zone kept free; without a code they have the page. */
const besideCodeMm = 84;
const courseBesideCodeMm = 91;

const promiseSteps = [
  { role: 'promise', characters: 36, lines: 3, firstMm: 35 },
  { role: 'promise-long', characters: 120, lines: 4, firstMm: 35 },
];
/** A title of five lines begins a line higher: it ends where four may end. */
const titleSteps = [
  { role: 'promise-long', characters: 120, lines: 4, firstMm: 35 },
  { role: 'promise-long', characters: 120, lines: 5, firstMm: 30 },
];

const forWideWords = { role: 'piece-title', characters: 120, lines: 5, firstMm: 35 };

/** One promise, three facts, one code. */
export async function flyerFront(course: Source<CourseFacts>, setting: Setting) {
  const { slug, facts } = course;
  const ruler = await setting.ruler();
  const display = await displayView(course, setting, {
    steps: promiseSteps,
    titleSteps,
    forWideWords,
    leftMm,
    widthMm,
  });
  const apply = applyBlock(course, setting);
  const title = display.isTitle ? undefined : withoutStop(facts.title ?? slug);
  const award = awardLine(course, setting);
  const roomMm = apply.qr ? courseBesideCodeMm : widthMm;
  const headLines =
    linesOf(title, 'mention', roomMm, ruler) +
    linesOf(award && plainWords(award), display.isTitle ? 'mention' : 'course-line', roomMm, ruler);
  const rowWidth = apply.qr ? besideCodeMm : widthMm;
  const rows = rowsOf(course, setting, { headLines, widthMm: rowWidth, ruler });
  const picture = await pictureOf(course, setting, display);
  const ways = waysOf(apply, picture?.credit, ruler);
  const head = publisher(setting, { roomMm: 100, ruler });
  return {
    said: new Set<string>([...rows.rows.map(({ key }) => key), ...(ways.when ? ['apply'] : [])]),
    credit: ways.credit ? undefined : picture?.credit,
    view: {
      ...head,
      ...displayData(display),
      title: title && factHtml(slug, 'title', title),
      award,
      headLines,
      headWidth: roomMm,
      rowWidth,
      ...rows,
      apply: { ...apply, when: ways.when },
      picture: picture && { ...picture, credit: ways.credit },
      mark: picture ? undefined : markOf(display, head, slug, setting),
    },
  };
}

/** Below the code: lines, how wide they are, and what stands above a credit, in lines. */
const waysLines = 5.4;
const aboveCredit = 1 / 3;
const waysMm = 35;

/**
 * What stands below the code: until when to apply, the address, whose the photograph is. Where that
 * is too much the credit, then the date goes to the back.
 */
function waysOf({ when, address, isLong }: ApplyBlock, credit: string | undefined, ruler: Ruler) {
  const lines = (words: string | undefined) => linesOf(words, 'note', waysMm, ruler);
  // A long address breaks where it may, not where it is full.
  const addressLines = lines(address && plainWords(address)) + (isLong ? 1 : 0);
  const whenLines = lines(when && plainWords(when));
  const hasWhen = whenLines + addressLines <= waysLines;
  const above = addressLines + (hasWhen ? whenLines : 0);
  const hasCredit = above + aboveCredit + lines(credit) <= waysLines;
  return { when: hasWhen ? when : undefined, credit: hasCredit ? credit : undefined };
}

/** From what is above a picture, and the height below which none is shown. */
const abovePictureMm = 12.5;

/** A photograph fills the deep field below the promise down to the cut, from edge to edge. */
async function pictureOf(course: Source<CourseFacts>, setting: Setting, { lastMm }: DisplayView) {
  const sideMm = setting.geometry.page.bleedMm + 1;
  const topMm = Math.ceil((lastMm + abovePictureMm) / 5) * 5;
  const picture = await leadPicture(course, setting, {
    widthMm: 148 + 2 * sideMm,
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
  const name = { left: leftMm, top: 8, right: Math.max(60, leftMm + publisherMm), bottom: 18 };
  const draft = { left: 122, top: 11, right: 136, bottom: 16 };
  const options = lines > 3 ? { sinkMm: 10 } : {};
  return setting.mark(frontMark({ type: [name, draft, ...boxes] }, options), slug);
}
