import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../content/read.ts';
import { collector } from '../finding.ts';
import { composePages, numberPages } from '../layout/compose/in-page.ts';
import { openDesk } from '../layout/desk.ts';
import type { Document } from '../layout/document.ts';
import { escapeHtml } from '../layout/html.ts';
import { layOut } from '../layout/layout.ts';
import { browserWhenNeeded } from '../plan/early-browser.ts';
import { countPages, openPress, placeParts } from '../plan/pages.ts';
import { planJobs } from '../plan/plan.ts';
import { openStore } from '../plan/store.ts';
import { toolIdentity } from '../plan/tool-identity.ts';
import type { World } from '../world.ts';

/** What Chromium is given for a publication, as one document that stands by itself. */
export interface ComposedHtml {
  slug: string;
  html: string;
  pages: number;
}

/**
 * The very HTML that is printed: laid out, text run into its pages, folios written; fonts and
 * prepared pictures by file address. Two things differ, so that others can print it: it is not
 * zoomed, and links lead to ids. Page numbers in contents and index are left open.
 *
 * @throws for a publication that cannot be laid out
 */
export async function composeHtml(world: World, slugs: readonly string[]): Promise<ComposedHtml[]> {
  const { findings, report } = collector();
  const project = await readProject(world, report);
  const tool = toolIdentity(world.tool);
  const desk = await openDesk(world, project, tool, report);
  const store = openStore(join(world.cache, 'made'));
  await using early = browserWhenNeeded(world, { jobs: 1 }, report);
  const browser = await early.open();
  const composed: ComposedHtml[] = [];
  for (const job of planJobs(
    project,
    { named: slugs, draft: true, format: undefined, edition: 'screen' },
    report,
  )) {
    const setting = desk.setting(job, report);
    const look = await desk.look(job, report);
    const document = look && (await layOut(setting, look, job.status, job.name));
    if (!document || !browser) break;
    const counts = await countPages(openPress(document, browser, store, tool, report));
    const placed = placeParts(document, counts ?? new Map());
    const pages = placed.reduce((sum, { count }) => sum + count, 0);
    const numbered = placed.flatMap(({ part, count }) => Array<boolean>(count).fill(part.numbered));
    const made = await browser.run(
      { name: document.name, shell: document.shell, pages },
      async (sheet) => {
        const { lang, title, measures } = document;
        await sheet.fill(document.render(placed.map(({ part }) => part)), { lang, title });
        const { survey } = await sheet.evaluate(composePages, measures);
        const numbers = Array.from({ length: survey.pages }, (_, i) => i + 1);
        await sheet.evaluate(numberPages, {
          ...measures,
          folios: numbers.map((page) => ((numbered[page - 1] ?? true) ? String(page) : '')),
          sides: numbers.map((page) => (page % 2 === 0 ? 'verso' : 'recto')),
          refs: {},
        });
        return { body: await sheet.evaluate(bodyOfPage, undefined), pages: survey.pages };
      },
    );
    if (!made) break;
    composed.push({
      slug: job.publication.slug,
      html: standing(document, made.body),
      pages: made.pages,
    });
  }
  if (composed.length < slugs.length) {
    throw new Error(findings.map(({ message }) => message).join(' '));
  }
  return composed;
}

/** Runs in the page: what it holds, without the pages that were not needed. */
function bodyOfPage(): string {
  for (const unused of document.querySelectorAll('template')) unused.remove();
  return document.body.innerHTML;
}

function standing({ shell, lang, title, geometry }: Document, body: string): string {
  return readFileSync(shell, 'utf8')
    .replace('<html lang="en">', `<html lang="${escapeHtml(lang)}">`)
    .replace('<title></title>', () => `<title>${escapeHtml(title)}</title>`)
    .replace(`html{zoom:${geometry.zoom}}`, '')
    .replace('<body></body>', () => `<body>${body.replaceAll('href="press:', 'href="#')}</body>`);
}
