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
}

/** Lines of a column, 75 to 270 mm. */
const columnLines = 40;

/** Subjects and courses by letter, in three balanced columns; none where there is nothing to list. */
export function indexPart(sections: readonly BookSection[], setting: Setting): Part | undefined {
  const entries = new Map<string, Entry>();
  const add = (title: string, id: string) => {
    const entry = entries.get(title) ?? { title, refs: [] };
    if (!entry.refs.some((ref) => ref.id === id)) entry.refs.push({ id });
    entries.set(title, entry);
  };
  for (const { courses, pages } of sections) {
    for (const { course } of courses) {
      const { title, subject } = course.facts;
      for (const name of [title ?? course.slug, ...[subject ?? []].flat()])
        add(name, `course-${course.slug}`);
    }
    for (const { slug, facts } of pages) {
      for (const name of [facts.subject ?? []].flat()) add(name, `page-${slug}`);
    }
  }
  if (entries.size === 0) return undefined;
  const { say, publication } = setting;
  const columns = balance(byLetter([...entries.values()], setting.lang));
  return {
    id: 'index',
    template: 'book/index',
    start: 'left',
    pages: 1,
    sure: true,
    numbered: true,
    title: say('indexOfSubjects'),
    view: {
      id: 'index',
      title: say('indexOfSubjects'),
      columns: columns.map((column, i) => ({ place: i + 1, letters: column })),
      mark: setting.mark(indexFoot({ type: columnBoxes(columns) }), publication.slug),
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
    else letters.push({ letter, entries: [entry] });
  }
  return letters;
}

/** Three columns as even as whole letters allow; a letter's lines and the empty one after it. */
export function balance(letters: readonly Letter[]): Letter[][] {
  const height = (letter: Letter) => letter.entries.length + 1;
  const total = letters.reduce((sum, letter) => sum + height(letter), 0);
  const wanted = Math.min(columnLines, Math.max(Math.ceil(total / 3), 8));
  const columns: Letter[][] = [[]];
  let used = 0;
  for (const letter of letters) {
    if (used > 0 && used + height(letter) / 2 > wanted && columns.length < 3) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(letter);
    used += height(letter);
  }
  return columns;
}

/** Where the columns stand on a left page, in mm. */
function columnBoxes(columns: readonly Letter[][]) {
  return columns.map((letters, i) => {
    const lines = letters.reduce((sum, { entries }) => sum + entries.length + 1, 0);
    return { left: 26 + 56 * i, top: 70, right: 78 + 56 * i, bottom: 70 + 5 * lines };
  });
}
