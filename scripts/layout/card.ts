import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { cardTall, cardWide } from '../images/mark/horizon.ts';
import type { MarkFrame } from '../images/mark/mark.ts';
import { pxPerMm } from './geometry.ts';
import { applyBlock, leadPicture, linesOf, plainWords, publisher } from './horizon.ts';
import { frontFacts } from './horizon-facts.ts';
import { factHtml, type Html, joinHtml } from './html.ts';
import type { Part } from './part.ts';
import { courseOfPiece } from './piece.ts';
import { factsLeftOut } from './piece-messages.ts';
import { type DisplayView, displayData, displayView, pieceName, withoutStop } from './promise.ts';
import type { Ruler } from './ruler.ts';
import type { Setting } from './setting.ts';

const px = (count: number) => count / pxPerMm;

/**
 * A card for social media: a promise, and whose it is. No fee, no date, no code: it is shared for
 * years, and nobody scans a screen that they hold. No part, after a finding, when the course is not
 * there.
 */
export async function cardParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const id = `course-${course.slug}`;
  const isTall = setting.publication.facts.size === 'tall';
  const view = isTall ? await tallView(course, setting) : await wideView(course, setting);
  return [
    {
      id,
      template: isTall ? 'card/tall' : 'card/wide',
      start: 'any',
      pages: 1,
      sure: true,
      numbered: false,
      title: course.facts.title ?? course.slug,
      view: { id, ...view },
    },
  ];
}

/** Between the margins of the wide card. */
const roomMm = px(1080);

async function wideView(course: Source<CourseFacts>, setting: Setting) {
  const leftMm = px(60);
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
  const picture = await pictureBeside(course, setting, display, px(522));
  const line = await courseLine(course, setting, display.isTitle);
  const ruler = await setting.ruler();
  const creditMm = picture?.credit ? ruler(picture.credit, 'small') : 0;
  const creditPlace =
    line.lines === 1 && line.widthMm + px(40) + creditMm <= roomMm
      ? 'beside'
      : line.lines === 1 && creditMm <= roomMm
        ? 'below'
        : 'on-deep';
  return {
    ...publisher(setting),
    ...displayData(display),
    ...line,
    pageClass: classFor('wide', picture),
    paperLines: picture?.credit && creditPlace === 'below' ? 2 : line.lines,
    picture: picture && {
      ...picture,
      besideMm: picture.leftMm - leftMm - px(30),
      creditPlace,
    },
    mark: picture ? undefined : markOf(display, course.slug, setting, cardWide),
  };
}

/** By so little (a sixth, as places are rounded) a photograph ends above the cut: one that ends on it is drawn a whole pixel over it. */
const hairMm = px(0.2);

/** Of the 300 kB that a piece may have; words, fonts and drawings take 45. */
const mostPictureBytes = 230_000;

/** The classes of a card's page; where a photograph fills its right side, "Draft" stands left of it. */
export function classFor(kind: string, picture: object | undefined): string {
  const card = kind === 'slide' ? '' : ' card';
  return `horizon${card} ${kind}${picture ? ' with-picture' : ''}`;
}

/** From the promise to what stands beside it, and what share of the width that takes at the most. */
const besideMm = px(56);
const pictureShare = 0.45;

/** A photograph fills the deep field right of the promise, from the head to the cut. */
export async function pictureBeside(
  course: Source<CourseFacts>,
  setting: Setting,
  { boxes }: DisplayView,
  cutMm: number,
) {
  const { widthMm } = setting.geometry.page;
  const right = Math.max(...boxes.map((box) => box.right));
  const wantedMm = Math.max(right + besideMm, widthMm * (1 - pictureShare));
  // Between two pixels its edge would be blurred.
  const leftMm = px(Math.round(wantedMm * pxPerMm));
  const picture = await leadPicture(course, setting, {
    widthMm: widthMm - leftMm,
    heightMm: cutMm - hairMm,
    mostBytes: mostPictureBytes,
  });
  return picture && { ...picture, leftMm, topMm: 0 };
}

/** Below the cut: course and award in one line; else the course alone, in two if need be. */
async function courseLine(course: Source<CourseFacts>, setting: Setting, isTitle: boolean) {
  const { facts, slug } = course;
  const ruler = await setting.ruler();
  const award = facts.award && factHtml(slug, 'award', facts.award);
  const widthOf = (words: string) => ruler(words, 'course');
  if (isTitle) {
    // Something has to say where it leads.
    const words = award ?? applyBlock(course, setting).address;
    return { award: words, lines: 1, widthMm: words ? widthOf(plainWords(words)) : 0 };
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

async function tallView(course: Source<CourseFacts>, setting: Setting) {
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
  const picture = await pictureBelow(course, setting, display);
  const { address, href, isLong } = applyBlock(course, setting);
  const addressMm = address ? ruler(plainWords(address), 'small') : 0;
  const addressLines = Math.ceil(addressMm / px(920));
  const besideMm = px(920) - (isLong || !address ? 0 : addressMm + px(40));
  const creditLines = picture?.credit ? linesOf(picture.credit, 'small', besideMm, ruler) : 0;
  const smallLines = isLong ? addressLines + creditLines : Math.max(1, creditLines);
  return {
    ...publisher(setting),
    ...displayData(display),
    title: title && factHtml(slug, 'title', title),
    ...linesBelow(course, setting, title, mostLines(smallLines), ruler),
    pageClass: classFor('tall', picture),
    apply: { address, href, isLong, lines: addressLines, up: isLong ? addressLines : 0 },
    picture: picture && { ...picture, besideMm },
    mark: picture
      ? undefined
      : markOf(display, slug, setting, cardTall, display.lines > 3 ? 60 : 0),
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

function markOf(
  { boxes }: DisplayView,
  slug: string,
  setting: Setting,
  frame: (keepOut: { type: DisplayView['boxes'] }, options: { sinkMm: number }) => MarkFrame,
  sinkPx = 0,
): Html {
  const { outerMm, widthMm, firstLineMm } = setting.geometry.page;
  const head = { top: firstLineMm - px(40), bottom: firstLineMm + px(12) };
  const name = { left: outerMm, right: outerMm + px(320), ...head };
  const draft = { left: widthMm - outerMm - px(80), right: widthMm - outerMm, ...head };
  return setting.mark(frame({ type: [name, draft, ...boxes] }, { sinkMm: px(sinkPx) }), slug);
}
