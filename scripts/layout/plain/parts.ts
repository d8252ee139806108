import { plainAddress, webHref } from '../apply.ts';
import { indexPart } from '../book/index-of-subjects.ts';
import { depth } from '../course-view.ts';
import { factHtml } from '../html.ts';
import type { Part } from '../part.ts';
import { courseOfPiece } from '../piece.ts';
import type { Setting } from '../setting.ts';
import { type PlainBook, plainBook } from './book.ts';
import { plainCourse } from './course.ts';
import { frontOf } from './front.ts';

/**
 * Clear and large print, whatever the kind: one column, page after page. A piece about a course is
 * the whole course; a book begins with its contents and goes on in its own order.
 */
export async function plainParts(setting: Setting): Promise<Part[]> {
  return setting.publication.facts.kind === 'book' ? bookParts(setting) : pieceParts(setting);
}

async function pieceParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  if (!course) return [];
  const view = await plainCourse(course, setting, { depth: depth(1), isBook: false });
  const front = frontOf(setting, course.slug);
  return [partOf('course', view, { ...front, ...lookOf(setting), kindClass: 'sheet' })];
}

async function bookParts(setting: Setting): Promise<Part[]> {
  const book = await plainBook(setting);
  const look = { ...lookOf(setting), kindClass: 'course' };
  const inner = book.sections.flatMap(({ id, title, items }) =>
    items.map(({ partial, view }, i) => ({
      ...partOf(partial, view, {
        ...look,
        ...(i === 0 ? { section: { id, title } } : { running: title }),
      }),
      ...(i === 0 ? { aliases: [id] } : {}),
    })),
  );
  const closing = closingParts(book, setting);
  return [contentsPart(book, closing, setting), ...inner, ...closing];
}

/** What templates print all pages with. */
function lookOf({ publication, say }: Setting) {
  return {
    isPale: publication.facts.panels === 'pale',
    draftLabel: say('label', { label: say('draft') }),
  };
}

function partOf(partial: string, view: { id: string; runningTitle: string }, more: object): Part {
  return {
    id: view.id,
    template: `plain/${partial}`,
    start: 'any',
    pages: 2,
    sure: false,
    numbered: true,
    title: view.runningTitle,
    view: { ...view, ...more },
  };
}

/** The title, how to get another format, and the contents: the first page and as many as they need. */
function contentsPart(book: PlainBook, closing: readonly Part[], setting: Setting): Part {
  const { publication, say, year } = setting;
  const { facts, slug } = publication;
  const title = facts.title ?? say('prospectus');
  const { onlineAt } = facts;
  const sections = [
    ...book.sections.map(({ id, title, items }) => ({
      id,
      title,
      entries: items.map(({ view }) => ({ id: view.id, title: view.runningTitle })),
    })),
    ...closing.map(({ id, title }) => ({ id, title, entries: [] })),
  ];
  return partOf(
    'contents',
    { id: 'contents', runningTitle: say('contents') },
    {
      ...lookOf(setting),
      ...frontOf(setting, slug),
      flow: 'contents',
      title: factHtml(slug, 'title', title),
      entry: year === undefined ? undefined : say('entryYear', { year }),
      online: onlineAt && {
        label: say('readOnScreen'),
        text: plainAddress(onlineAt),
        href: webHref(onlineAt),
      },
      contentsTitle: say('contents'),
      sections,
    },
  );
}

/** The index, if there is enough to list, and whom to ask. */
function closingParts({ source, contacts }: PlainBook, setting: Setting): Part[] {
  const { say } = setting;
  const index = indexPart(source, setting);
  const look = lookOf(setting);
  return [
    index &&
      partOf(
        'index',
        { id: 'index', runningTitle: index.title },
        { ...index.view, ...look, ...pageWords(setting), flow: 'index' },
      ),
    contacts &&
      partOf(
        'contacts',
        { id: 'contacts', runningTitle: say('talkToUs') },
        { ...look, flow: 'contacts', title: say('talkToUs'), contacts },
      ),
  ].filter((part) => part !== undefined);
}

/** What stands before and after the number in ", page 12". */
function pageWords({ say }: Setting): { before: string; after: string } {
  const [before = '', after = ''] = say('seePageWithin', { page: '\uE000' }).split('\uE000');
  return { before, after };
}
