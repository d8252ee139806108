import type { Block, Section, Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { blockHtml, type Depth, headingHtml, sourceOf } from './course-view.ts';
import { printedSections } from './printed.ts';
import type { Setting } from './setting.ts';

/** One way to say a text in a place of fixed size: the page takes the first that fits (compose/versions.ts). */
export interface Version {
  /** What it is, as a finding says it: "short version". */
  name: string;
  blocks: { html: string }[];
  /** What it leaves out of the longest one, and where that stands. */
  leavesOut?: string;
  src?: string;
  /** The one whose overflow is said if none fits. */
  isWanted?: boolean;
  /** A class that its page has with it. */
  pageClass?: string;
}

export interface VersionOptions {
  depth: Depth;
  showsFacts: boolean;
  /** Which blocks the piece has a place for; all if not said. */
  takes?: (block: Block) => boolean;
}

/** A section as it is written, and shorter, where its writer did that. */
interface Unit {
  long?: Section | undefined;
  short?: Section | undefined;
}

/** What one version prints: sections, each with its blocks. */
type Draft = Pick<Version, 'name' | 'isWanted'> & { sections: Section[]; left: Left[] };

interface Left {
  section: Section;
  blocks: Block[];
}

/** More are not tried: a text that is still too long needs a writer. */
const mostVersions = 24;

/**
 * The versions of a course's prose for a place of fixed size, the longest first: all of it; then,
 * from the last section upward, what its writer gave a shorter version of; then only what is
 * written for short pieces. If nothing is, whole paragraphs give way, of the section that has most
 * of them first, then whole sections from the end. A sentence is never cut.
 */
export async function textVersions(
  course: Source<CourseFacts>,
  setting: Setting,
  { depth, showsFacts, takes = () => true }: VersionOptions,
): Promise<Version[]> {
  const audience = { isBook: false, showsFacts };
  const long = printedSections(course.body, { ...audience, isShort: false });
  const short = shortSections(course, audience);
  const units = unitsOf(withBlocks(long, takes), withBlocks(short, takes));
  const drafts = units.some((unit) => unit.short) ? shortened(units) : thinned(units);
  return Promise.all(
    drafts.slice(0, mostVersions).map((draft) => versionOf(draft, course, setting, depth)),
  );
}

function shortSections(
  { body }: Source<CourseFacts>,
  audience: { isBook: boolean; showsFacts: boolean },
): Section[] {
  const hasShort = (section: Section) =>
    section.classes.includes('short') ||
    section.blocks.some(({ classes }) => classes.includes('short'));
  return printedSections(body.filter(hasShort), { ...audience, isShort: true });
}

function withBlocks(sections: readonly Section[], takes: (block: Block) => boolean): Section[] {
  return sections
    .map((section) => ({ ...section, blocks: section.blocks.filter(takes) }))
    .filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'heading'));
}

/** A short section stands for the one that it is part of, or that has the same heading. */
function unitsOf(long: readonly Section[], short: readonly Section[]): Unit[] {
  const named = ({ heading }: Section) => heading?.text.trim().toLocaleLowerCase();
  const units: Unit[] = long.map((section) => ({ long: section }));
  for (const section of short) {
    const unit =
      units.find((one) => one.long?.id === section.id) ??
      units.find((one) => section.heading && one.long && named(one.long) === named(section));
    if (unit && !unit.short) unit.short = { ...section, heading: unit.long?.heading };
    else units.push({ short: section });
  }
  return units;
}

/** All; shorter from the end upward; only what is written short. */
function shortened(units: readonly Unit[]): Draft[] {
  const both = units.filter((unit) => unit.long && unit.short);
  const mixed = Array.from({ length: both.length + 1 }, (_, count): Draft => {
    const shorter = new Set(both.slice(both.length - count));
    const sections = units.flatMap((unit) => (shorter.has(unit) ? unit.short : unit.long) ?? []);
    const name = count === 0 ? 'whole text' : `short version of ${list(units, shorter)}`;
    return { name, sections, left: [] };
  });
  const only = units.flatMap(({ short }) => short ?? []);
  return [
    ...mixed.filter(({ sections }) => sections.length > 0),
    { name: 'short version', sections: only, left: [], isWanted: true },
  ];
}

/** All; fewer paragraphs, of the section that has most of them first; fewer sections. */
function thinned(units: readonly Unit[]): Draft[] {
  const drafts: Draft[] = [];
  let left: Left[] = [];
  let sections = units.flatMap(({ long }) => long ?? []);
  const add = () => drafts.push({ name: 'text without some of its parts', sections, left });
  add();
  while (drafts.length < mostVersions && sections.length > 0) {
    const most = Math.max(...sections.map(({ blocks }) => blocks.length));
    const thick = most > 1 ? sections.findLast(({ blocks }) => blocks.length === most) : undefined;
    if (!thick && sections.length === 1) break;
    const from = thick ?? (sections.at(-1) as Section);
    // A heading below which nothing is left goes with it.
    const kept = from.blocks.slice(0, -1);
    while (kept.at(-1)?.kind === 'heading') kept.pop();
    const gone = from.blocks.slice(kept.length).filter(({ kind }) => kind !== 'heading');
    left = [{ section: from, blocks: gone }, ...left];
    sections = sections
      .map((one) => (one === from ? { ...one, blocks: kept } : one))
      .filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'heading'));
    add();
  }
  // The shortest is what a writer is asked to shorten; another section may be short enough.
  const last = drafts.at(-1);
  if (last) last.isWanted = true;
  const others = units.slice(1).flatMap(({ long }): Draft[] => {
    const one = long?.blocks[0] && { ...long, blocks: [long.blocks[0]] };
    const rest = units.flatMap((unit) => (unit.long && unit.long !== long ? unit.long : []));
    if (!one) return [];
    return [
      {
        name: 'text without some of its parts',
        sections: [one],
        left: rest.map((section) => ({ section, blocks: section.blocks })),
      },
    ];
  });
  return [...drafts, ...others];
}

async function versionOf(
  { name, isWanted, sections, left }: Draft,
  course: Source<CourseFacts>,
  setting: Setting,
  depth: Depth,
): Promise<Version> {
  const written = await Promise.all(
    sections.map(async (section) => {
      const blocks = await Promise.all(
        section.blocks.map((block) => blockHtml(block, course, setting, depth)),
      );
      const heading = section.heading ? [headingHtml(section, depth.sub)] : [];
      return [...heading, ...blocks.filter((html) => html !== undefined)];
    }),
  );
  // A finding stands where something is left out, else where what is printed begins.
  const first = left[0]?.blocks[0] ?? sections[0]?.blocks[0];
  const src = first && sourceOf(first);
  return {
    name,
    blocks: written.flat().map((html) => ({ html })),
    ...(isWanted ? { isWanted } : {}),
    ...(left.length > 0 ? { leavesOut: listLeft(left) } : {}),
    ...(src ? { src } : {}),
  };
}

/** `2 paragraphs of "Why this course?", "Where it leads"`, in the text's order. */
function listLeft(left: readonly Left[]): string {
  const counts = new Map<string, { count: number; isWhole: boolean }>();
  for (const { section, blocks } of left) {
    const name = section.heading
      ? `"${section.heading.text}"`
      : 'the text before the first heading';
    const known = counts.get(name);
    const all = section.blocks.filter(({ kind }) => kind !== 'heading');
    const isWhole = known?.isWhole || all.length <= blocks.length;
    counts.set(name, { count: (known?.count ?? 0) + blocks.length, isWhole });
  }
  return [...counts]
    .map(([name, { count, isWhole }]) =>
      isWhole ? name : `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} of ${name}`,
    )
    .join(', ');
}

function list(units: readonly Unit[], wanted: ReadonlySet<Unit>): string {
  const names = units.filter((unit) => wanted.has(unit)).map(({ long }) => long?.heading?.text);
  return names.map((name) => (name ? `"${name}"` : 'the first paragraphs')).join(', ');
}
