import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { unbroken } from '../book/contacts.ts';
import { escapeHtml, factHtml, type Html, textOf } from '../html.ts';
import type { Setting } from '../setting.ts';
import type { Version } from '../versions.ts';
import { type LeafletPage, panelName } from './page.ts';

interface Item {
  heading: string;
  lines: (Html | string)[];
  /** The fact it says, for findings. */
  path: string;
}

/**
 * What answers "Is it for you?": whom it is for, where it leads, what applicants need; where little
 * of that is known, whom to ask. Undefined where there is nothing to say: the panel then has no
 * question, either.
 */
export function questionView(course: Source<CourseFacts>, setting: Setting, page: LeafletPage) {
  const { facts, slug } = course;
  const isShort = [...(facts.audience ?? '')].length <= mostOfLead;
  const lead = facts.standfirst ? 'standfirst' : 'audience';
  const words = lead === 'audience' && !isShort ? undefined : facts[lead];
  const items = itemsOf(course, setting, lead === 'standfirst' || !isShort);
  const asked = items.length < 2 ? askItem(course, setting) : [];
  if (!words && items.length + asked.length === 0) return undefined;
  return {
    panel: panelName(page, 'question', 'question'),
    leadPanel: panelName(page, 'question', 'introduction'),
    question: setting.say('leaflet.question'),
    lead: words ? factHtml(slug, lead, words) : undefined,
    versions: versionsOf([...items, ...asked], slug),
  };
}

/** Characters of what is said in large letters, as for a standfirst. */
const mostOfLead = 160;

function itemsOf(
  { facts, slug }: Source<CourseFacts>,
  { say }: Setting,
  saysAudience: boolean,
): Item[] {
  const items: Item[] = [];
  const add = (heading: string, path: 'audience' | 'careers') => {
    const words = facts[path];
    if (words) items.push({ heading, path, lines: [factHtml(slug, path, words)] });
  };
  if (saysAudience) add(say('leaflet.audience'), 'audience');
  add(say('careers'), 'careers');
  const needed = entryLines(facts, slug);
  if (needed.length > 0)
    items.push({ heading: say('leaflet.entry'), path: 'entry', lines: needed });
  return items;
}

/** What applicants need, a line for each kind of it. */
export function entryLines({ entry }: CourseFacts, slug: string): Html[] {
  if (typeof entry === 'string') return [factHtml(slug, 'entry', entry)];
  return (['academic', 'other', 'english'] as const).flatMap((part) => {
    const words = entry?.[part];
    return words ? [factHtml(slug, `entry.${part}`, words)] : [];
  });
}

function askItem({ facts }: Source<CourseFacts>, { say, project }: Setting): Item[] {
  const contacts = [...(facts.contacts ?? []), ...(project.institution.facts.contacts ?? [])];
  const contact = contacts.find(({ role }) => role === 'general') ?? contacts[0];
  const lines = [contact?.phone && unbroken(contact.phone), contact?.email].filter(
    (line): line is string => !!line,
  );
  return lines.length > 0 ? [{ heading: say('askUs'), path: 'contacts', lines }] : [];
}

/**
 * All; then without whom to ask, which stands elsewhere, too; then without where it leads, without
 * whom it is for, and last with the first of what applicants need.
 */
function versionsOf(items: readonly Item[], slug: string): Version[] {
  const gone: { what: string; path: string }[] = [];
  const versions: Version[] = [];
  let kept = [...items];
  const add = () => {
    const left = gone.map(({ what }) => `"${what}"`).join(', ');
    versions.push({
      name: gone.length > 0 ? 'answer without some of its parts' : 'whole answer',
      blocks: kept.map((item) => ({ html: itemHtml(item) })),
      ...(gone[0] ? { leavesOut: left, src: `${slug}#${gone[0].path}` } : {}),
    });
  };
  add();
  for (const path of ['contacts', 'careers', 'audience']) {
    const found = kept.find((item) => item.path === path);
    if (!found || kept.length === 1) continue;
    kept = kept.filter((item) => item !== found);
    if (path !== 'contacts') gone.push({ what: found.heading, path });
    add();
  }
  const last = kept.at(-1);
  if (last && last.lines.length > 1 && last.path === 'entry') {
    gone.push(...last.lines.slice(1).map((line) => ({ what: wordsOf(line), path: 'entry' })));
    kept = [...kept.slice(0, -1), { ...last, lines: last.lines.slice(0, 1) }];
    add();
  }
  return versions;
}

const longCharacters = 150;

function wordsOf(line: Html | string): string {
  return typeof line === 'string' ? line : textOf(line);
}

function itemHtml({ heading, lines }: Item): string {
  const said = lines.map(
    (line) => `<p>${typeof line === 'string' ? escapeHtml(line) : line.html}</p>`,
  );
  // Two columns of short answers, where a panel is wide; a long one takes both.
  const isLong = lines.map(wordsOf).join(' ').length > longCharacters;
  return `<div class="item${isLong ? ' long' : ''}"><h3 class="t-h2">${escapeHtml(heading)}</h3>${said.join('')}</div>`;
}
