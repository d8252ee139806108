import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { cardTall } from '../../images/mark/horizon.ts';
import { factHtml, type Html, joinHtml } from '../html.ts';
import { type DisplayView, displayData, displayView, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { frontFacts } from './front-facts.ts';
import { applyBlock, leadPicture, linesOf, linesOfHtml, plainWords, publisher } from './horizon.ts';
import { classFor, hairMm, keepOut, mostPictureBytes, px, reportCredit } from './screen-piece.ts';

/** More of them, and too little of the course is left. */
const mostCreditLines = 3;

/** What the tall card's template prints. */
export async function tallView(course: Source<CourseFacts>, setting: Setting) {
  const { facts, slug } = course;
  const ruler = await setting.ruler();
  const leftMm = px(80);
  const display = await displayView(course, setting, {
    steps: [
      { role: 'promise', characters: 36, lines: 3, firstMm: px(252) },
      { role: 'promise-long', characters: 95, lines: 4, firstMm: px(246) },
      { role: 'promise-long', characters: 120, lines: 6, firstMm: px(210) },
    ],
    forWideWords: { role: 'promise-least', characters: 120, lines: 6, firstMm: px(230) },
    leftMm,
    widthMm: px(920),
  });
  const title = display.isTitle ? undefined : withoutStop(facts.title ?? slug);
  const found = await pictureBelow(course, setting, display);
  const { address, href, isLong } = applyBlock(course, setting);
  const addressMm = address ? ruler(plainWords(address), 'small') : 0;
  const addressLines = linesOfHtml(address, 'small', px(920), ruler);
  const besideMm = px(920) - (isLong || !address ? 0 : addressMm + px(40));
  const creditLines = linesOf(found?.credit, 'small', besideMm, ruler);
  const picture = creditLines <= mostCreditLines ? found : undefined;
  if (found && !picture) reportCredit(found, course, setting);
  const small = picture ? creditLines : 0;
  const smallLines = isLong ? addressLines + small : Math.max(1, small);
  const head = publisher(setting, { roomMm: px(920 - 140), ruler });
  return {
    ...head,
    ...displayData(display),
    title: title && factHtml(slug, 'title', title),
    ...linesBelow(course, setting, title, mostLines(smallLines), ruler),
    pageClass: classFor('tall', picture),
    apply: { address, href, isLong, lines: addressLines, up: isLong ? addressLines : 0 },
    picture: picture && { ...picture, besideMm, creditLines },
    mark: picture
      ? undefined
      : setting.mark(
          cardTall(keepOut(display, head, setting), { sinkMm: px(display.lines > 3 ? 60 : 0) }),
          slug,
        ),
  };
}

/**
 * How many lines of 52 px stand clear of the small ones at the foot: the first on 1076, the last of
 * the small ones, 36 px apart, on 1292, and 44 px between the two.
 */
function mostLines(smallLines: number): number {
  return Math.max(1, Math.floor(1 + (172 - 36 * (smallLines - 1)) / 52));
}

/** Award and length, as far as there is room below the course's name. */
function linesBelow(
  course: Source<CourseFacts>,
  setting: Setting,
  title: string | undefined,
  most: number,
  ruler: Ruler,
): { lines: Html[]; lineCount: number } {
  const { award } = course.facts;
  const known = frontFacts(course, setting);
  const length = ['duration' as const, 'delivery' as const].flatMap(
    (key) => known.get(key)?.value ?? [],
  );
  const roomMm = px(920);
  const linesIn = (html: Html) => linesOf(plainWords(html), 'course-line', roomMm, ruler);
  const both = joinHtml(length, '. ');
  const wanted = [
    award ? factHtml(course.slug, 'award', award) : undefined,
    length.length === 2 && linesIn(both) === 1 ? both : length[0],
  ];
  let room = most - linesOf(title, 'course', roomMm, ruler);
  const lines = wanted.flatMap((html) => {
    if (!html || linesIn(html) > room) return [];
    room -= linesIn(html);
    return [html];
  });
  return { lines, lineCount: most - room };
}

/** A photograph fills the deep field below the promise down to the cut. */
async function pictureBelow(
  course: Source<CourseFacts>,
  setting: Setting,
  { lastMm }: DisplayView,
) {
  const topMm = lastMm + px(80);
  const picture = await leadPicture(course, setting, {
    widthMm: px(1080),
    heightMm: px(972) - topMm - hairMm,
    mostBytes: mostPictureBytes,
  });
  return picture && { ...picture, leftMm: 0, topMm };
}
