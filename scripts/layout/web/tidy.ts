import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escapeHtml } from '../html.ts';

/**
 * What templates gave, as a page that stands alone: pictures are in it, links lead to places of it,
 * and nothing of where a word came from is left.
 *
 * @param pictures the addresses (`file:`) of pictures that were made for it: no other file is read
 */
export function tidied(html: string, pictures: ReadonlySet<string>): string {
  const tidy = html.replace(/<[a-z][^<>]*>/gi, (tag) => tidyTag(tag, pictures));
  return withoutBareSpans(tidy)
    .replace(/<th\b[^>]*>\s*<\/th>/g, '<td></td>')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n');
}

function tidyTag(tag: string, pictures: ReadonlySet<string>): string {
  return tag
    .replace(/ data-[a-z-]+(?:="[^"]*")?/g, '')
    .replace(/ href="press:/g, ' href="#')
    .replace(/ src="(file:[^"]*)"/g, (all, address: string) =>
      pictures.has(address) ? ` src="${inlined(address)}"` : all,
    );
}

/** Spans that say nothing any more. */
function withoutBareSpans(html: string): string {
  const open: boolean[] = [];
  return html.replace(/<(\/?)span\b([^<>]*)>/g, (tag, end: string, attributes: string) => {
    if (end) return open.pop() ? tag : '';
    const isKept = attributes.trim() !== '';
    open.push(isKept);
    return isKept ? tag : '';
  });
}

/** A prepared picture, always a JPEG, as an address that holds it. */
function inlined(address: string): string {
  return `data:image/jpeg;base64,${readFileSync(fileURLToPath(address)).toString('base64')}`;
}

/** The head of the page: what may be in it is said before anything is. */
export function headHtml(facts: {
  title: string;
  description: string | undefined;
  css: string;
  data: string;
}): string {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
  const description = facts.description
    ? `<meta name="description" content="${escapeHtml(facts.description)}">\n`
    : '';
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(facts.title)}</title>
${description}<style>
${facts.css}
</style>
<script type="application/ld+json">${facts.data}</script>`;
}
