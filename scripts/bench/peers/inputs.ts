import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../../content/read.ts';
import { collector } from '../../finding.ts';
import type { World } from '../../world.ts';
import { composeHtml } from '../composed.ts';
import { courseMarkdown } from './markdown.ts';
import { type CourseWords, courseWords, wordsOf } from './words.ts';

const programs = ['print_weasyprint.py', 'print_typst.py', 'sheet.typ'];

/** What was written for the peers, by slug of the publication. */
export type Inputs = Map<string, { pages: number; words: string[] }>;

/**
 * Writes publications into a folder in every form that a peer reads: our own pages as HTML, and of
 * a course sheet the same words as Markdown and as data for the Typst template.
 */
export async function writeInputs(
  world: World,
  slugs: readonly string[],
  folder: string,
): Promise<Inputs> {
  mkdirSync(folder, { recursive: true });
  for (const name of programs)
    copyFileSync(join(world.tool, 'scripts/bench/peers', name), join(folder, name));
  const images = join(world.project, 'content/images');
  if (existsSync(images)) cpSync(images, join(folder, 'images'), { recursive: true });

  const project = await readProject(world, collector().report);
  const courses = new Map(project.courses.map((one) => [one.slug, courseWords(one)]));
  const inputs: Inputs = new Map();
  for (const { slug, html, pages } of await composeHtml(world, slugs)) {
    const { course: about } = project.publications.find((one) => one.slug === slug)?.facts ?? {};
    const course = courses.get(about ?? '');
    const write = (ending: string, text: string) =>
      writeFileSync(join(folder, `${slug}${ending}`), text);
    write('.html', html);
    write('-plain.html', plain(html));
    if (course) {
      write('.md', courseMarkdown(course));
      write('.json', JSON.stringify(course));
    }
    const printed: CourseWords[] = course ? [course] : [...courses.values()];
    inputs.set(slug, { pages, words: printed.flatMap(wordsOf) });
  }
  return inputs;
}

/**
 * For Paged.js: it cuts selectors at every comma, so rules with `:is(a, b)` are written out, and
 * after the last page it breaks all the same, so pages break before.
 */
function plain(html: string): string {
  const breaks = '.page{break-after:auto}.page+.page,.part+.part{break-before:page}</style>';
  return html
    .replace('</style>', breaks)
    .replace(/^([^\n{}@]*:is\([^\n{}]*)\{/gm, (_, selectors: string) => {
      const each = atCommas(selectors).flatMap(writtenOut);
      return `${each.join(', ')} {`;
    });
}

function writtenOut(selector: string): string[] {
  const [whole, choices] = /:is\(((?:[^()]|\([^()]*\))*)\)/.exec(selector) ?? [];
  if (whole === undefined || choices === undefined) return [selector];
  return atCommas(choices).flatMap((one) => writtenOut(selector.replace(whole, one)));
}

/** The parts of a list of selectors; what stands in brackets stays whole. */
function atCommas(list: string): string[] {
  return (list.match(/(?:[^,()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []).map((one) =>
    one.trim(),
  );
}
