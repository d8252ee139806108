import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';

/** A small project with a book and three sheets. */
export function smallProject(): ReturnType<typeof projectFolder> {
  const folder = projectFolder('templates/projects/small');
  const at = (path: string) => join(folder.path, 'content', path);
  change(folder.path, 'institution.md', '{{name}}', 'University of Tests');
  for (const name of ['second', 'third']) {
    for (const part of ['courses', 'publications']) {
      cpSync(at(`${part}/first-course.md`), at(`${part}/${name}-course.md`));
    }
    change(folder.path, `publications/${name}-course.md`, 'course: first', `course: ${name}`);
    change(folder.path, `courses/${name}-course.md`, 'First Course', `Course ${name}`);
  }
  change(
    folder.path,
    'publications/prospectus.md',
    '[first-course]',
    '[first-course, second-course, third-course]',
  );
  return folder;
}

/** Adds courses, each with its sheet and no two alike, until there are so many sheets. */
export function addSheets(project: string, until: number): void {
  const at = (path: string) => join(project, 'content', path);
  for (let i = readdirSync(at('publications')).length; i < until; i++) {
    const slug = `course-${String(i).padStart(3, '0')}`;
    cpSync(at('courses/first-course.md'), at(`courses/${slug}.md`));
    cpSync(at('publications/first-course.md'), at(`publications/${slug}.md`));
    change(project, `courses/${slug}.md`, 'First Course', `Course ${i}`);
    change(project, `publications/${slug}.md`, 'course: first-course', `course: ${slug}`);
  }
}

export function change(project: string, file: string, from: string, to: string): void {
  const path = join(project, 'content', file);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
}

/** What lies in output/, by name: each file's hash. A PDF that does not open is told as such. */
export function outputs(project: string): Record<string, string> {
  const root = join(project, 'output');
  if (!existsSync(root)) return {};
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ name, parentPath }) => {
        const bytes = readFileSync(join(parentPath, name));
        const isSound = !name.endsWith('.pdf') || pagesOf(readPdf(bytes)).length > 0;
        return [
          name,
          isSound ? createHash('sha256').update(bytes).digest('hex') : 'has no pages',
        ] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const striking = `--import=${new URL('blow.mjs', import.meta.url).href}`;

/** Builds a project that is struck as blow.mjs says. */
export function struck(project: string, blow: string, ...args: string[]) {
  return press(['build', '--project', project, '--json', ...args], {
    NODE_OPTIONS: striking,
    PRESS_TEST_BLOW: blow,
  });
}
