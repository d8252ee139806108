import { basename } from 'node:path';
import type { Html } from '../layout/html.ts';
import type { Board, Entry } from './board.ts';
import { counted, findingsOf, plural } from './found.ts';
import { html } from './html.ts';

/**
 * The list at the side. What one file stands for stands together under the file's name, folded
 * unless the publication shown is of it: three hundred sheets are one line until they are wanted.
 */
export function navigation(board: Board, shown: Entry | undefined): Html {
  const { entries, rounds } = board;
  if (entries.length === 0) {
    return html`<p>${rounds > 0 ? 'There is no publication yet.' : 'Reading the project …'}</p>`;
  }
  const files = Map.groupBy(entries, ({ job }) => job.publication.file);
  return html`<nav aria-label="Publications"><ul>
${[...files].map(([file, own]) => (own.length > 1 ? group(board, file, own, shown) : items(board, own, shown)))}</ul></nav>`;
}

function group(board: Board, file: string, own: readonly Entry[], shown: Entry | undefined): Html {
  const isOpen = shown !== undefined && own.includes(shown);
  return html`<li><details${isOpen && html` open`}><summary><span class="name">${basename(file, '.md')}</span> ${state(aboutAll(board, own), own.every(isCurrent))}</summary><ul>
${items(board, own, shown)}</ul></details></li>
`;
}

function items(board: Board, entries: readonly Entry[], shown: Entry | undefined): Html {
  return html`${entries.map(
    (
      entry,
    ) => html`<li><a href="${addressOf(entry)}"${entry === shown && html` aria-current="page"`}><span class="name">${entry.id}</span> ${state(about(board, entry), entry.isCurrent)}</a></li>
`,
  )}`;
}

function state(words: string, isAllCurrent: boolean): Html {
  return html`<span class="state${!isAllCurrent && ' stale'}">${words}</span>`;
}

/** As many findings as its page shows. */
function about(board: Board, entry: Entry): string {
  const merged = findingsOf(board, entry);
  const found = merged.length > 0 ? counted(merged) : 'ok';
  if (entry.isCurrent) return found;
  return merged.length > 0 ? `not rebuilt, ${found}` : 'not rebuilt';
}

/** How many there are, and how many of them ask for somebody. */
function aboutAll(board: Board, own: readonly Entry[]): string {
  const stale = own.filter((entry) => !isCurrent(entry)).length;
  const found = own.filter(({ findings }) => findings.length > 0).length;
  const isFine = stale + found + board.findings.length === 0;
  return [
    plural(own.length, 'publication'),
    stale > 0 && `${stale} not rebuilt`,
    found > 0 && `${found} with findings`,
    isFine && 'ok',
  ]
    .filter(Boolean)
    .join(', ');
}

function isCurrent(entry: Entry): boolean {
  return entry.isCurrent;
}

export function addressOf({ id }: Entry): string {
  return `/publications/${encodeURIComponent(id)}`;
}
