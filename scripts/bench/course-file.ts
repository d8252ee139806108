import { courseTitle, moduleTitles, sentences } from './words.ts';

const hasChart = (index: number) => index % 3 === 0;

const hasPicture = (index: number) => index % 2 === 0;

/** Courses of a subject share theirs. */
export const pictureOf = (subject: string) => `images/${subject.toLowerCase()}.jpg`;

export function slugOf(index: number): string {
  return `course-${String(index + 1).padStart(3, '0')}`;
}

export function frontMatter(lines: readonly string[]): string {
  return `---\nschema: 1\n${lines.join('\n')}\n---\n`;
}

/** An invented course as a Markdown file; the same number and subject give the same one. */
export function courseFile(index: number, subject: string): string {
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
