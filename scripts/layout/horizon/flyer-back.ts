import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { flyerBack as backMark } from '../../images/mark/corner.ts';
import { depth } from '../course-view.ts';
import { displayLines } from '../display-lines.ts';
import { factHtml, Html } from '../html.ts';
import { factsLeftOut, standfirstLeftOut } from '../piece-messages.ts';
import { pieceName, withoutStop } from '../promise.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { textVersions, type Version } from '../versions.ts';
import { lineEnd } from '../white-space.ts';
import { type PanelPlan, planPanel } from './flyer-panel.ts';
import { backFacts } from './front-facts.ts';
import { linesOf, otherFormats, plainWords } from './horizon.ts';

const leftMm = 12;
const widthMm = 124;
const textMm = 102.6;
const formatsMm = 96;

/** Title, text, all other facts on shell at the foot, how to ask for another format. */
export async function flyerBack(
  course: Source<CourseFacts>,
  setting: Setting,
  { said, credit }: { said: ReadonlySet<string>; credit: string | undefined },
) {
  const { facts, slug } = course;
  const { say, report } = setting;
  const ruler = await setting.ruler();
  const title = titleOf(course, setting, ruler);
  const formats = otherFormats(setting, 'all');
  const formatsLine = formatsFirstMm(formats, ruler);
  const rows = backFacts(course, setting, said);
  const versions = await textVersions(course, setting, {
    depth: depth(1),
    showsFacts: true,
    takes: isText,
  });
  const counts = versions.map((version) => linesOfVersion(version, ruler));
  const standfirst = facts.standfirst ? linesOf(facts.standfirst, 'lead', widthMm, ruler) : 0;
  const plan = (withStandfirst: boolean) => {
    const textFirst = title.lastMm + (withStandfirst ? (standfirstMm[standfirst] ?? 0) : 15);
    const least = leastLines(counts, withStandfirst);
    // Text, an empty line, the panel's edge, its heading, its first row: 15 and 10 mm. Without
    // text the panel stays as clear of the standfirst, or of the title.
    const clear = least > 0 ? 25 : withStandfirst ? 15 : 10;
    const firstRow = textFirst + 5 * Math.max(0, least - 1) + clear;
    return { textFirst, panel: planPanel(rows, formatsLine - 15 - firstRow, ruler) };
  };
  const bare = plan(false);
  const all = standfirst > 0 && standfirst in standfirstMm ? plan(true) : bare;
  const { textFirst, panel } = gainsBy(all.panel, bare.panel) ? bare : all;
  if (standfirst > 0 && textFirst === bare.textFirst)
    report(
      standfirstLeftOut(pieceName(setting)),
      course.places.standfirst ?? { file: course.file },
    );
  if (panel.leftOut.length > 0) {
    const labels = panel.leftOut.map(({ label }) => label);
    report(factsLeftOut(pieceName(setting), labels), { file: course.file, line: 1 });
  }
  const panelTop = formatsLine - 15 - panel.heightMm - 17.5;
  const hasPanel = panel.rows.length > 0;
  return {
    credit,
    title: title.words,
    titleLines: title.lines,
    standfirst:
      textFirst === bare.textFirst || !facts.standfirst
        ? undefined
        : { words: factHtml(slug, 'standfirst', facts.standfirst), lineMm: title.lastMm + 10 },
    textFirst,
    textFoot: formatsLine - 10,
    versions,
    factsHeading: say('keyFacts'),
    panel: hasPanel ? panel : undefined,
    formats,
    formatsLine,
    mark: markOf(title, textFirst, hasPanel ? panelTop : formatsLine - 10, slug, setting),
  };
}

/** Words: nothing that a narrow box at arm's length cannot show. */
function isText({ kind, ...block }: Parameters<NonNullable<TextOptions['takes']>>[0]): boolean {
  if (kind === 'prose') return 'tag' in block && block.tag !== 'table' && block.tag !== 'pre';
  return kind === 'heading' || kind === 'notes';
}
type TextOptions = Parameters<typeof textVersions>[2];

/** From the title's last baseline to the text's first, by lines of the standfirst between them; one of more is left out as a whole. */
const standfirstMm: Readonly<Record<number, number>> = { 1: 25, 2: 30, 3: 35 };

/** Whether the panel says more of what has to be said. */
function gainsBy(one: PanelPlan, other: PanelPlan): boolean {
  const missing = ({ leftOut }: PanelPlan) => leftOut.filter(({ isMaterial }) => isMaterial).length;
  return missing(other) < missing(one);
}

function titleOf(course: Source<CourseFacts>, { lang }: Setting, ruler: Ruler) {
  const title = withoutStop(course.facts.title ?? course.slug);
  const widthOf = (words: string) => ruler(words, 'piece-title');
  const lines = displayLines(title, { widthOf, widthMm, lines: 6, lang }) ?? [title];
  return {
    words: factHtml(course.slug, 'title', lines.join(lineEnd)),
    lines: lines.length,
    lastMm: 25 + 10 * (lines.length - 1),
  };
}

/** Its last line stands at the foot; its first on the grid. */
function formatsFirstMm(formats: Html | undefined, ruler: Ruler): number {
  if (!formats) return 210;
  const lines = linesOf(plainWords(formats), 'other-format', formatsMm, ruler);
  return [200, 200, 195, 190, 185][lines] ?? 180;
}

/** A heading and six lines; as much more as the shortest version needs, as much less as the longest does. */
const fairLines = 7;
const mostLines = 12;

/** Lines that the text is given at the least; where a standfirst speaks first, its shortest version will do. */
function leastLines(counts: readonly number[], withStandfirst: boolean): number {
  const [longest = 0] = counts;
  const shortest = Math.min(mostLines, ...counts);
  return Math.min(longest, withStandfirst ? shortest : Math.max(fairLines, shortest));
}

function linesOfVersion({ blocks }: Version, ruler: Ruler): number {
  return blocks.reduce((sum, { html }, i) => {
    const isHeading = /^<h\d/.test(html);
    const lines = linesOf(plainWords(new Html(html)), isHeading ? 'h2' : 'body', textMm, ruler);
    return sum + lines + (isHeading && i > 0 ? 1 : 0);
  }, 0);
}

function markOf(
  title: { lastMm: number },
  textFirst: number,
  panelTopMm: number,
  slug: string,
  setting: Setting,
): Html {
  const words = { left: leftMm, top: 15, right: leftMm + widthMm, bottom: title.lastMm + 3 };
  const text = { left: leftMm, top: textFirst - 5, right: leftMm + textMm, bottom: panelTopMm - 5 };
  // Nothing but the trim cuts a disc: it stays 4 mm from the panel, which is 4 less than from words.
  const panel = { left: -10, top: panelTopMm - 4, right: 111 - 4, bottom: 220 };
  return setting.mark(backMark({ type: [words, text, panel] }, { panelTopMm }), slug);
}
