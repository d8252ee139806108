import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseFile, frontMatter, pictureOf, slugOf } from './course-file.ts';
import { drawPhoto } from './photo.ts';

/**
 * A project of any size for measuring and for tests: invented courses with all facts, about 436
 * words each, a chart in every third, a photograph in every second; a course sheet for each and a
 * book of all. The same number gives the same bytes.
 */
export async function generateProject(folder: string, courses: number): Promise<void> {
  const content = join(folder, 'content');
  for (const name of ['courses', 'publications', 'images'])
    mkdirSync(join(content, name), { recursive: true });
  writeFileSync(join(content, 'institution.md'), institution());
  const taught = subjectsOf(courses);
  for (let i = 0; i < courses; i++) {
    const slug = slugOf(i);
    const subject = taught[i % taught.length] as string;
    writeFileSync(join(content, 'courses', `${slug}.md`), courseFile(i, subject));
    writeFileSync(
      join(content, 'publications', `${slug}.md`),
      frontMatter(['kind: course-sheet', `course: ${slug}`, 'year: 2027', 'issued: 2026-09-01']),
    );
  }
  writeFileSync(join(content, 'publications', 'prospectus.md'), bookFile(courses));
  for (const subject of taught) {
    const picture = pictureOf(subject);
    writeFileSync(join(content, picture), await drawPhoto(picture));
  }
}

const subjects = [
  'Health',
  'Education',
  'Design',
  'Computing',
  'Law',
  'Music',
  'Geography',
  'Chemistry',
  'History',
  'Philosophy',
  'Architecture',
  'Languages',
  'Agriculture',
  'Economics',
  'Theatre',
];

/** Five, and one more for each twenty courses from a hundred on: so many a contents page can hold. */
function subjectsOf(courses: number): string[] {
  return subjects.slice(0, Math.min(courses, Math.max(5, Math.ceil(courses / 20))));
}

function institution(): string {
  return frontMatter([
    'name: University of Nowhere',
    'placeholder: true',
    'address: [1 Example Road, Nowhere NW1 1NW]',
    'website: nowhere.example',
    'terms: nowhere.example/terms',
    'contacts:',
    '  - {role: general, for: Questions about a course, email: ask@nowhere.example, phone: 01632 960200}',
    '  - {role: apply, for: Applying, email: apply@nowhere.example, phone: 01632 960201}',
    '  - {role: formats, for: Other formats, email: formats@nowhere.example, phone: 01632 960202}',
  ]);
}

/** Nine courses of ten take a spread, the tenth a page. */
function bookFile(courses: number): string {
  const slugs = Array.from({ length: courses }, (_, i) => slugOf(i));
  const onOnePage = slugs.filter((_, i) => i % 10 === 9);
  return frontMatter([
    'kind: book',
    'title: Postgraduate prospectus',
    'year: 2027',
    'issued: 2026-09-01',
    'sections:',
    ...subjectsOf(courses).map((one) => `  - {title: ${one}, subject: ${one}}`),
    'extent:',
    '  default: spread',
    ...(onOnePage.length ? ['  courses:', ...onOnePage.map((slug) => `    ${slug}: page`)] : []),
  ]);
}
