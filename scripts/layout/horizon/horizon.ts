import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { plainAddress, webHref } from '../apply.ts';
import { formatsContact, unbroken } from '../book/contacts.ts';
import { countLines } from '../display-lines.ts';
import { escapeHtml, factHtml, fillHtml, Html } from '../html.ts';
import { longAddress } from '../piece-messages.ts';
import type { Ruler } from '../ruler.ts';
import type { PictureBox, PictureView, Setting } from '../setting.ts';

/*
 * What the pieces that are picked up or shown have in common: deep ground above with the promise,
 * paper below with the facts and the code (house style for formats, "the horizon").
 */

/** Web addresses that stand under a code have at most so many characters. */
const mostOfAddress = 24;

/**
 * Who publishes it: the logo as it stands on deep, else the name; the short one where the whole is
 * too wide. What is too wide even so is set in two lines.
 */
export function publisher(
  { project, logo }: Setting,
  { roomMm, ruler }: { roomMm: number; ruler: Ruler },
) {
  const { name, shortName } = project.institution.facts;
  const widthOf = (words = '') => ruler(words, 'publisher');
  const institution = widthOf(name) > roomMm ? (shortName ?? name) : name;
  const publisherMm = Math.min(roomMm, widthOf(institution));
  return { logo: logo('deep'), institution, publisherMm, publisherRoomMm: roomMm };
}

export type ApplyBlock = ReturnType<typeof applyBlock>;

/** The code that leads to the course, its address as live text, and until when to apply. */
export function applyBlock(course: Source<CourseFacts>, setting: Setting) {
  const { facts, slug, places, file } = course;
  const { say, numbers } = setting;
  const path = facts.apply?.url ? 'apply.url' : facts.web ? 'web' : undefined;
  const { website } = setting.project.institution.facts;
  const address = facts.apply?.url ?? facts.web ?? website;
  const whole = address && plainAddress(address);
  const isLong = [...(whole ?? '')].length > mostOfAddress;
  // What only tells the institution where somebody came from nobody types.
  const printed = isLong ? whole?.replace(/[?#].*$/, '') : whole;
  const place = (path && places[path]) ?? { file };
  if (whole && isLong) setting.report(longAddress(whole, [...whole].length, mostOfAddress), place);
  const { from, until } = facts.apply ?? {};
  const when = until
    ? factHtml(slug, 'apply.until', say('applyByDate', { date: numbers.date(until) }))
    : from && factHtml(slug, 'apply.from', say('applyFromDate', { date: numbers.date(from) }));
  return {
    qr: setting.qr(address && webHref(address)),
    address: printed ? addressHtml(slug, path, printed, isLong) : undefined,
    href: address && webHref(address),
    isLong,
    when: when || undefined,
  };
}

/** A host of more characters breaks, too: longer than a line of the narrowest column. */
const mostOfHost = 30;

/** A long address breaks after a stroke, a long host before a stop. */
function addressHtml(
  slug: string,
  path: string | undefined,
  printed: string,
  isLong: boolean,
): Html {
  const made = path ? factHtml(slug, path, printed) : new Html(escapeHtml(printed));
  if (!isLong) return made;
  const [, open = '', words = '', close = ''] = /^((?:<[^>]*>)?)([^<]*)(.*)$/.exec(made.html) ?? [];
  const [host = '', ...below] = words.split('/');
  const parts = host.length > mostOfHost ? host.replaceAll('.', '<wbr>.') : host;
  // After a hyphen a browser breaks it anyway: said here, lines can be counted.
  const broken = [parts, ...below].join('/<wbr>').replace(/-(?=[^<])/g, '-<wbr>');
  return new Html(open + broken + close);
}

/** How to ask for another format; by one way where there is room for one. Ways never break. */
export function otherFormats({ project, say }: Setting, ways: 'all' | 'one'): Html | undefined {
  const ask = formatsContact(project);
  const known = [ask?.phone && unbroken(ask.phone), ask?.email].filter((way) => !!way);
  const wanted = ways === 'one' ? known.slice(0, 1) : known;
  if (wanted.length === 0) return undefined;
  return fillHtml((contact) => say('otherFormatsAsk', { contact }), waysHtml(wanted));
}

/** Ways to reach somebody, each whole on its line, the comma with it. */
export function waysHtml(ways: readonly (string | undefined)[]): Html {
  const last = ways.length - 1;
  const whole = ways.map(
    (way, i) => `<span class="whole">${escapeHtml(way ?? '')}${i < last ? ',' : ''}</span>`,
  );
  return new Html(whole.join(' '));
}

/** A lower strip, as too long a promise leaves it, shows nothing of a photograph. */
const leastHeightOfWidth = 0.15;

/** The photograph that leads, made for its box; nothing for a course without one, or a box that is a strip. */
export async function leadPicture(
  course: Source<CourseFacts>,
  setting: Setting,
  box: PictureBox,
): Promise<PictureView | undefined> {
  const image = course.facts.images?.[0];
  if (box.heightMm < leastHeightOfWidth * box.widthMm) return undefined;
  return image && setting.picture(course, 'images.0', image, box);
}

/** The words of finished HTML, to be measured. */
export function plainWords({ html }: Html): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
}

/** Lines of finished HTML in a column, with the places where its words may break; none of nothing. */
export function linesOfHtml(
  html: Html | undefined,
  role: string,
  widthMm: number,
  ruler: Ruler,
): number {
  const text = html && plainWords(new Html(html.html.replaceAll('<wbr>', '\u200b')));
  return linesOf(text, role, widthMm, ruler);
}

/** Lines of a text in a column; none of no text. */
export function linesOf(
  text: string | undefined,
  role: string,
  widthMm: number,
  ruler: Ruler,
): number {
  return text ? countLines(text, widthMm, (words) => ruler(words, role)) : 0;
}
