import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPhoto } from './photo.ts';
import { courseTitle, moduleTitles, sentences } from './words.ts';

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

const hasChart = (index: number) => index % 3 === 0;

const hasPicture = (index: number) => index % 2 === 0;

/** Courses of a subject share theirs. */
const pictureOf = (subject: string) => `images/${subject.toLowerCase()}.jpg`;

/** Five, and one more for each twenty courses from a hundred on: so many a contents page can hold. */
function subjectsOf(courses: number): string[] {
  return subjects.slice(0, Math.min(courses, Math.max(5, Math.ceil(courses / 20))));
}

export function slugOf(index: number): string {
  return `course-${String(index + 1).padStart(3, '0')}`;
}

function frontMatter(lines: readonly string[]): string {
  return `---\nschema: 1\n${lines.join('\n')}\n---\n`;
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

function courseFile(index: number, subject: string): string {
  const seed = slugOf(index);
  const title = courseTitle(seed);
  const picture = hasPicture(index) ? pictureOf(subject) : undefined;
  const facts = [
    `title: ${title}`,
    'award: Postgraduate Certificate',
    'awardedBy: University of Nowhere',
    'level: 7',
    'credits: 60',
    `subject: [${subject}, ${title.split(' ')[1]}]`,
    `standfirst: ${sentences(`${seed} standfirst`, 1)}`,
    'duration: 1 year, part time',
    'starts: [2027-09-20, 2028-01-17]',
    'mode: Part time',
    'pattern: One evening a week',
    'delivery: Online, and eight Saturdays in person',
    'location: Nowhere campus',
    'contactHours: 120 hours',
    'workload: 600 hours',
    'entry: A degree at 2:2 or above, or three years of work in the field',
    'assessment: Two essays, one recorded session and a portfolio',
    ...fees(4000 + (index % 9) * 250),
    'extraCosts: None',
    'ukprn: 10001234',
    'modules:',
    ...moduleTitles(seed, 4).map((one) => `  - {title: ${one}, credits: 15, core: true}`),
    `apply: {until: 2027-06-30, url: nowhere.example/${index + 1}}`,
    ...(picture ? lead(picture) : []),
    ...(hasChart(index) ? chart(index) : []),
  ];
  const words = (part: string, count: number) => sentences(`${seed} ${part}`, count);
  const paragraphs = [
    words('first', 3),
    words('second', 3),
    ...(hasChart(index) ? ['![Sessions in three years](chart:sessions)'] : []),
    '## How it is taught',
    words('taught', 3),
    ...(picture && hasChart(index) ? [`![Hills behind the campus](${picture})`] : []),
    '## Where it leads',
    words('leads', 4),
  ];
  return `${frontMatter(facts)}\n${paragraphs.join('\n\n')}\n`;
}

function fees(home: number): string[] {
  const about = 'covers: Teaching and supervision, validUntil: 2030-08-31';
  return [
    'fees:',
    `  - {audience: uk, total: ${home}, ${about}}`,
    `  - {audience: international, total: ${home * 2}, ${about}}`,
  ];
}

function lead(picture: string): string[] {
  return [
    'images:',
    `  - {file: ${picture}, alt: Hills behind the campus, credit: Nowhere, rights: Drawn by code}`,
  ];
}

function chart(index: number): string[] {
  const first = 20 + (index % 40);
  return [
    'charts:',
    '  sessions:',
    '    unit: Sessions a year in thousands',
    '    source: Nowhere Survey of Practice, May 2026',
    '    rows:',
    `      - {year: 2024, value: ${first}}`,
    `      - {year: 2025, value: ${first + 7}}`,
    `      - {year: 2028, value: ${first + 15}, kind: projection}`,
  ];
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
