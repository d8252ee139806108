import { indexFoot } from '../../images/mark/frames.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';
import type { BookSection } from './sections.ts';

interface Entry {
  title: string;
  refs: { id: string }[];
}

interface Letter {
  letter: string;
  entries: Entry[];
  /** Stays in one column; a longer one may be continued in the next. */
  short: boolean;
}

/** Entries of a letter that stays whole. */
const shortEntries = 8;

/** Fewer are seen at a glance in the contents: they make no index. */
const leastEntries = 10;

/** Characters of a line of a column. */
const lineCharacters = 28;

/** Lines of the tallest column above which the drawing at the foot has no room. */
const drawingLines = 26;

/**
 * Subjects and courses by letter, in three even columns; none where there is little to list. What
 * differs in nothing but capitals is one entry, written as the course whose title it is writes it,
 * else as it is first written.
 */
export function indexPart(sections: readonly BookSection[], setting: Setting): Part | undefined {
  const entries = new Map<string, Entry>();
  const titleOf = ({ slug, facts }: BookSection['courses'][number]['course']) =>
    facts.title ?? slug;
  const titles = new Map(
    sections
      .flatMap(({ courses }) => courses.map(({ course }) => titleOf(course)))
      .map((title) => [title.toLocaleLowerCase(setting.lang), title]),
  );
  const add = (title: string, id: string) => {
    const key = title.toLocaleLowerCase(setting.lang);
    const entry = entries.get(key) ?? { title: titles.get(key) ?? title, refs: [] };
    if (!entry.refs.some((ref) => ref.id === id)) entry.refs.push({ id });
    entries.set(key, entry);
  };
  for (const { courses, pages } of sections) {
    for (const { course } of courses) {
      for (const name of [titleOf(course), ...[course.facts.subject ?? []].flat()])
        add(name, `course-${course.slug}`);
    }
    for (const { slug, facts } of pages) {
      for (const name of [facts.subject ?? []].flat()) add(name, `page-${slug}`);
    }
  }
  if (entries.size < leastEntries) return undefined;
  const { say, publication } = setting;
  const letters = byLetter([...entries.values()], setting.lang);
  const lines = Math.ceil(letters.reduce((sum, letter) => sum + linesOf(letter), 0) / 3) + 2;
  return {
    id: 'index',
    template: 'book/index',
    start: 'left',
    pages: 1,
    sure: false,
    numbered: true,
    title: say('indexOfSubjects'),
    view: {
      id: 'index',
      title: say('indexOfSubjects'),
      letters,
      mark:
        lines <= drawingLines
          ? setting.mark(
              indexFoot({ type: [{ left: 26, top: 40, right: 190, bottom: 72 + 5 * lines }] }),
              publication.slug,
            )
          : undefined,
    },
  };
}

/** Sorted and grouped as readers of the language look things up. */
export function byLetter(entries: readonly Entry[], lang: string): Letter[] {
  const collator = new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
  const letters: Letter[] = [];
  for (const entry of [...entries].sort(
    (a, b) => collator.compare(a.title, b.title) || (a.title < b.title ? -1 : 1),
  )) {
    const letter = (
      entry.title.normalize('NFD').match(/\p{L}|\p{N}/u)?.[0] ?? ''
    ).toLocaleUpperCase(lang);
    const last = letters.at(-1);
    if (last?.letter === letter) last.entries.push(entry);
    else letters.push({ letter, entries: [entry], short: true });
  }
  for (const letter of letters) letter.short = letter.entries.length <= shortEntries;
  return letters;
}

/** About how many lines a letter takes, the empty one after it included. */
function linesOf({ entries }: Letter): number {
  const lines = entries.map(({ title, refs }) =>
    Math.ceil((title.length + 4 * refs.length) / lineCharacters),
  );
  return lines.reduce((sum, count) => sum + count, 1);
}
