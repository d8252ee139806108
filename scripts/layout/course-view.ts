import type { Block, Section, Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { turn } from '../turn.ts';
import { applyView } from './apply.ts';
import { type ChartView, chartView, fitsSide, withDrawing } from './chart-view.ts';
import { factRows } from './facts.ts';
import { bindLastWords, escapeHtml, factHtml, Html } from './html.ts';
import { unknownChart } from './messages.ts';
import { captionAndCredit, listedImage } from './pictures.ts';
import { printedSections } from './printed.ts';
import type { ChartSize, Setting } from './setting.ts';

/** How deep a course stands in its document: `h1` on a sheet, `h3` in a book's section. */
export interface Depth {
  title: string;
  sub: string;
  subSub: string;
}

export function depth(level: number): Depth {
  const tag = (n: number) => `h${Math.min(6, n)}`;
  return { title: tag(level), sub: tag(level + 1), subSub: tag(level + 2) };
}

export type CourseView = Awaited<ReturnType<typeof courseView>>;

export interface CourseLayout {
  depth: Depth;
  /**
   * Where the first chart stands: in the side column, or with the text like all others; `text-first`
   * has it lower, then beside the text, where that saves a page.
   */
  chartPlace: 'side' | 'text' | 'text-first';
  /** Whether the layout shows the key facts: prose marked `{.in-facts}` is then left out. */
  showsFacts: boolean;
  /** Whether it is a book: prose marked `{.book-only}` is for it alone. */
  isBook: boolean;
  /** Whether it is a short format: prose marked `{.short}` is for it alone. */
  isShort?: boolean;
}

/** All that a template can print of a course. What is missing is undefined or empty, never a gap. */
export async function courseView(
  course: Source<CourseFacts>,
  setting: Setting,
  layout: CourseLayout,
) {
  const { facts, slug } = course;
  const { say } = setting;
  const id = `course-${slug}`;
  const rows = factRows(course, setting);
  await turn();
  const { blocks, chart } = await proseOf(course, setting, {
    ...layout,
    // Where no fact is known, what the prose says of them is all there is.
    showsFacts: layout.showsFacts && rows.length > 0,
  });
  return {
    id,
    flow: id,
    level: layout.depth.title,
    subLevel: layout.depth.sub,
    title: facts.title ? titleHtml(slug, facts.title) : new Html(escapeHtml(slug)),
    runningTitle: facts.title ?? slug,
    titleRole: titleRole(facts.title ?? slug),
    award: facts.award ? factHtml(slug, 'award', facts.award) : undefined,
    factsHeading: say('keyFacts'),
    moreFactsHeading: say('moreFacts'),
    rows,
    modules: modulesView(course, setting),
    moduleRow: moduleRow(course, setting),
    standfirst: facts.standfirst ? factHtml(slug, 'standfirst', facts.standfirst) : undefined,
    blocks,
    chart,
    apply: applyView(course, setting),
  };
}

/** A title may be broken after a stroke: "Menswear/Womenswear/Knitwear" is wider than a line. */
export function titleHtml(slug: string, title: string): Html {
  const { html } = factHtml(slug, 'title', title);
  return new Html(html.replace(/(?<=\p{L}\/)(?=\p{L}[^<>]*<\/span>)/gu, '<wbr>'));
}

/** Over 45 characters a title takes the smaller size. */
export function titleRole(title: string): 'title' | 'title-long' {
  return [...title].length > 45 ? 'title-long' : 'title';
}

function modulesView({ slug, facts }: Source<CourseFacts>, { say, numbers }: Setting) {
  const modules = facts.modules ?? [];
  if (modules.length === 0) return undefined;
  const total = modules.reduce((sum, { credits }) => sum + (credits ?? 0), 0);
  return {
    heading: say('youWillStudy'),
    items: modules.map(({ title, credits, core }, i) => ({
      title: factHtml(
        slug,
        `modules.${i}.title`,
        core === false ? `${title} (${say('optional')})` : title,
      ),
      credits:
        credits === undefined
          ? undefined
          : factHtml(slug, `modules.${i}.credits`, numbers.figure(credits, 1)),
    })),
    note: total > 0 ? say('creditsInAll', { credits: numbers.figure(total, 1) }) : undefined,
  };
}

/** The modules as a fact among others, where they have no place of their own. */
function moduleRow({ slug, facts }: Source<CourseFacts>, { say, numbers }: Setting) {
  const items = (facts.modules ?? []).map(({ title, credits }, i) => {
    const words = credits === undefined ? title : `${title} (${numbers.figure(credits, 1)})`;
    return factHtml(slug, `modules.${i}.title`, words);
  });
  if (items.length === 0) return undefined;
  const value = new Html(numbers.clauses(items.map(({ html }) => html)));
  return { key: 'modules', label: say('youWillStudy'), value };
}

/**
 * The prose, block by block, and the chart that leaves it for the side column. All blocks are made
 * at once: pictures are decoded by other threads while charts are drawn.
 */
async function proseOf(course: Source<CourseFacts>, setting: Setting, layout: CourseLayout) {
  const { isBook, showsFacts, isShort = false, chartPlace } = layout;
  const sections = printedSections(course.body, { isBook, showsFacts, isShort });
  const first = sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'chart');
  let side: ChartView | undefined;
  const blockOf = async (block: Block): Promise<string | undefined> => {
    if (block.kind !== 'chart') return blockHtml(block, course, setting, layout.depth);
    const place = block === first ? chartPlace : 'text';
    if (place === 'side') {
      side = await placedChart(course, block, setting, 'side');
      if (!side || (await fitsSide(side, setting))) return undefined;
      side = undefined;
    }
    const view = await placedChart(course, block, setting, 'wide');
    if (!view) return undefined;
    const others = place === 'text-first' ? await otherCharts(course, block, setting) : '';
    const narrow = await placedChart(course, block, setting, 'column');
    return withDrawing(view.html, narrow?.svg).replace(/<\/div>$/, `${others}</div>`);
  };
  const prose = await Promise.all(
    sections.map(async (section) => {
      const written = await Promise.all(section.blocks.map(blockOf));
      const blocks = written.flatMap((html) => (html ? [{ html }] : []));
      return section.heading && blocks.length > 0
        ? [{ html: headingHtml(section, layout.depth.sub) }, ...blocks]
        : blocks;
    }),
  );
  return { blocks: prose.flat(), chart: side };
}

export function headingHtml(section: Section, tag: string): string {
  const id = escapeHtml(section.id);
  const source = section.blocks[0] && escapeHtml(`${section.blocks[0].file}:${section.line}`);
  return `<${tag} class="t-h2 heading" id="${id}" data-src="${source}">${linked(section.heading?.html ?? '')}</${tag}>`;
}

/** A table of many columns is set smaller. */
function narrowed(html: string): string {
  if (!html.startsWith('<table')) return html;
  const columns = html.slice(0, html.indexOf('</tr>')).match(/<th\b/g)?.length ?? 0;
  return columns > 6 ? html.replace('<table', '<table class="wide"') : html;
}

/** Classes that a block has from a heading or box around it, for the style sheet and for the flow of text. */
function marked(html: string, { classes }: Block): string {
  const opener = /^<\w+[^>]*/.exec(html)?.[0] ?? '';
  const own = /class="([^"]*)"/.exec(opener)?.[1];
  let marks = classes.includes('keep') ? ' data-keep' : '';
  let tag = opener;
  if (classes.includes('small') && !own?.split(' ').includes('small')) {
    if (own === undefined) marks += ' class="small"';
    else tag = tag.replace(`class="${own}"`, `class="${own} small"`);
  }
  return tag.replace(/^<\w+/, `$&${marks}`) + html.slice(opener.length);
}

/** Links to other courses and pages may cross print jobs; notes stay with their text. */
function linked(html: string): string {
  return html.replace(/href="#((?:course|page)-(?:(?!--note)[^"])*)"/g, 'href="press:$1"');
}

/** One block as HTML; a figure becomes a picture made for the column. */
export async function blockHtml(
  block: Block,
  source: Source<object>,
  setting: Setting,
  at: Depth,
): Promise<string | undefined> {
  switch (block.kind) {
    case 'prose':
      return marked(bindLastWords(linked(narrowed(block.html))), block);
    case 'notes':
      return linked(block.html);
    case 'heading':
      return block.html.replace(
        /^<h\d([^>]*)>([\s\S]*)<\/h\d>\s*$/,
        `<${at.subSub} class="t-h3 heading"$1>$2</${at.subSub}>`,
      );
    case 'figure': {
      const box = { widthMm: 108, heightMm: 70 };
      const listed = listedImage(source, block.image);
      const picture = await setting.picture(
        source,
        listed?.key ?? block.image,
        { ...listed?.image, file: block.image, alt: block.alt || listed?.image.alt },
        box,
        block.place,
      );
      if (!picture) return undefined;
      const said = block.caption?.html ?? (picture.caption && escapeHtml(picture.caption));
      const caption = captionAndCredit(said, picture.credit && escapeHtml(picture.credit));
      return `<div class="container picture-block" data-keep data-src="${escapeHtml(sourceOf(block))}"><img src="${picture.src}" alt="${escapeHtml(picture.alt)}" style="width:${box.widthMm}mm;height:${box.heightMm}mm">${caption ? `<p class="t-note">${caption}</p>` : ''}</div>`;
    }
    case 'chart':
      return undefined;
  }
}

/** File and line of a block, as `data-src` has them. */
export function sourceOf({ file, line }: Block): string {
  return `${file}:${line}`;
}

/** The same chart lower, and for the side column: a page that is short of room takes one of them. */
async function otherCharts(
  course: Source<CourseFacts>,
  block: Extract<Block, { kind: 'chart' }>,
  setting: Setting,
): Promise<string> {
  const lower = await placedChart(course, block, setting, 'low');
  const beside = await placedChart(course, block, setting, 'side');
  return [
    lower && `<template data-lower>${lower.svg}</template>`,
    beside && `<template data-beside><div class="item">${beside.html}</div></template>`,
  ]
    .filter(Boolean)
    .join('');
}

async function placedChart(
  course: Source<CourseFacts>,
  block: Extract<Block, { kind: 'chart' }>,
  setting: Setting,
  size: ChartSize,
) {
  const charts = course.facts.charts ?? {};
  const facts = Object.hasOwn(charts, block.chart) ? charts[block.chart] : undefined;
  if (!facts) {
    setting.report(unknownChart(block.chart), { file: block.file, line: block.line });
    return undefined;
  }
  // What the writer says of the chart where it stands is its alternative text.
  const said = { ...facts, alt: facts.alt ?? (block.alt || undefined) };
  const drawn = await setting.chart(course, block.chart, said, size);
  return (
    drawn && chartView(drawn, { slug: course.slug, id: block.chart, src: sourceOf(block) }, setting)
  );
}
