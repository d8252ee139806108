import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { flyerFront as frontMark } from '../images/mark/horizon.ts';
import type { FactRow } from './fact-row.ts';
import { applyBlock, leadPicture, linesOf, plainWords, publisher } from './horizon.ts';
import { type FrontKey, frontFacts, frontKeys } from './horizon-facts.ts';
import { factHtml, type Html } from './html.ts';
import { type DisplayView, displayData, displayView, withoutStop } from './promise.ts';
import type { Ruler } from './ruler.ts';
import type { Setting } from './setting.ts';
import { awardLine } from './sheet.ts';

const leftMm = 12;
const widthMm = 124;
const cutMm = 140;

/** Facts and course beside the code, its quiet zone kept free; without a code they have the page. */
const besideCodeMm = 84;
const courseBesideCodeMm = 92;

const promiseSteps = [
  { role: 'promise', characters: 36, lines: 3, firstMm: 35 },
  { role: 'promise-long', characters: 120, lines: 4, firstMm: 35 },
];
/** A title of five lines begins a line higher: it ends where four may end. */
const titleSteps = [
  { role: 'promise-long', characters: 120, lines: 4, firstMm: 35 },
  { role: 'promise-long', characters: 120, lines: 5, firstMm: 30 },
];

/** One promise, three facts, one code. */
export async function flyerFront(course: Source<CourseFacts>, setting: Setting) {
  const { slug, facts } = course;
  const ruler = await setting.ruler();
  const display = await displayView(course, setting, {
    steps: promiseSteps,
    titleSteps,
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
  const rows = rowsOf(course, setting, {
    firstMm: firstRowMm(headLines),
    widthMm: rowWidth,
    ruler,
  });
  const picture = await pictureOf(course, setting, display);
  return {
    said: new Set<string>(rows.rows.map(({ key }) => key)),
    view: {
      ...publisher(setting),
      ...displayData(display),
      title: title && factHtml(slug, 'title', title),
      award,
      headLines,
      headWidth: roomMm,
      rowWidth,
      ...rows,
      apply,
      picture,
      mark: picture ? undefined : markOf(display, slug, setting),
    },
  };
}

/** The rows begin on one line on all flyers, lower only where title and award take more than three lines. */
function firstRowMm(headLines: number): number {
  return Math.max(175, 155 + 5 * (headLines + 1));
}

/** The last baseline of the front. */
const lastRowMm = 200;
const labelMm = 20;

/** The three facts that are asked for first, as far as they are known and have room; a smaller number is enough. */
function rowsOf(
  course: Source<CourseFacts>,
  setting: Setting,
  { firstMm, widthMm, ruler }: { firstMm: number; widthMm: number; ruler: Ruler },
): { rows: FactRow[]; label: number; firstRow: number } {
  const known = frontFacts(course, setting);
  const widest = Math.max(
    0,
    ...[...known.values()].map(({ label }) => ruler(label, 'front-label')),
  );
  const label = Math.max(labelMm, Math.ceil(widest + 3));
  const chosen = new Set<FrontKey>();
  // Lines there are for rows and for what stands between them.
  let room = Math.floor((lastRowMm - firstMm) / 5 + 0.01) + 2;
  for (const key of frontKeys) {
    const row = known.get(key);
    if (!row || chosen.size === 3) continue;
    const lines = linesOf(plainWords(row.value), 'front-fact', widthMm - label, ruler);
    if (lines + 1 > room) continue;
    room -= lines + 1;
    chosen.add(key);
  }
  // What it costs stands last, whatever stands in for another.
  const order: FrontKey[] = ['starts', 'duration', 'delivery', 'location', 'entry', 'fees'];
  const rows = order.flatMap((key) => (chosen.has(key) ? (known.get(key) ?? []) : []));
  return { rows, label, firstRow: firstMm };
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

function markOf({ boxes, lines }: DisplayView, slug: string, setting: Setting): Html {
  const name = { left: leftMm, top: 8, right: 60, bottom: 18 };
  const draft = { left: 122, top: 11, right: 136, bottom: 16 };
  const options = lines > 3 ? { sinkMm: 10 } : {};
  return setting.mark(frontMark({ type: [name, draft, ...boxes] }, options), slug);
}
