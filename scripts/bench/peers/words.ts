import type { Block, Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { leadBesideProse } from '../../layout/pictures.ts';

/** A course as plain words: what those get who cannot read our content or our HTML. */
export interface CourseWords {
  title: string;
  award?: string;
  standfirst?: string;
  /** The photograph that leads it, where it does not stand in the text; a sheet does without. */
  lead?: { picture: string; alt: string };
  rows: [label: string, value: string][];
  fees: [audience: string, amount: string][];
  sections: { heading?: string; blocks: WordBlock[] }[];
  chart?: {
    unit: string;
    source?: string;
    rows: { label: string; value: number; projected: boolean }[];
  };
  modules: { title: string; credits: number }[];
}

export type WordBlock = { text: string } | { picture: string; alt: string } | { chart: true };

export function courseWords(course: Source<CourseFacts>): CourseWords {
  const { slug, facts, body } = course;
  const { title = slug, award, standfirst, modules = [] } = facts;
  const chart = Object.values(facts.charts ?? {})[0];
  const lead = leadBesideProse(course)?.image;
  return {
    title,
    ...(award ? { award } : {}),
    ...(standfirst ? { standfirst } : {}),
    ...(lead ? { lead: { picture: lead.file, alt: lead.alt ?? '' } } : {}),
    rows: factRows(facts),
    fees: (facts.fees ?? []).map(({ audience, total }) => [audience, `${total} pounds`]),
    sections: body.map(({ heading, blocks }) => ({
      ...(heading ? { heading: heading.text } : {}),
      blocks: blocks.map(wordBlock),
    })),
    ...(chart ? { chart: chartWords(chart) } : {}),
    modules: modules.map(({ title, credits = 0 }) => ({ title, credits })),
  };
}

/** Every word of running text, to look for in what was printed. */
export function wordsOf({ title, standfirst, sections }: CourseWords): string[] {
  const texts = sections.flatMap(({ heading, blocks }) => [
    heading ?? '',
    ...blocks.map((block) => ('text' in block ? block.text : '')),
  ]);
  return [title, standfirst ?? '', ...texts].join(' ').split(/\s+/).filter(Boolean);
}

/** Facts in words, those that a generated project has. */
function factRows(facts: CourseFacts): [string, string][] {
  const rows: [string, string | undefined][] = [
    ['Awarded by', facts.awardedBy],
    ['Length', facts.duration],
    ['Starts', facts.starts?.join(', ')],
    ['Study', [facts.delivery, facts.pattern].filter(Boolean).join('. ')],
    ['Where', facts.location],
    ['You need', typeof facts.entry === 'string' ? facts.entry : facts.entry?.academic],
    ['Assessment', facts.assessment],
    ['Other costs', facts.extraCosts],
    ['Contact hours', facts.contactHours],
    ['Workload', facts.workload],
    ['Apply by', facts.apply?.until],
    ['Apply at', facts.apply?.url],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function wordBlock(block: Block): WordBlock {
  if (block.kind === 'figure') return { picture: block.image, alt: block.alt };
  return block.kind === 'chart' ? { chart: true } : { text: block.text };
}

function chartWords(chart: NonNullable<CourseFacts['charts']>[string]): CourseWords['chart'] {
  const rows = (chart.rows ?? []).map((row) => ({
    label: String(row[chart.x]),
    value: Number(row[chart.y]),
    projected: row[chart.kind] === 'projection',
  }));
  return { unit: chart.unit ?? '', ...(chart.source ? { source: chart.source } : {}), rows };
}
