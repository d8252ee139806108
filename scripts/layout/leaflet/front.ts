import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import type { DisplayStep } from '../display-step.ts';
import { bindAnd, factHtml, type Html, textOf } from '../html.ts';
import { displayView, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { awardLine } from '../sheet.ts';
import { linesOf } from './lines.ts';
import { type LeafletPage, panelName, textBox } from './page.ts';

/** First baseline of the promise; a rack hides what stands below the last. */
const firstMm = 27.5;
const rackMm = 70;

const wideWords = { role: 'promise-wide', characters: Number.POSITIVE_INFINITY };

/** From the promise's last baseline to the next. */
const gapMm = 10;

/**
 * The front works alone in a rack: one promise, which course it is, and the award, all in the top
 * 70 mm. Without a promise the title takes its place.
 */
export async function frontView(
  course: Source<CourseFacts>,
  setting: Setting,
  page: LeafletPage,
  ruler: Ruler,
) {
  const { xMm, widthMm } = textBox(page, 'front');
  const hasPromise = !!course.facts.promise;
  const award = awardLine(course, setting);
  const courseLines = hasPromise ? linesOf(titleOf(course), 'mention', widthMm, ruler) : 0;
  const awardLines = award ? linesOf(textOf(award), 'course-line', widthMm, ruler) : 0;
  const display = await displayView(course, setting, {
    steps: stepsFor(setting, courseLines, awardLines),
    forWideWords: { ...wideWords, lines: 5, firstMm },
    leftMm: xMm,
    widthMm,
  });
  const footMm = (lines: number) => display.lastMm + (lines > 0 ? gapMm + 5 * (lines - 1) : 0);
  // The award stands on the inside, too: it goes before a word of the title does.
  const hasAward = footMm(courseLines + awardLines) <= rackMm;
  return {
    panel: panelName(page, 'front', hasPromise ? 'promise' : 'title'),
    display,
    course: hasPromise ? titleHtml(course) : undefined,
    award: hasAward ? award : undefined,
    footMm: footMm(courseLines + (hasAward ? awardLines : 0)),
  };
}

export function titleOf({ facts, slug }: Source<CourseFacts>): string {
  return bindAnd(withoutStop(facts.title ?? slug));
}

function titleHtml(course: Source<CourseFacts>): Html {
  return factHtml(course.slug, 'title', titleOf(course));
}

/** Smaller type before more lines than a rack shows; in the smallest, the award gives way. */
function stepsFor({ geometry }: Setting, courseLines: number, awardLines: number): DisplayStep[] {
  const step = (role: string, most: number, below: number): DisplayStep => {
    const leadingMm = geometry.roles[role]?.leadingMm ?? 0;
    const roomMm = rackMm - firstMm - (below > 0 ? gapMm + 5 * (below - 1) : 0);
    const lines = Math.max(1, Math.min(most, Math.floor(roomMm / leadingMm + 0.01) + 1));
    return { role, characters: Number.POSITIVE_INFINITY, lines, firstMm };
  };
  const below = courseLines + awardLines;
  return [
    step('promise', 3, below),
    step('promise-long', 4, below),
    step('promise-least', 5, below),
    step('promise-least', 6, courseLines),
  ];
}
