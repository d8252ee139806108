import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { depth } from '../course-view.ts';
import { factHtml, textOf } from '../html.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { textVersions, type Version } from '../versions.ts';
import { drawnChart, hangBeside, leadingChart, type StandingChart, standAtFoot } from './chart.ts';
import { titleOf } from './front.ts';
import { linesOf, type Step, setTitle } from './lines.ts';
import { modulesFor } from './modules.ts';
import { isFolder, type LeafletPage, panelName, textBox } from './page.ts';

/** Hang line of all text inside, and its last line. */
const hangMm = 65;
const lastMm = 195;

/** The title's first baseline, and the last on which its award may stand. */
const titleMm = 30;
const lastAwardMm = 62.5;

/** From title or award to the text's first line; a tall title moves the text of its column down. */
const leastGapMm = 10;

/** The column of a chart beside a text that has a panel to itself. */
const sideMm = 38;
const besideChartMm = 87.5;

/** A chart at its two heights; in a column of its own it has one. */
interface Charts {
  full?: StandingChart | undefined;
  low?: StandingChart | undefined;
}

/**
 * What speaks for the course: title, award, and the prose with its chart, in versions, by the house
 * style's order of what gives way: paragraphs, then the chart's height, then the chart.
 */
export async function storyView(
  course: Source<CourseFacts>,
  setting: Setting,
  page: LeafletPage,
  ruler: Ruler,
) {
  const texts = await textVersions(course, setting, {
    depth: depth(2),
    showsFacts: true,
    takes: ({ kind }) => kind !== 'chart' && kind !== 'figure',
  });
  const title = titleView(course, setting, page, ruler);
  const charts = await chartsOf(course, setting, page, ruler);
  const columns = {
    leftLines: linesTo(lastMm) - (title.hangMm - hangMm) / 5,
    rightLines: isFolder(page) ? 0 : linesTo(endAbove(charts.full)),
    widthMm: isFolder(page) ? besideChartMm : textBox(page, 'story').widthMm,
  };
  const modules = modulesFor(course, texts[0], columns, setting, ruler);
  const first = texts[0] ?? { name: 'whole text', blocks: [] };
  const beside =
    modules?.place === 'beside' ? { ...first, pageClass: 'modules-beside' } : undefined;
  const below = modules?.place === 'below' && {
    ...first,
    blocks: [...first.blocks, { html: modules.html }],
  };
  const whole = beside || below;
  return {
    ...title,
    textPanel: panelName(page, 'story', 'text'),
    versions: ladder(whole ? [whole, ...texts] : texts, charts, isFolder(page)),
    modules: beside && {
      panel: panelName(page, 'more', 'modules'),
      blocks: [{ html: modules?.html }],
    },
    chartPanel: panelName(page, 'more', 'chart'),
    charts,
    lengths: `--hang:${title.hangMm}mm;--end-full:${endAbove(charts.full)}mm;--end-low:${endAbove(charts.low)}mm`,
  };
}

function linesTo(mm: number): number {
  return Math.max(0, Math.floor((mm - hangMm) / 5) + 1);
}

/** The last line of text above a chart: an empty one lies between. */
function endAbove(chart: StandingChart | undefined): number {
  return chart ? chart.titleMm - 10 : lastMm;
}

async function chartsOf(
  course: Source<CourseFacts>,
  setting: Setting,
  page: LeafletPage,
  ruler: Ruler,
): Promise<Charts> {
  const block = leadingChart(course);
  if (!block) return {};
  if (isFolder(page)) {
    const view = await drawnChart(course, block, 'side', setting);
    return { full: view && hangBeside(view, hangMm, sideMm, ruler) };
  }
  const { widthMm } = textBox(page, 'more');
  const stand = async (size: 'leaflet' | 'leaflet-low') => {
    const view = await drawnChart(course, block, size, setting);
    const chart = view && standAtFoot(view, widthMm, ruler);
    return chart && chart.titleMm >= hangMm ? chart : undefined;
  };
  return { full: await stand('leaflet'), low: await stand('leaflet-low') };
}

/**
 * Each version of the text with the chart as it is best; the shortest with it lower, then without.
 * Beside the text, the chart takes a third of its room: there it gives way before a paragraph does.
 */
function ladder(texts: readonly Version[], { full, low }: Charts, isBeside: boolean): Version[] {
  const chart = full ?? low;
  if (!chart) return [...texts];
  const shortest = texts.find(({ isWanted }) => isWanted) ?? texts.at(-1);
  if (!shortest) return [];
  const title = `the chart "${textOf(chart.title)}"`;
  const set = ({ isWanted: _, pageClass, ...version }: Version, name: string): Version => ({
    ...version,
    pageClass: [pageClass, name].filter(Boolean).join(' '),
  });
  const bare = (version: Version): Version => ({
    ...set(version, 'chart-none'),
    leavesOut: [version.leavesOut, title].filter(Boolean).join(', '),
    src: version.src ?? chart.src,
  });
  const drawn = (text: Version) => set(text, full ? 'chart-full' : 'chart-low');
  if (isBeside)
    return texts.flatMap((text) => [
      drawn(text),
      { ...bare(text), ...(text === shortest ? { isWanted: true } : {}) },
    ]);
  const lower = { ...set(shortest, 'chart-low'), name: `${shortest.name}, the chart lower` };
  return [
    ...texts.map(drawn),
    ...(full && low ? [lower] : []),
    { ...bare(shortest), isWanted: true },
  ];
}

function titleView(course: Source<CourseFacts>, setting: Setting, page: LeafletPage, ruler: Ruler) {
  const { facts, slug } = course;
  const box = textBox(page, 'story');
  const widthMm = isFolder(page) ? textMm : box.widthMm;
  const awardLines = facts.award ? linesOf(facts.award, 'award', widthMm, ruler) : 0;
  const steps = stepsFor(setting, awardLines, isFolder(page));
  const set = setTitle(titleOf(course), steps, { widthMm, lang: setting.lang, ruler });
  const leadingMm = setting.geometry.roles[set.role]?.leadingMm ?? 0;
  const footMm = titleMm + (set.lines - 1) * leadingMm + belowMm(awardLines);
  const hasAward = footMm <= lastAwardMm && awardLines > 0;
  const lowestMm = hasAward ? footMm : footMm - belowMm(awardLines);
  return {
    titlePanel: panelName(page, 'story', 'title'),
    role: set.role,
    title: factHtml(slug, 'title', set.text),
    // The front has it, too.
    award: hasAward ? factHtml(slug, 'award', facts.award ?? '') : undefined,
    hangMm: lowestMm > hangMm - leastGapMm ? hangMm + 10 : hangMm,
    titleRightMm: box.xMm + widthMm,
  };
}

/** The column of text where it has a panel to itself, discs beside it. */
const textMm = 102.6;

/** From the title's last baseline to the award's last. */
function belowMm(awardLines: number): number {
  return awardLines === 0 ? 0 : 10 + 7.5 * (awardLines - 1);
}

/** Smaller type before more lines than there is room for; in the smallest, the award gives way. */
function stepsFor({ geometry }: Setting, awardLines: number, folder: boolean): Step[] {
  const step = (role: string, most: number, lines: number): Step => {
    const leadingMm = geometry.roles[role]?.leadingMm ?? 0;
    const roomMm = lastAwardMm - titleMm - belowMm(lines);
    const fitting = Math.floor(roomMm / leadingMm + 0.01) + 1;
    return { role, lines: Math.max(1, Math.min(most, fitting)) };
  };
  const least = folder ? 'piece-title-least' : 'piece-title-long';
  return [
    step('piece-title', 3, awardLines),
    step('piece-title-long', 4, awardLines),
    step(least, 4, awardLines),
    step(least, 5, 0),
  ];
}
