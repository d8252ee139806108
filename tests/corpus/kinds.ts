import type { CorpusCourse } from './course.ts';

/** What is made of the courses of the corpus: one publication file a language. */
export interface CorpusKind {
  /** The name of its publication file, before the language. */
  name: string;
  /** Lines of the file's front matter, for courses of one language. */
  facts(courses: readonly CorpusCourse[]): string[];
  /** Whether it has to print every text of the course; others choose. */
  isWhole: boolean;
}

/** To try another kind, size or format, add a line. */
export const corpusKinds: readonly CorpusKind[] = [
  { name: 'sheet', facts: each('course-sheet'), isWhole: true },
  { name: 'book', facts: book, isWhole: true },
  { name: 'clear', facts: each('course-sheet', 'formats: [clear]'), isWhole: true },
  { name: 'large', facts: each('course-sheet', 'formats: [large]'), isWhole: true },
  { name: 'flyer', facts: each('flyer'), isWhole: false },
  {
    name: 'leaflet',
    facts: each('leaflet', 'size: [roll-fold, z-fold, a5]'),
    isWhole: false,
  },
  { name: 'poster', facts: each('poster'), isWhole: false },
  { name: 'card', facts: each('card', 'size: [wide, tall]'), isWhole: false },
  { name: 'slide', facts: each('slide'), isWhole: false },
];

function each(kind: string, ...more: string[]) {
  return (courses: readonly CorpusCourse[]) => [
    `kind: ${kind}`,
    `for: courses where lang = ${courses[0]?.lang}`,
    ...more,
  ];
}

/** Sections of at most twelve courses, each in an extent that goes with its number; an error anywhere would stop all of it. */
function book(all: readonly CorpusCourse[]): string[] {
  const courses = all.filter(({ isRefused }) => !isRefused);
  const extents = ['spread', 'spread', 'page', 'third'];
  const sections: string[] = [];
  for (let from = 0; from < courses.length; from += 12) {
    const slugs = courses.slice(from, from + 12).map(({ slug }) => slug);
    sections.push(`  - {title: Part ${1 + from / 12}, courses: [${slugs.join(', ')}]}`);
  }
  const own = courses.map(({ slug }) => {
    return `    ${slug}: ${extents[Number(slug.slice(-4)) % extents.length]}`;
  });
  return [
    'kind: book',
    'title: All of it',
    'sections:',
    ...sections,
    'extent:',
    '  courses:',
    ...own,
  ];
}
