import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { Box } from '../images/mark/mark.ts';
import {
  type DisplayPlace,
  type DisplayStep,
  remarks,
  setterFor,
  stepFor,
} from './display-step.ts';
import { factHtml, type Html } from './html.ts';
import { noPromise } from './piece-messages.ts';
import type { Ruler } from './ruler.ts';
import type { Setting } from './setting.ts';
import { lineEnd } from './white-space.ts';

/** The largest words of a piece, broken into lines. */
export interface DisplayView {
  /** Whether it is the course's title, for want of a promise. */
  isTitle: boolean;
  role: string;
  /** Its lines, each ending with a line feed but the last. */
  words: Html;
  lines: number;
  /** So many there may be. */
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
  if (isTitle && !course.refused?.includes('promise'))
    setting.report(noPromise(), { file: course.file, line: 1 });
  const ruler = await setting.ruler();
  const setIn = setterFor(place, setting.lang, ruler);
  const steps = (isTitle && place.titleSteps) || place.steps;
  const last = steps.at(-1) as DisplayStep;
  const step = stepFor(text, steps, setIn) ?? place.forWideWords ?? last;
  const lines = setIn(text, step) ?? setIn(text, { ...step, lines: mostLinesEver }) ?? [text];
  for (const message of remarks(text, { isTitle, step, steps, piece: pieceName(setting), setIn }))
    setting.report(message, course.places[path] ?? { file: course.file });
  return viewOf(lines, { path, slug, isTitle, step, place, setting, ruler });
}

/** More lines are never broken: a finding has said that there are too many. */
const mostLinesEver = 12;

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
    words: factHtml(slug, path, lines.join(lineEnd)),
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
