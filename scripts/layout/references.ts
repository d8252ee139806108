import type { Project } from '../content/model.ts';
import type { Place, Report } from '../finding.ts';
import { webHref } from './apply.ts';
import { escapeHtml, fillHtml, Html, textOf } from './html.ts';
import { linkElsewhere } from './messages.ts';
import type { Say } from './words.ts';

/** What a piece knows when its links within the project are printed. */
export interface Linking {
  /** Ids of courses, pages and headings that stand in the piece. */
  here: ReadonlySet<string>;
  /** Whether its pages are numbered through, so that a number says where something lies. */
  paginated: boolean;
  say: Say;
  /** Where a course or page can be read that is not in the piece: an address of the web. */
  addressOf(target: string): string | undefined;
  /** The publication's name, for findings; without one nothing is reported. */
  publication: string;
  report: Report | undefined;
}

const link = /<a href="press:((?:course|page)-[^"]*)"([^>]*)>([\s\S]*?)<\/a>/g;

/**
 * Links within the project as the piece can follow them. To another course or page of it a link
 * gets the number of the page where that lies, `How to apply (page 40)`, written when the pages are
 * numbered (`data-ref`). What is not in the piece is linked by its address on the web, or printed as
 * its words with a finding. A heading that is left out stands for the start of its course or page.
 */
export function resolveLinks(html: string, linking: Linking): string {
  return html.replace(link, (_, id: string, attributes: string, words: string, at: number) => {
    const target = /data-to="([^"]*)"/.exec(attributes)?.[1];
    const start = id.split('--')[0] ?? id;
    const found = [id, start].find((one) => linking.here.has(one));
    if (found) {
      const number = target ? pageNumber(found, html, at, linking) : '';
      return `<a href="press:${found}"${attributes}>${words}${number}</a>`;
    }
    const address = target && linking.addressOf(target);
    if (address) return `<a href="${escapeHtml(webHref(address))}">${words}</a>`;
    if (target) {
      const message = linkElsewhere(textOf(new Html(words)), target, linking.publication);
      linking.report?.(message, sourceBefore(html, at));
    }
    return words;
  });
}

/** ` (page 40)`, within brackets `, page 40`; nothing in a heading, whose words stand elsewhere too. */
function pageNumber(id: string, html: string, at: number, { paginated, say }: Linking): string {
  if (!paginated) return '';
  const before = html.slice(Math.max(0, at - longestBlock), at);
  const opener = [...before.matchAll(/<(p|li|td|th|dt|dd|h[1-6]|div)\b[^>]*>/g)].at(-1);
  if (opener?.[1]?.startsWith('h')) return '';
  const start = (opener?.index ?? 0) + (opener?.[0].length ?? 0);
  const text = textOf(new Html(before.slice(start)));
  const isWithin = count(text, '(') > count(text, ')');
  const number = new Html(`<span data-ref="${escapeHtml(id)}"></span>`);
  const key = isWithin ? 'seePageWithin' : 'seePage';
  const words = fillHtml((mark) => say(key, { page: mark }), number).html;
  return `<span class="see-page">${isWithin ? '' : ' '}${words}</span>`;
}

/** How far back the beginning of a link's paragraph is looked for, in characters of HTML. */
const longestBlock = 20_000;

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** The file and line of the block that a place in the HTML belongs to. */
function sourceBefore(html: string, at: number): Place | undefined {
  const from = html.lastIndexOf('data-src="', at);
  const [, file, line] = /^data-src="([^"]*):(\d+)"/.exec(html.slice(from, from + 1000)) ?? [];
  return file ? { file, line: Number(line) } : undefined;
}

/** The ids that links of some HTML lead to. */
export function linkedIds(html: string): Set<string> {
  return new Set([...html.matchAll(link)].map((match) => match[1] ?? ''));
}

/**
 * Headings and blocks that a link leads to, marked for the survey; and, for Chromium to write their
 * destinations, a link to each in the same print job (see assemble/links.ts).
 */
export function markTargets(html: string, linked: ReadonlySet<string>): string {
  const anchors: string[] = [];
  const marked = html.replace(
    /<(\w+)((?: [^<>]*)?) id="((?:course|page)-[^"]*--[^"]*)"/g,
    (all, _tag: string, attributes: string, id: string) => {
      if (!linked.has(id) || attributes.includes('data-target')) return all;
      anchors.push(`<a href="#${id}" hidden></a>`);
      return `${all} data-target="${id}"`;
    },
  );
  return anchors.join('') + marked;
}

/** Where a course or page of the project can be read on the web, if it says so. */
export function webAddressOf({ courses, pages }: Project, target: string): string | undefined {
  const [kind, slug] = target.split(':');
  const sources = kind === 'course' ? courses : pages;
  return sources.find((one) => one.slug === slug)?.facts.web;
}
