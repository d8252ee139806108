import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { cardWide } from '../../images/mark/horizon.ts';
import { pxPerMm } from '../geometry.ts';
import { factHtml } from '../html.ts';
import { factsLeftOut } from '../piece-messages.ts';
import { type DisplayView, displayData, displayView, pieceName, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { applyBlock, linesOf, linesOfHtml, plainWords, publisher } from './horizon.ts';
import {
  classFor,
  keepOut,
  type PlacedPicture,
  pictureBeside,
  px,
  reportCredit,
} from './screen-piece.ts';

/** The margin, and the room between the margins. */
const leftMm = px(60);
const roomMm = px(1080);
/** Between words and what stands beside them. */
const gapMm = px(40);

/** What the wide card's template prints. */
export async function wideView(course: Source<CourseFacts>, setting: Setting) {
  const display = await displayView(course, setting, {
    steps: [
      { role: 'promise', characters: 36, lines: 3, firstMm: px(192), widthMm: px(640) },
      { role: 'promise-long', characters: 95, lines: 4, firstMm: px(192) },
      { role: 'promise-long', characters: 120, lines: 5, firstMm: px(168) },
    ],
    forWideWords: { role: 'promise-least', characters: 120, lines: 5, firstMm: px(180) },
    leftMm,
    widthMm: px(700),
  });
  const ruler = await setting.ruler();
  const line = courseLine(course, setting, display.isTitle, ruler);
  const found = await pictureBeside(course, setting, display, px(522));
  const credit = found && creditPlace(found, display, line, ruler);
  if (found && !credit) reportCredit(found, course, setting);
  const picture = credit && { ...found, ...credit };
  const head = publisher(setting, {
    roomMm: picture ? picture.leftMm - leftMm - gapMm : roomMm - px(140),
    ruler,
  });
  return {
    ...head,
    ...displayData(display),
    ...line,
    pageClass: classFor('wide', picture),
    paperLines: picture?.place === 'below' ? 2 : line.lines,
    picture,
    mark: picture
      ? undefined
      : setting.mark(cardWide(keepOut(display, head, setting)), course.slug),
  };
}

/**
 * Where whose the photograph is stands, best first: on the paper beside the course, below it, on
 * deep below the promise; nowhere if it is too long for all of them.
 */
function creditPlace(
  { credit, leftMm: pictureMm }: PlacedPicture,
  { lastMm }: DisplayView,
  line: CourseLine,
  ruler: Ruler,
) {
  const widthMm = pictureMm - leftMm - px(30);
  if (!credit) return { place: 'beside', creditLines: 1, creditMm: widthMm };
  const ownMm = ruler(credit, 'small');
  if (line.lines === 1 && line.widthMm + gapMm + ownMm <= roomMm)
    return { place: 'beside', creditLines: 1, creditMm: roomMm };
  if (line.lines === 1 && ownMm <= roomMm)
    return { place: 'below', creditLines: 1, creditMm: roomMm };
  // The last line stands on 490, the first clear of the promise's own last line.
  const most = Math.floor((490 - lastMm * pxPerMm - 60) / 36) + 1;
  const creditLines = linesOf(credit, 'small', widthMm, ruler);
  return creditLines <= most ? { place: 'on-deep', creditLines, creditMm: widthMm } : undefined;
}

type CourseLine = ReturnType<typeof courseLine>;

/** Below the cut: course and award in one line; else the course alone, in two if need be. */
function courseLine(course: Source<CourseFacts>, setting: Setting, isTitle: boolean, ruler: Ruler) {
  const { facts, slug } = course;
  const award = facts.award && factHtml(slug, 'award', facts.award);
  const widthOf = (words: string) => ruler(words, 'course');
  if (isTitle) {
    // Something has to say where it leads.
    const words = award ?? applyBlock(course, setting).address;
    const said = words && plainWords(words);
    const lines = Math.max(1, linesOfHtml(words || undefined, 'course', roomMm, ruler));
    return { award: words, lines, widthMm: said ? widthOf(said) : 0 };
  }
  const words = withoutStop(facts.title ?? slug);
  const title = factHtml(slug, 'title', words);
  const awardMm = award ? ruler(`, ${plainWords(award)}`, 'course-line') : 0;
  const lines = linesOf(words, 'course', roomMm, ruler);
  const titleMm = widthOf(words);
  if (award && titleMm + awardMm <= roomMm)
    return { title, award, lines, widthMm: titleMm + awardMm };
  if (award) {
    const left = [setting.say('award')];
    setting.report(factsLeftOut(pieceName(setting), left), { file: course.file, line: 1 });
  }
  return { title, lines, widthMm: titleMm };
}
