import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../../content/read.ts';
import { collector } from '../../finding.ts';
import type { World } from '../../world.ts';
import { composeHtml } from '../composed.ts';
import { drawCharts } from './drawn.ts';
import { courseMarkdown } from './markdown.ts';
import { type NaturalCourse, naturalBook, naturalSheet } from './natural.ts';
import { forPaged } from './paged.ts';
import { courseWords, wordsOf } from './words.ts';

const programs = [
  ...['print_weasyprint.py', 'print_typst.py', 'sheet.typ'],
  ...['natural.css', 'margin-boxes.css'],
];

/** What was written for the peers, by slug of the publication. */
export type Inputs = Map<string, Written>;

export interface Written {
  /** So many pages ours has. */
  pages: number;
  words: string[];
  /** The titles that natural HTML lists with their pages. */
  contents: string[];
}

/**
 * Writes publications into a folder in every form that a peer reads: our own pages as HTML, the
 * same content as natural HTML, and of a course sheet as Markdown and as data for the Typst template.
 */
export async function writeInputs(
  world: World,
  slugs: readonly string[],
  folder: string,
): Promise<Inputs> {
  mkdirSync(folder, { recursive: true });
  for (const name of programs)
    copyFileSync(join(world.tool, 'scripts/bench/peers', name), join(folder, name));
  cpSync(join(world.tool, 'templates/fonts'), join(folder, 'fonts'), { recursive: true });
  const images = join(world.project, 'content/images');
  if (existsSync(images)) cpSync(images, join(folder, 'images'), { recursive: true });

  const { report } = collector();
  const project = await readProject(world, report);
  const { lang, facts: institution } = project.institution;
  const charts = await drawCharts(world, project, report);
  const courses = project.courses.map(
    (one): NaturalCourse => ({
      slug: one.slug,
      words: courseWords(one),
      chart: charts.get(one.slug),
    }),
  );
  const inputs: Inputs = new Map();
  for (const { slug, html, pages } of await composeHtml(world, slugs)) {
    const facts = project.publications.find((one) => one.slug === slug)?.facts;
    const course = courses.find((one) => one.slug === facts?.course);
    const write = (ending: string, text: string) =>
      writeFileSync(join(folder, `${slug}${ending}`), text);
    const natural = (...styles: string[]) => {
      const setting = { lang, institution, styles: ['natural.css', ...styles] };
      return course
        ? naturalSheet(course, setting)
        : naturalBook(facts?.title ?? slug, courses, setting);
    };
    write('.html', html);
    write('-paged.html', forPaged(html));
    write('-natural.html', natural());
    write('-natural-boxes.html', natural('margin-boxes.css'));
    if (course) {
      write('.md', courseMarkdown(course.words));
      write('.json', JSON.stringify(course.words));
    }
    const printed = (course ? [course] : courses).map(({ words }) => words);
    const contents = course ? [] : printed.map(({ title }) => title);
    inputs.set(slug, { pages, words: printed.flatMap(wordsOf), contents });
  }
  return inputs;
}
