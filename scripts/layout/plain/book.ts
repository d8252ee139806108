import type { Source } from '../../content/model.ts';
import type { PageFacts } from '../../content/schema/page.ts';
import { contactsView } from '../book/contacts.ts';
import { type BookSection, sectionsOf } from '../book/sections.ts';
import { depth } from '../course-view.ts';
import { inPool } from '../pool.ts';
import type { Setting } from '../setting.ts';
import { type ContactLine, contactLines } from './contacts.ts';
import { type PlainCourse, plainCourse } from './course.ts';
import { type PlainPage, plainPage } from './page.ts';

/** A course or a page of a book, and the partial that prints it. */
export type Item =
  | { partial: 'course'; view: PlainCourse }
  | { partial: 'page'; view: PlainPage & { contacts?: Contacts | undefined } };

export interface ItemSection {
  id: string;
  title: string;
  items: Item[];
}

/** Whom to ask, and who published this. */
export interface Contacts {
  lines: ContactLine[];
  otherFormats: string | undefined;
  imprint: string[];
}

export interface PlainBook {
  sections: ItemSection[];
  /** The sections as the book has them: for its index. */
  source: BookSection[];
  /** For the end, unless a page of the project's own says it. */
  contacts: Contacts | undefined;
}

/** Courses that are laid out at once: while one waits for its picture, the next is written. */
const atOnce = 4;

/** Every section, page and course of a book in the book's own order, each whole, whatever its extent. */
export async function plainBook(setting: Setting): Promise<PlainBook> {
  const source = sectionsOf(setting);
  const contacts = contactsOf(setting);
  const sections: ItemSection[] = [];
  for (const { id, title, facing, pages, courses } of source) {
    const editorial = [...(facing ? [facing] : []), ...pages];
    const items = [
      ...editorial.map((page) => () => pageItem(page, contacts, setting)),
      ...courses.map(({ course }) => async (): Promise<Item> => {
        const view = await plainCourse(course, setting, { depth: depth(3), isBook: true });
        return { partial: 'course', view };
      }),
    ];
    sections.push({ id, title, items: await inPool(items, atOnce, (make) => make()) });
  }
  const hasOwn = source.some(({ pages }) => pages.some(isContacts));
  return { sections, source, contacts: hasOwn ? undefined : contacts };
}

async function pageItem(
  page: Source<PageFacts>,
  contacts: Contacts | undefined,
  setting: Setting,
): Promise<Item> {
  const view = await plainPage(page, setting, depth(3));
  return { partial: 'page', view: isContacts(page) ? { ...view, contacts } : view };
}

function isContacts({ facts }: Source<PageFacts>): boolean {
  return facts.layout === 'contacts';
}

function contactsOf(setting: Setting): Contacts | undefined {
  const view = contactsView(setting);
  if (!view) return undefined;
  const all = setting.project.institution.facts.contacts ?? [];
  const { otherFormats, imprint } = view;
  return { lines: contactLines(all, setting), otherFormats, imprint };
}
