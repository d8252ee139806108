import type { Html } from '../layout/html.ts';
import type { Merged } from '../report/findings.ts';
import { frames } from '../report/frames.ts';
import type { Board, Entry } from './board.ts';
import { findingsHtml } from './findings-html.ts';
import { counted, findingsOf, plural } from './found.ts';
import { html } from './html.ts';
import { navigation } from './navigation-html.ts';
import { openLink, pagesHtml } from './pages-html.ts';

/**
 * The whole local page, for one publication or, with none, for the time before there is one.
 *
 * @param project its folder: findings quote lines of its files
 */
export function pageHtml(board: Board, entry: Entry | undefined, project: string): string {
  const findings = findingsOf(board, entry);
  const isBeside = findings.some(({ weight }) => weight !== 'note');
  const news = newsOf(board, entry, findings);
  const title = [
    findings.length > 0 && counted(findings),
    entry?.id ?? 'Publications',
    'press watch',
  ];
  return html`<!doctype html>
<html lang="en"${board.isBuilding && html` data-building`} data-version="${board.version}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.filter(Boolean).join(' · ')}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/follow.js" defer></script>
</head>
<body>
<a class="skip" href="#pages">Skip to the pages</a>
<header class="side">
<p class="tool">press watch</p>
${navigation(board, entry)}
<p class="link" id="link">Follows your saves</p>
</header>
<main${isBeside && html` class="beside"`}>
<header>
<h1>${entry ? entry.id : 'Publications'}</h1>
${entry && about(entry)}
<p class="news" id="news" role="status" data-round="${board.rounds}">${news}</p>
<p class="took">${board.rounds > 0 && html`${Math.max(0.1, board.tookMs / 1000).toFixed(1)} s`}</p>
</header>
${findingsSection(findings, project)}
<section class="pages" id="pages" aria-labelledby="pages-title" tabindex="-1">
<h2 id="pages-title">Pages</h2>
${changesOf(entry)}
${entry?.good ? pagesHtml(entry, entry.good, isBeside) : nothingYet(board, entry)}
</section>
</main>
</body>
</html>
`.html;
}

/**
 * Hidden, not gone, without any: the page's script keeps what stands where it stood. Folded on a
 * small screen, so that the pages are near, unless there are errors.
 */
function findingsSection(findings: readonly Merged[], project: string): Html {
  const hasErrors = findings.some(({ weight }) => weight === 'error');
  return html`<section class="findings" id="findings" aria-labelledby="findings-title"${findings.length === 0 && html` hidden`}>
<details${hasErrors && html` open`}><summary><h2 id="findings-title">${counted(findings)}</h2></summary>
${findingsHtml(findings, frames(project), project)}</details></section>`;
}

function about(entry: Entry): Html {
  const { job, good } = entry;
  const kind = capital(job.publication.facts.kind.replaceAll('-', ' '));
  const facts = [kind, job.publication.lang, job.status];
  if (good?.pages.length) facts.push(plural(good.pages.length, 'page'));
  if (good) facts.push(sizeInWords(good.bytes));
  return html`<p class="about">${facts.join(' · ')}${good && html` · ${openLink(entry)}`}</p>`;
}

/** What a screen reader says after each round. */
function newsOf(board: Board, entry: Entry | undefined, findings: readonly Merged[]): string {
  if (board.rounds === 0) return 'Building for the first time …';
  if (!entry || entry.isCurrent) return `Rebuilt, ${counted(findings)}`;
  const shown = entry.good ? 'these are the last good pages' : 'there are no pages yet';
  return `Not rebuilt, ${counted(findings)}: ${shown}`;
}

function changesOf(entry: Entry | undefined): Html {
  const changed = entry?.good?.pages.filter(({ isChanged }) => isChanged) ?? [];
  const links = changed
    .slice(0, 24)
    .map(({ number }) => html` <a href="#page-${number}">${number}</a>`);
  const rest = changed.length - links.length;
  return html`<p class="changes"${changed.length === 0 && html` hidden`}>Changed:${links}${rest > 0 && ` and ${rest} more`}</p>`;
}

function nothingYet({ rounds, entries }: Board, entry: Entry | undefined): Html {
  if (rounds === 0) return html`<p>The first build is under way.</p>`;
  if (entry) return html`<p>There are none yet: mend what is found, and they appear.</p>`;
  return entries.length > 0
    ? html`<p>There is no publication of this name: choose one from the list.</p>`
    : html`<p>Add a file to content/publications/, and its pages appear here.</p>`;
}

function sizeInWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
