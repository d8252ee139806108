import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { Box } from '../images/mark/mark.ts';
import { displayLines } from './display-lines.ts';
import { factHtml, type Html } from './html.ts';
import { displayTooLong, noPromise } from './piece-messages.ts';
import type { Ruler } from './ruler.ts';
import type { Setting } from './setting.ts';

/** One way to set the promise: words of at most so many characters, in so many lines. */
export interface DisplayStep {
  role: string;
  characters: number;
  lines: number;
  /** The first baseline. */
  firstMm: number;
  /** Where it is set narrower than the place allows. */
  widthMm?: number;
}

/** Where the promise stands. */
export interface DisplayPlace {
  /** The largest first. */
  steps: readonly DisplayStep[];
  /** For a title in its place; as for the promise if not said. */
  titleSteps?: readonly DisplayStep[];
  leftMm: number;
  widthMm: number;
}

/** The largest words of a piece, broken into lines. */
export interface DisplayView {
  /** Whether it is the course's title, for want of a promise. */
  isTitle: boolean;
  role: string;
  /** Its lines, each ending with a line feed but the last. */
  words: Html;
  lines: number;
  /** Characters of its longest way to be set that there may be; for its panel. */
  linesThere: number;
  firstMm: number;
  lastMm: number;
  /** What is taken by each line: discs keep clear of it. */
  boxes: Box[];
}

/**
 * The promise of a course as its short pieces set it, or its title where it makes none: in the
 * largest step that holds it, in lines that are broken by sense. What no step holds is a finding.
 */
export async function displayView(
  course: Source<CourseFacts>,
  setting: Setting,
  place: DisplayPlace,
): Promise<DisplayView> {
  const { facts, slug } = course;
  const isTitle = !facts.promise;
  const path = isTitle ? 'title' : 'promise';
  const text = facts.promise || withoutStop(facts.title ?? slug);
  const at = course.places[path] ?? { file: course.file };
  if (isTitle && !course.refused?.includes('promise'))
    setting.report(noPromise(), { file: course.file, line: 1 });
  const steps = (isTitle && place.titleSteps) || place.steps;
  const ruler = await setting.ruler();
  const setIn = (words: string, step: DisplayStep) =>
    [...words].length <= step.characters ? linesIn(words, step, place, setting, ruler) : undefined;
  const found = steps.find((step) => setIn(text, step));
  const step = found ?? (steps.at(-1) as DisplayStep);
  if (!found) {
    const most = longestThatFits(text, (words) => setIn(words, step) !== undefined);
    const over = [...text].length - most;
    setting.report(displayTooLong(pieceName(setting), { isTitle, over, characters: most }), at);
  }
  const lines = setIn(text, step) ??
    linesIn(text, { ...step, lines: mostLinesEver }, place, setting, ruler) ?? [text];
  return viewOf(lines, { path, slug, isTitle, step, place, setting, ruler });
}

const mostLinesEver = 12;

function linesIn(
  text: string,
  { role, lines, widthMm }: DisplayStep,
  place: DisplayPlace,
  { lang }: Setting,
  ruler: Ruler,
): string[] | undefined {
  const widthOf = (words: string) => ruler(words, role);
  return displayLines(text, { widthOf, widthMm: widthMm ?? place.widthMm, lines, lang });
}

/** How many characters of a text could stay: it is cut at a word's end. */
function longestThatFits(text: string, fits: (words: string) => boolean): number {
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const start = words.slice(0, count).join(' ');
    if (fits(start)) return [...start].length;
  }
  return 0;
}

function viewOf(
  lines: readonly string[],
  made: {
    path: string;
    slug: string;
    isTitle: boolean;
    step: DisplayStep;
    place: DisplayPlace;
    setting: Setting;
    ruler: Ruler;
  },
): DisplayView {
  const { path, slug, isTitle, step, place, setting, ruler } = made;
  const type = setting.geometry.roles[step.role];
  if (!type) throw new Error(`There is no type role ${step.role}`);
  const sizeMm = (type.sizePt * 25.4) / 72;
  const lineMm = (i: number) => step.firstMm + i * type.leadingMm;
  return {
    isTitle,
    role: step.role,
    // A space that ends a line is heard and copied between its words; it hangs and shifts nothing.
    words: factHtml(slug, path, lines.join(' \n')),
    lines: lines.length,
    linesThere: step.lines,
    firstMm: step.firstMm,
    lastMm: lineMm(lines.length - 1),
    boxes: lines.map((line, i) => ({
      left: place.leftMm,
      top: lineMm(i) - 0.74 * sizeMm,
      right: place.leftMm + ruler(line, step.role),
      bottom: lineMm(i) + 0.24 * sizeMm,
    })),
  };
}

/** What a template needs of the promise: its words, role and lines. */
export function displayData(display: DisplayView) {
  const { isTitle, role, words, firstMm, linesThere, lines } = display;
  return { isTitle, promise: { words, role, firstMm, lines: Math.max(lines, linesThere) } };
}

/** A title ends without a full stop, unless that is part of its last word: "Ph.D.", "Hons.". */
export function withoutStop(title: string): string {
  return title.replace(/(?<=(?:^|\s)[^\s.]{5,})\.$/u, '');
}

/** What a piece is called in findings. */
export function pieceName({ publication }: Pick<Setting, 'publication'>): string {
  return publication.facts.kind.replace('-', ' ');
}
