import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { factRows } from '../facts.ts';
import { feesOf } from '../fees.ts';
import { escapeHtml, factHtml, type Html } from '../html.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { feesView } from '../sheet.ts';
import type { Version } from '../versions.ts';
import { linesOf } from './lines.ts';
import { isFolder, type LeafletPage, panelName, textBox } from './page.ts';

/** One row in the order of the panel; `value` has a short form where its facts allow one. */
interface Row {
  key: string;
  label: string;
  value: Html;
  short?: Html;
  /** The fact it says, for findings. */
  path: string;
  /** Printed where there is room, and missed by nobody: it stands elsewhere on the leaflet, or a leaflet may do without it. */
  isExtra?: boolean;
}

/** Columns of the rows; the value has what the label leaves. */
const labelMm = { 'three panels': 24, folder: 28 };

/** Lines of 5 mm for all rows, from the first row's first baseline (75) to the last one's last (155). */
const roomLines = 17;

/**
 * The key facts, as many as the panel holds, in versions for copy-fit: what a leaflet may do
 * without is left out here, and the rest gives way in the page with a finding: first Assessment and
 * Study take their short forms, then rows go.
 */
export function factsView(
  course: Source<CourseFacts>,
  setting: Setting,
  page: LeafletPage,
  ruler: Ruler,
  saysEntry: boolean,
) {
  const label = labelMm[isFolder(page) ? 'folder' : 'three panels'];
  const valueMm = textBox(page, 'facts').widthMm - label;
  const count = (words: string) => linesOf(words, 'fact', valueMm, ruler);
  const rows = rowsOf(course, setting, saysEntry);
  const fees = [feesHtml(course, setting, true), feesHtml(course, setting, false)] as const;
  if (rows.length === 0 && !fees[0]) return undefined;
  const whole = draftsOf(rows, fees);
  // Extras go unsaid: the page begins with the first of these that should fit.
  const begin = whole.findIndex(({ height }) => height(count) <= roomLines);
  const drafts = [
    ...(begin < 0 ? whole.slice(-1) : whole.slice(begin, begin + 1)),
    ...thinner(
      rows.filter(({ isExtra }) => !isExtra),
      fees[1],
    ),
  ];
  return {
    panel: panelName(page, 'facts', 'key facts'),
    heading: setting.say('keyFacts'),
    columns: `--label:${label}mm;--value:${valueMm}mm`,
    versions: drafts.map((draft) => draft.version(course.slug)),
  };
}

function rowsOf(course: Source<CourseFacts>, setting: Setting, saysEntry: boolean): Row[] {
  const { slug, facts } = course;
  const known = factRows(course, setting);
  const row = (key: string, path: string, more: Partial<Row> = {}): Row[] => {
    const found = known.find((one) => one.key === key);
    return found ? [{ key, path, label: found.label, value: found.value, ...more }] : [];
  };
  const short = (path: 'delivery' | 'assessment', words: string | undefined) =>
    words && words !== facts[path] ? { short: factHtml(slug, path, words) } : {};
  const study =
    facts.pattern && facts.delivery ? { short: factHtml(slug, 'delivery', facts.delivery) } : {};
  const [first] = typeof facts.entry === 'string' ? [] : [facts.entry?.academic];
  const entry = first ? { value: factHtml(slug, 'entry.academic', first) } : {};
  return [
    ...row('starts', 'starts.0'),
    ...row('duration', facts.duration ? 'duration' : 'mode'),
    ...row('delivery', facts.delivery ? 'delivery' : 'pattern', study),
    ...row('location', 'location', { isExtra: true }),
    ...row('entry', 'entry', { ...entry, isExtra: saysEntry }),
    ...row('assessment', 'assessment', short('assessment', firstClause(facts.assessment))),
    ...row('extraCosts', 'extraCosts'),
  ];
}

/** "Two essays and a portfolio; no examination": what stands before the semicolon says what it is, unless that opens brackets. */
export function firstClause(words: string | undefined): string | undefined {
  const first = words?.split(/\s*;/)[0];
  const isOpen = (first?.split('(').length ?? 1) > (first?.split(')').length ?? 1);
  return isOpen ? words : first;
}

interface Fees {
  html: string;
  texts: string[];
  amounts: number;
}

/** One line an audience; what the amounts mean, with or without what they cover and how long they hold. */
function feesHtml(
  course: Source<CourseFacts>,
  setting: Setting,
  withTerms: boolean,
): Fees | undefined {
  const fees = feesView(course, setting);
  if (!fees) return undefined;
  const { say, year } = setting;
  const allWhole = feesOf(course, year).every(({ fee }) => fee.total !== undefined);
  const plain = allWhole ? (year ? say('wholeCourseEntry', { year }) : say('wholeCourse')) : '';
  const meaning = withTerms ? fees.meaning?.html : escapeHtml(plain);
  const amounts = fees.lines.map(({ html }) => `<b class="t-mention">${html}</b>`);
  return {
    html: `<p class="fact row fees t-fact"><b class="t-mention">${escapeHtml(fees.label)} </b><span>${[...amounts, meaning].filter(Boolean).join('<br>')}</span></p>`,
    texts: [meaning ?? ''].map(wordsOf),
    amounts: amounts.length,
  };
}

/** Lines of some words in the column of values. */
type Count = (words: string) => number;

interface Draft {
  height(count: Count): number;
  version(slug: string): Version;
}

function draftOf(
  rows: readonly Row[],
  fees: Fees | undefined,
  {
    name,
    short = [],
    gone = [],
  }: { name: string; short?: readonly string[]; gone?: readonly Row[] },
): Draft {
  const shown = (row: Row) => (short.includes(row.key) && row.short) || row.value;
  return {
    height: (count) => {
      const countAll = ({ html }: Html) =>
        html.split(/(?=<span class="value">)/).reduce((sum, part) => sum + count(wordsOf(part)), 0);
      const lines = rows.map((row) => Math.max(1, countAll(shown(row))));
      if (fees) lines.push(fees.amounts + fees.texts.reduce((sum, text) => sum + count(text), 0));
      return lines.reduce((sum, one) => sum + one + 1, -1);
    },
    version: (slug) => ({
      name,
      blocks: [
        ...rows.map((row) => ({
          html: `<p class="fact row t-fact"><b>${escapeHtml(row.label)} </b><span>${shown(row).html}</span></p>`,
        })),
        ...(fees ? [{ html: fees.html }] : []),
      ],
      ...(gone.length > 0 ? { leavesOut: gone.map(({ label }) => `"${label}"`).join(', ') } : {}),
      ...sourceOf([...gone, ...rows.filter(({ key }) => short.includes(key))], slug),
    }),
  };
}

/** Where a finding about some rows stands: at the first of them. */
function sourceOf([first]: readonly Row[], slug: string): { src?: string } {
  return first ? { src: `${slug}#${first.path}` } : {};
}

/** Everything; then without what fees cover; then, one after the other, without what may go unsaid. */
function draftsOf(
  rows: readonly Row[],
  fees: readonly [Fees | undefined, Fees | undefined],
): Draft[] {
  const name = 'key facts';
  const drafts = [draftOf(rows, fees[0], { name }), draftOf(rows, fees[1], { name })];
  let kept = rows;
  for (const key of ['location', 'entry']) {
    const less = kept.filter((row) => row.key !== key || !row.isExtra);
    if (less.length === kept.length) continue;
    kept = less;
    drafts.push(draftOf(kept, fees[1], { name }));
  }
  return drafts;
}

/** Short forms, Assessment's first; then rows go, first those that other pieces say, the fees never. */
function thinner(rows: readonly Row[], fees: Fees | undefined): Draft[] {
  const drafts: Draft[] = [];
  const short: string[] = [];
  for (const key of ['assessment', 'delivery']) {
    if (!rows.some((row) => row.key === key && row.short)) continue;
    short.push(key);
    const labels = rows.filter((row) => short.includes(row.key)).map(({ label }) => label);
    drafts.push(
      draftOf(rows, fees, { name: `short form of ${labels.join(' and ')}`, short: [...short] }),
    );
  }
  const name = 'fewer key facts';
  for (const gone of subsets(rows.filter(({ key }) => droppable.includes(key)))) {
    const kept = rows.filter((row) => !gone.includes(row));
    drafts.push(draftOf(kept, fees, { name, short, gone }));
  }
  return drafts;
}

/** What gives way first; the fees never do. */
const droppable = ['assessment', 'entry', 'delivery', 'extraCosts', 'starts', 'duration'];

/** Every choice of some rows: of few before many, and of those that give way first. */
function subsets(rows: readonly Row[]): Row[][] {
  const inOrder = [...rows].sort((a, b) => droppable.indexOf(a.key) - droppable.indexOf(b.key));
  const all = Array.from({ length: 2 ** inOrder.length - 1 }, (_, i) =>
    inOrder.filter((_, bit) => ((i + 1) >> bit) & 1),
  );
  return all.sort((a, b) => a.length - b.length);
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, '&')
    .trim();
}
