import type { Source } from '../content/model.ts';
import type { PageFacts } from '../content/schema/page.ts';
import { courseCorner, plate, ring } from '../images/mark/frames.ts';
import { plainAddress, webHref } from './apply.ts';
import { contactsView } from './book/contacts.ts';
import { chartView } from './chart-view.ts';
import { blockHtml, type Depth, depth, headingHtml, sourceOf, titleRole } from './course-view.ts';
import { capitalised, factHtml } from './html.ts';
import { unknownChart } from './messages.ts';
import type { Part } from './part.ts';
import { captionAndCredit } from './pictures.ts';
import { printedSections } from './printed.ts';
import type { PictureBox, PictureView, Setting } from './setting.ts';

/** Past the trim above and at both sides. */
const atTop = { left: 4, top: 4, right: 4 };

/** The picture of a layout, in mm of its box with the bleed on the sides it touches. */
const pictureBoxes: Partial<Record<PageFacts['layout'], PictureBox>> = {
  story: { widthMm: 218, heightMm: 154, unseenMm: atTop },
  columns: { widthMm: 218, heightMm: 94, unseenMm: atTop },
  picture: { widthMm: 218, heightMm: 305, unseenMm: { ...atTop, bottom: 4 } },
  figures: { widthMm: 218, heightMm: 94, unseenMm: atTop },
  timeline: { widthMm: 218, heightMm: 94, unseenMm: atTop },
  apply: { widthMm: 218, heightMm: 94, unseenMm: atTop },
};

/** A story with a standfirst: its picture leaves room for it. */
const lowBox: PictureBox = { widthMm: 218, heightMm: 134, unseenMm: atTop };

/** Where a page stands in its book. */
export interface PagePlace {
  /** The section's title; '' if it is in none. */
  section: string;
  /** Of its title: below that of a section whose opener has one. */
  level: 2 | 3;
}

/** An editorial page as a part of a book: its layout is a partial `book/page-<layout>`. */
export async function pagePart(
  page: Source<PageFacts>,
  { section, level }: PagePlace,
  setting: Setting,
): Promise<Part> {
  const { facts, slug } = page;
  const id = `page-${slug}`;
  const at = depth(level);
  const isLow = facts.layout === 'story' && facts.standfirst !== undefined;
  const box = isLow ? lowBox : pictureBoxes[facts.layout];
  const picture =
    facts.picture && box ? await setting.picture(page, 'picture', facts.picture, box) : undefined;
  const blocks = await pageProse(page, at, setting);
  const fact = (key: 'title' | 'standfirst') => {
    const words = facts[key];
    return words ? factHtml(slug, key, words) : undefined;
  };
  return {
    id,
    template: `book/page-${facts.layout}`,
    start: 'any',
    pages: 1,
    sure: false,
    numbered: true,
    title: facts.title ?? slug,
    view: {
      id,
      flow: id,
      section,
      level: at.title,
      subLevel: at.sub,
      title: fact('title'),
      titleRole: titleRole(facts.title ?? ''),
      runningTitle: facts.title,
      standfirst: fact('standfirst'),
      picture,
      credit: creditOf(picture),
      mark:
        isPictured(facts.layout) && !picture
          ? setting.mark(facts.layout === 'picture' ? plate() : ring({}, isLow ? 130 : 150), slug)
          : undefined,
      storyClass: ['story with-picture', isLow && 'low', !picture && 'with-ring']
        .filter(Boolean)
        .join(' '),
      endMark:
        (facts.layout === 'columns' || facts.layout === 'timeline') && !picture
          ? setting.mark(courseCorner(), slug)
          : undefined,
      blocks,
      steps: stepsView(page),
      figures: figuresView(page, setting, !picture),
      apply: applyOf(page, setting),
      ...(facts.layout === 'contacts' ? contactsView(setting) : {}),
    },
  };
}

/** The drawn ring leads where a picture would. */
function isPictured(layout: PageFacts['layout']): boolean {
  return layout === 'story' || layout === 'picture';
}

/** What a picture shows and whose it is, in one line. */
export function creditOf(picture: PictureView | undefined): string | undefined {
  return captionAndCredit(picture?.caption, picture?.credit);
}

async function pageProse(page: Source<PageFacts>, at: Depth, setting: Setting) {
  const blocks: { html: string }[] = [];

  const audience = { isBook: true, showsFacts: false, isShort: false };
  for (const section of printedSections(page.body, audience)) {
    if (section.heading) blocks.push({ html: headingHtml(section, at.sub) });
    for (const block of section.blocks) {
      if (block.kind !== 'chart') {
        const html = await blockHtml(block, page, setting, at);
        if (html) blocks.push({ html });
        continue;
      }
      const facts = page.facts.charts?.[block.chart];
      if (!facts) {
        setting.report(unknownChart(block.chart), { file: block.file, line: block.line });
        continue;
      }
      const drawn = await setting.chart(page, block.chart, facts, 'wide');
      const of = { slug: page.slug, id: block.chart, src: sourceOf(block) };
      if (drawn) blocks.push({ html: chartView(drawn, of, setting).html });
    }
  }
  return blocks;
}

export function stepsView({ facts, slug }: Source<PageFacts>) {
  return (facts.steps ?? []).map((step, i) => ({
    when: factHtml(slug, `steps.${i}.when`, step.when),
    title: step.title && factHtml(slug, `steps.${i}.title`, step.title),
    text: step.text && factHtml(slug, `steps.${i}.text`, step.text),
  }));
}

/** The first of three or more figures leads where there is no picture. */
export function figuresView(
  { facts, slug }: Source<PageFacts>,
  { say, numbers }: Setting,
  isBare: boolean,
) {
  return (facts.figures ?? []).map((figure, i) => {
    const value = typeof figure.value === 'number' ? numbers.figure(figure.value, 2) : figure.value;
    const words = sourceWords(figure, { say, numbers });
    return {
      lead: isBare && i === 0 && (facts.figures ?? []).length > 2,
      wide: [...value].filter((character) => /[\p{L}\p{N}]/u.test(character)).length > 5,
      value: factHtml(slug, `figures.${i}.value`, value),
      label: factHtml(slug, `figures.${i}.label`, figure.label),
      source: words && factHtml(slug, `figures.${i}.source`, words),
    };
  });
}

type Figure = NonNullable<PageFacts['figures']>[number];

/** Who counted and when, and whether it is no count: "Estimate. Source: Union, Rent survey, 20 May 2026". */
function sourceWords(
  { source, date, kind }: Figure,
  { say, numbers }: Pick<Setting, 'say' | 'numbers'>,
): string | undefined {
  const counted =
    source && date
      ? say('sourceDated', { source, date: numbers.date(date) })
      : source && say('source', { source });
  const what = kind && kind !== 'actual' ? capitalised(say(kind)) : undefined;
  return [what, counted].filter(Boolean).join('. ') || undefined;
}

function applyOf(page: Source<PageFacts>, { say, numbers, qr, project }: Setting) {
  const { apply } = page.facts;
  if (!apply) return undefined;
  const contacts = project.institution.facts.contacts ?? [];
  const email = contacts.find(({ role }) => role === 'apply')?.email;
  const lines = [
    apply.url && {
      text: factHtml(page.slug, 'apply.url', plainAddress(apply.url)),
      href: webHref(apply.url),
    },
    email && { text: email, href: `mailto:${email}` },
  ].filter((line) => !!line);
  return {
    heading: say('apply'),
    when:
      apply.until &&
      factHtml(page.slug, 'apply.until', say('byDate', { date: numbers.date(apply.until) })),
    qr: qr(apply.url && webHref(apply.url)),
    lines,
  };
}
