import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A project of any size for measuring and for tests: invented courses with all facts, prose of
 * ordinary length, a chart in every third, three extents. The same number gives the same bytes.
 */
export function generateProject(folder: string, courses: number): void {
  const content = join(folder, 'content');
  for (const name of ['courses', 'publications'])
    mkdirSync(join(content, name), { recursive: true });
  writeFileSync(join(content, 'institution.md'), institution());
  for (let i = 0; i < courses; i++) {
    const slug = slugOf(i);
    writeFileSync(join(content, 'courses', `${slug}.md`), courseFile(i));
    writeFileSync(
      join(content, 'publications', `${slug}.md`),
      frontMatter(['kind: course-sheet', `course: ${slug}`, 'year: 2027', 'issued: 2026-09-01']),
    );
  }
  writeFileSync(join(content, 'publications', 'prospectus.md'), bookFile(courses));
}

const subjects = ['Health', 'Education', 'Design', 'Computing', 'Law'];

const titles = [
  [
    'Group',
    'Public',
    'Advanced',
    'Early',
    'Applied',
    'Rural',
    'Urban',
    'Digital',
    'Clinical',
    'Comparative',
  ],
  [
    'Therapy',
    'Health',
    'Nursing',
    'Education',
    'Statistics',
    'Policy',
    'Design',
    'Repair',
    'Ethics',
    'Teaching',
  ],
  [
    'for Empathy',
    'in Practice',
    'and Research',
    'with Children',
    'and Leadership',
    'for Adults',
    '',
  ],
];

/** Numbers that look drawn by lot and are always the same. */
function pick<T>(list: readonly T[], seed: number, salt: number): T {
  const mixed = Math.imul(seed * 31 + salt + 1, 2654435761) >>> 0;
  return list[mixed % list.length] as T;
}

export function slugOf(index: number): string {
  return `course-${String(index + 1).padStart(3, '0')}`;
}

function titleOf(index: number): string {
  return titles
    .map((words, i) => pick(words, index, i))
    .filter(Boolean)
    .join(' ');
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
  ]);
}

function courseFile(index: number): string {
  const title = titleOf(index);
  const fee = 4000 + (index % 9) * 250;
  const facts = [
    `title: ${title}`,
    'award: Postgraduate Certificate',
    'awardedBy: University of Nowhere',
    'level: 7',
    'credits: 60',
    `subject: [${subjects[index % subjects.length]}, ${title.split(' ')[1]}]`,
    `standfirst: ${sentence(index, 900)}`,
    'duration: 1 year, part time',
    'starts: [2027-09-20, 2028-01-17]',
    'mode: Part time',
    'delivery: One evening a week online, eight Saturdays in person',
    'location: Nowhere campus',
    'entry: A degree at 2:2 or above, or three years of work in the field',
    'assessment: Two essays, one recorded session and a portfolio',
    `fees: [{audience: uk, total: ${fee}}, {audience: international, total: ${fee * 2}}]`,
    'extraCosts: None',
    'modules:',
    ...[0, 1, 2, 3].map(
      (i) =>
        `  - {title: ${pick(titles[1] as string[], index, 20 + i)} ${i + 1}, credits: 15, core: true}`,
    ),
    `apply: {until: 2027-06-30, url: nowhere.example/${index + 1}}`,
    ...(index % 3 === 0 ? chart(index) : []),
  ];
  const paragraphs = [
    paragraph(index, 1, 5),
    paragraph(index, 2, 4),
    '## Where it leads',
    paragraph(index, 3, 5),
  ];
  if (index % 3 === 0) paragraphs.splice(2, 0, '![Sessions a year](chart:sessions)');
  return `${frontMatter(facts)}\n${paragraphs.join('\n\n')}\n`;
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

function bookFile(courses: number): string {
  const extents = Array.from(
    { length: courses },
    (_, i) => [slugOf(i), i % 10 === 9 ? 'page' : 'spread'] as const,
  );
  return frontMatter([
    'kind: book',
    'title: Postgraduate prospectus',
    'year: 2027',
    'issued: 2026-09-01',
    'sections:',
    ...subjects.map((subject) => `  - {title: ${subject}, subject: ${subject}}`),
    'extent:',
    '  default: spread',
    '  courses:',
    ...extents
      .filter(([, extent]) => extent !== 'spread')
      .map(([slug, extent]) => `    ${slug}: ${extent}`),
    ...(courses < 10 ? ['    course-001: spread'] : []),
  ]);
}

const clauses = [
  'you work with a group of adults from the first month',
  'the second half of the course is a placement in the town',
  'every student has a supervisor who has done the work',
  'what you bring is a case that still puzzles you',
  'two essays are read by two people each',
  'there is no examination and no surprise at the end',
  'the rooms are small so that everybody is heard',
  'the reading is done before you come and talked about when you are here',
  'you write down what you saw on the evening you saw it',
  'those who taught it last year teach it again',
];

function sentence(index: number, salt: number): string {
  const first = pick(clauses, index, salt);
  const second = pick(clauses, index, salt + 7);
  const joined = first === second ? first : `${first}, and ${second}`;
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

function paragraph(index: number, number: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, i) => sentence(index, number * 100 + i * 13)).join(
    ' ',
  );
}
