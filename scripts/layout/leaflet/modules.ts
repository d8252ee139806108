import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { escapeHtml, factHtml } from '../html.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import type { Version } from '../versions.ts';
import { linesOf } from './lines.ts';

/** Room for a text: lines of its column, and of the one in which it runs on. */
export interface Columns {
  leftLines: number;
  rightLines: number;
  widthMm: number;
}

/** Where a list of modules stands: on the panel beside the text, below the text, or nowhere. */
export interface Modules {
  place: 'beside' | 'below';
  html: string;
}

/** A browser balances the last lines of paragraphs: a text may come out so much longer. */
const spareLines = 1;

/**
 * A leaflet may do without the list of modules: it fills what the text leaves free, beside a text
 * that ends in its own column, else below it.
 */
export function modulesFor(
  course: Source<CourseFacts>,
  text: Version | undefined,
  { leftLines, rightLines, widthMm }: Columns,
  setting: Setting,
  ruler: Ruler,
): Modules | undefined {
  const { slug, facts } = course;
  const titles = (facts.modules ?? []).map(({ title }) => title);
  if (titles.length === 0) return undefined;
  const own = titles.reduce((sum, title) => sum + linesOf(title, 'fact', widthMm, ruler), 1);
  const lines = (text?.blocks ?? []).reduce(
    (sum, { html }) => sum + blockLines(html, widthMm, ruler),
    0,
  );
  const items = titles.map(
    (title, i) => `<li>${factHtml(slug, `modules.${i}.title`, title).html}</li>`,
  );
  const html = `<h3 class="t-h2 heading">${escapeHtml(setting.say('youWillStudy'))}</h3><ul class="module-list t-fact">${items.join('')}</ul>`;
  if (lines > 0 && lines + spareLines <= leftLines && own <= rightLines)
    return { place: 'beside', html };
  const isRoom = lines + 1 + own + spareLines <= leftLines + rightLines;
  return isRoom ? { place: 'below', html } : undefined;
}

function blockLines(html: string, widthMm: number, ruler: Ruler): number {
  const words = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const isHeading = /^<h/.test(html);
  return linesOf(words, isHeading ? 'h2' : 'body', widthMm - 2, ruler) + (isHeading ? 1 : 0);
}
