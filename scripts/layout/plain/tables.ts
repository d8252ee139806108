import { escapeHtml, Html, textOf } from '../html.ts';
import type { Say } from '../words.ts';
import type { TableRoom } from './column.ts';

interface Grid {
  caption: string;
  head: string[];
  rows: string[][];
}

/**
 * A table as its column can hold it. One that is too wide becomes a list, each row the label and words
 * of its first cell and then, in a run of text each, label and value; on the web a box that scrolls.
 *
 * @param html one `<table>` without tables in it
 */
export function fittedTable(html: string, room: TableRoom, say: Say): string {
  const grid = gridOf(html);
  if (fits(grid, room))
    return grid.rows.length > fewRows ? html : html.replace('<table', '<table data-keep');
  if (room.otherwise === 'list') return listOf(grid, html, say);
  const name = wordsOf(grid.caption) || grid.head.map(wordsOf).filter(Boolean).join(', ');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}">${html}</div>`;
}

function gridOf(html: string): Grid {
  const cells = (row: string) =>
    [...row.matchAll(/<(t[hd])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , cell]) => cell ?? '');
  const rows = [...html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)];
  const [head = [], ...body] = rows.map(([, row]) => cells(row ?? ''));
  const caption = /<caption\b[^>]*>([\s\S]*?)<\/caption>/.exec(html)?.[1] ?? '';
  return { caption, head, rows: body };
}

/** A table of no more rows is not split over pages. */
const fewRows = 8;

/** Columns stand two characters apart at the least. */
const apart = 2;

function fits({ head, rows }: Grid, { columns, characters }: TableRoom): boolean {
  if (head.length > columns) return false;
  const widths = head.map((_, i) =>
    Math.max(...[head, ...rows].map((row) => longestWord(row[i] ?? ''))),
  );
  return widths.reduce((sum, width) => sum + width + apart, -apart) <= characters;
}

function longestWord(html: string): number {
  return Math.max(
    0,
    ...wordsOf(html)
      .split(/[ \n]+/)
      .map((word) => [...word].length),
  );
}

function wordsOf(html: string): string {
  return textOf(new Html(html)).trim();
}

function listOf({ caption, head, rows }: Grid, html: string, say: Say): string {
  const source = /data-src="[^"]*"/.exec(html)?.[0];
  const entries = rows.map(([name = '', ...values]) => {
    const lines = values.flatMap((value, i) => {
      if (wordsOf(value) === '') return [];
      const label = head[i + 1] ?? '';
      const named = wordsOf(label) ? `<b>${labelled(label, say)}</b> ` : '';
      return [`<p>${named}${value}</p>`];
    });
    const what = head[0] && wordsOf(head[0]) ? `${labelled(head[0], say)} ` : '';
    return `<div class="entry"><p class="entry-name" data-names-next>${what}${name}</p>${lines.join('')}</div>`;
  });
  const title = caption ? `<p class="caption" data-names-next>${caption}</p>` : '';
  return `<div class="entries"${source ? ` ${source}` : ''}>${title}${entries.join('')}</div>`;
}

/** `UK fee:`, as the language writes it. */
export function labelled(label: string, say: Say): string {
  return say('label', { label: '\uE000' }).replace('\uE000', () => label);
}

/** A table of words, the first of each row being its head; figures stand at the right of their column. */
export function tableHtml(
  { caption, head, rows }: { caption: string; head: readonly string[]; rows: string[][] },
  src: string,
): string {
  const hasFigures = head.map(
    (_, i) => i > 0 && rows.some((row) => /^\P{L}*\d/u.test(row[i] ?? '')),
  );
  const cell = (words: string, i: number, open: string, close: string) =>
    `<${open}${hasFigures[i] ? ' class="right"' : ''}>${escapeHtml(words)}</${close}>`;
  const line = (row: readonly string[], first: string, others: string, close: string) =>
    row
      .map((one, i) => (i === 0 ? cell(one, i, first, 'th') : cell(one, i, others, close)))
      .join('');
  const body = rows.map((row) => `<tr>${line(row, 'th scope="row"', 'td', 'td')}</tr>`).join('');
  const top = line(head, 'th scope="col"', 'th scope="col"', 'th');
  return `<table class="figures" data-src="${escapeHtml(src)}"><caption>${escapeHtml(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${body}</tbody></table>`;
}
