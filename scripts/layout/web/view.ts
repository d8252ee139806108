import { htmlCorner } from '../../images/mark/corner.ts';
import { plainAddress, webHref } from '../apply.ts';
import { otherFormatsLine } from '../book/contacts.ts';
import { depth } from '../course-view.ts';
import { escapeHtml, factHtml, Html } from '../html.ts';
import { courseOfPiece } from '../piece.ts';
import { type Item, plainBook } from '../plain/book.ts';
import { contactWays } from '../plain/contacts.ts';
import { plainCourse } from '../plain/course.ts';
import { labelled } from '../plain/tables.ts';
import type { Setting } from '../setting.ts';

/** What the page of the web is made of. */
export interface WebView {
  /** Of the course, if it is about one; a book has its own. */
  title: string;
  /** For search engines and those who pass the page on: the standfirst of what it is about. */
  description: string | undefined;
  items: Item[];
  view: object;
}

/** One page of a course, or of a whole book; undefined, after a finding, when the course is not there. */
export async function webView(setting: Setting): Promise<WebView | undefined> {
  return setting.publication.facts.kind === 'book' ? bookView(setting) : pieceView(setting);
}

async function pieceView(setting: Setting): Promise<WebView | undefined> {
  const course = courseOfPiece(setting);
  if (!course) return undefined;
  const view = await plainCourse(course, setting, { depth: depth(1), isBook: false });
  const { standfirst, promise } = course.facts;
  return {
    title: view.runningTitle,
    description: standfirst ?? promise,
    items: [{ partial: 'course', view }],
    view: { ...frameView(setting, course.slug), course: view },
  };
}

async function bookView(setting: Setting): Promise<WebView> {
  const { publication, say, year } = setting;
  const { facts, slug } = publication;
  const title = facts.title ?? say('prospectus');
  const book = await plainBook(setting);
  const { sections, contacts } = book;
  const ends = contacts ? [{ id: 'contacts', title: say('talkToUs'), entries: [] }] : [];
  return {
    title,
    description: undefined,
    items: sections.flatMap(({ items }) => items),
    view: {
      ...frameView(setting, slug),
      book: {
        title: factHtml(slug, 'title', title),
        entry: year === undefined ? undefined : say('entryYear', { year }),
        contentsTitle: say('contents'),
        contents: [
          ...sections.map(({ id, title: name, items }) => ({
            id,
            title: name,
            entries: items.map(({ view }) => ({ id: view.id, title: view.runningTitle })),
          })),
          ...ends,
        ],
        sections: sections.map(({ items, ...section }) => ({
          ...section,
          items: items.map(({ partial, view }) => ({
            partial: `web/${partial}`,
            ...view,
            ...(partial === 'course' ? { mark: cornerMark(setting, view.id) } : {}),
          })),
        })),
        contactsTitle: say('talkToUs'),
        contacts,
      },
    },
  };
}

/** What stands round the content, whatever that is. */
function frameView(setting: Setting, seed: string) {
  const { project, say } = setting;
  const { name, website, imprint, licence } = project.institution.facts;
  return {
    skip: say('skipToContent'),
    draftLabel: labelled(say('draft'), say),
    logo: setting.logo('paper'),
    institution: name,
    mark: cornerMark(setting, seed),
    otherFormats: reachable(otherFormatsLine(setting), setting),
    website: website && { text: plainAddress(website), href: webHref(website) },
    imprint: [imprint ?? (name && say('publishedBy', { name })), licence].filter(Boolean),
  };
}

/** The drawn mark as it stands in the page's corner: the style sheet gives its size. */
function cornerMark(setting: Setting, seed: string): Html {
  const frame = htmlCorner();
  const { left, top, right, bottom } = frame.window;
  const svg = /<svg[\s\S]*<\/svg>/.exec(setting.mark(frame, seed).html)?.[0] ?? '';
  const box = [left, top, right - left, bottom - top].map((mm) => mm.toFixed(2)).join(' ');
  return new Html(
    svg.replace(/<svg [^>]*>/, `<svg class="mark" aria-hidden="true" viewBox="${box}">`),
  );
}

/** A line that names telephone numbers and addresses of the institution, with these as links. */
function reachable(line: string | undefined, { project }: Setting): Html | undefined {
  if (!line) return undefined;
  const ways = (project.institution.facts.contacts ?? []).flatMap(contactWays);
  const words = escapeHtml(line);
  const found = ways.filter(({ text }) => words.includes(escapeHtml(text)));
  const once = [...new Map(found.map((way) => [way.text, way])).values()];
  return new Html(
    once.reduce(
      (html, { text, href }) =>
        html.replace(escapeHtml(text), (shown) => `<a href="${escapeHtml(href)}">${shown}</a>`),
      words,
    ),
  );
}
