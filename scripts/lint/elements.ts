import type { Block } from '../content/model.ts';
import type { Place } from '../finding.ts';

/** An element of a block of prose that has words of its own. */
export interface TextElement {
  tag: string;
  text: string;
  place: Place;
}

const opening = /<(p|li|dd|dt|td|th)\b([^>]*)>/g;
const closing = /<\/?(?:p|li|dd|dt|td|th|ul|ol|dl|table|blockquote|div)\b/;

/** Paragraphs, list items and cells of a block, in order, each with its own words only. */
export function elementsOf(block: Block): TextElement[] {
  if (!('html' in block)) return [];
  const { html } = block;
  return [...html.matchAll(opening)].map(({ 0: whole, 1: tag, index }) => {
    const rest = html.slice(index + whole.length);
    const end = rest.search(closing);
    const text = plainText(end < 0 ? rest : rest.slice(0, end));
    return { tag: tag!, text, place: placeAt(block, index + whole.length) };
  });
}

export interface LinkElement {
  href: string;
  text: string;
  place: Place;
}

/** The links of a block, without those from and to notes. */
export function linksOf(block: Block): LinkElement[] {
  if (!('html' in block)) return [];
  const links = [...block.html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
  return links
    .map(({ 1: href, 2: inner, index }) => {
      return { href: href!, text: plainText(inner!), place: placeAt(block, index) };
    })
    .filter(({ text }) => /\p{L}/u.test(text));
}

/** Where the element stands that is open at an offset. */
function placeAt(block: Block & { html: string }, offset: number): Place {
  const before = [...block.html.slice(0, offset).matchAll(/data-src="([^"]*):(\d+)"/g)].at(-1);
  const { file, line } = block;
  return before && before[1] === file ? { file, line: Number(before[2]) } : { file, line };
}

function plainText(html: string): string {
  return html
    .replace(/<br\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
