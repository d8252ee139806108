import type { Block, Section, Source } from '../../content/model.ts';
import type { ChartFacts } from '../../content/schema/chart.ts';
import { blockHtml, type Depth, headingHtml, sourceOf } from '../course-view.ts';
import { escapeHtml } from '../html.ts';
import { unknownChart } from '../messages.ts';
import { captionAndCredit, listedImage } from '../pictures.ts';
import { type Audience, printedSections } from '../printed.ts';
import type { ImageFacts, Setting } from '../setting.ts';
import { plainChart } from './chart.ts';
import { columnOf } from './column.ts';
import { fittedTable } from './tables.ts';

/** The facts that the prose of a course or page may refer to. */
type Illustrated = { charts?: Record<string, ChartFacts> | undefined };

/** All prose of a file for one column, block by block: nothing is moved beside it, nothing is short. */
export async function plainProse(
  source: Source<Illustrated>,
  setting: Setting,
  at: Depth,
  audience: Omit<Audience, 'isShort' | 'isWeb'>,
): Promise<{ html: string }[]> {
  const isWeb = setting.format === 'html';
  const sections = printedSections(source.body, { ...audience, isShort: false, isWeb });
  const written = await Promise.all(
    sections.map(async (section) => {
      const all = section.blocks.map((block) => plainBlock(block, source, setting, at));
      const blocks = (await Promise.all(all)).filter((html) => html !== undefined);
      return blocks.length > 0 ? [...heading(section, at), ...blocks] : [];
    }),
  );
  return written.flat().map((html) => ({ html }));
}

function heading(section: Section, at: Depth): string[] {
  return section.heading ? [headingHtml(section, at.sub)] : [];
}

async function plainBlock(
  block: Block,
  source: Source<Illustrated>,
  setting: Setting,
  at: Depth,
): Promise<string | undefined> {
  if (block.kind === 'chart') {
    const facts = Object.hasOwn(source.facts.charts ?? {}, block.chart)
      ? source.facts.charts?.[block.chart]
      : undefined;
    if (facts) return plainChart(source, block, facts, setting);
    setting.report(unknownChart(block.chart), { file: block.file, line: block.line });
    return undefined;
  }
  if (block.kind === 'figure') {
    const listed = listedImage(source, block.image);
    const image = { ...listed?.image, file: block.image, alt: block.alt || listed?.image.alt };
    return plainPicture(source, listed?.key ?? block.image, image, setting, {
      place: block.place,
      src: sourceOf(block),
      caption: block.caption?.html,
    });
  }
  const html = await blockHtml(block, source, setting, at);
  if (!html?.startsWith('<table')) return html;
  return fittedTable(html, columnOf(setting.format).table, setting.say);
}

interface Pictured {
  place?: { file: string; line?: number };
  /** Where it stands in the prose. */
  src?: string;
  /** What the prose says of it, as HTML. */
  caption?: string | undefined;
}

/** A picture as wide as the column, with what it shows and whose it is in words below it. */
export async function plainPicture(
  source: Source<object>,
  key: string,
  image: ImageFacts,
  setting: Setting,
  { place, src, caption }: Pictured = {},
): Promise<string | undefined> {
  const box = columnOf(setting.format).picture;
  const picture = await setting.picture(source, key, image, box, place);
  if (!picture) return undefined;
  const words = captionAndCredit(
    caption ?? (picture.caption && escapeHtml(picture.caption)),
    picture.credit && escapeHtml(picture.credit),
  );
  const below = words ? `<figcaption class="t-note">${words}</figcaption>` : '';
  const from = src ? ` data-src="${escapeHtml(src)}"` : '';
  return `<figure class="container picture-block" data-keep${from}><img src="${picture.src}" alt="${escapeHtml(picture.alt)}">${below}</figure>`;
}
