import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { applyView, plainAddress, webHref } from '../apply.ts';
import { type Depth, titleHtml, titleRole } from '../course-view.ts';
import { escapeHtml, factHtml, Html, joinHtml } from '../html.ts';
import { leadBesideProse } from '../pictures.ts';
import type { Setting } from '../setting.ts';
import { awardLine } from '../sheet.ts';
import { applyLines, type ContactLine, contactLines, isMail } from './contacts.ts';
import { plainRows } from './facts.ts';
import { plainPicture, plainProse } from './prose.ts';
import { labelled } from './tables.ts';

export interface PlainPlace {
  depth: Depth;
  /** Whether it stands among others: in a book. */
  isBook: boolean;
}

export type PlainCourse = Awaited<ReturnType<typeof plainCourse>>;

/** All that is known of a course, for one column. What is missing is undefined or empty, never a gap. */
export async function plainCourse(
  course: Source<CourseFacts>,
  setting: Setting,
  { depth, isBook }: PlainPlace,
) {
  const { facts, slug } = course;
  const { say } = setting;
  const rows = plainRows(course, setting);
  const showsFacts = rows.length > 0;
  const lead = leadBesideProse(course);
  const fact = (key: 'promise' | 'standfirst') => {
    const words = facts[key];
    return words ? factHtml(slug, key, words) : undefined;
  };
  return {
    id: `course-${slug}`,
    flow: `course-${slug}`,
    level: depth.title,
    subLevel: depth.sub,
    title: facts.title ? titleHtml(slug, facts.title) : new Html(escapeHtml(slug)),
    runningTitle: facts.title ?? slug,
    isLong: titleRole(facts.title ?? slug) === 'title-long',
    award: awardLine(course, setting),
    factsHeading: say('keyFacts'),
    rows,
    // A book does not print the promise: it is for what is picked up.
    promise: isBook ? undefined : fact('promise'),
    standfirst: fact('standfirst'),
    lead: lead && (await plainPicture(course, lead.key, lead.image, setting)),
    blocks: await plainProse(course, setting, depth, { isBook, showsFacts }),
    modules: modulesView(course, setting),
    apply: plainApply(course, setting),
    ask: askView(course, setting, isBook),
    terms: termsView(course, setting),
  };
}

function modulesView({ slug, facts }: Source<CourseFacts>, { say, numbers }: Setting) {
  const modules = facts.modules ?? [];
  if (modules.length === 0) return undefined;
  const total = modules.reduce((sum, { credits }) => sum + (credits ?? 0), 0);
  const items = modules.map(({ title, credits, core }, i) => {
    const name = core === false ? `${title} (${say('optional')})` : title;
    const worth =
      credits === undefined ? [] : [say('creditsNumber', { credits: numbers.figure(credits, 1) })];
    return joinHtml(
      [
        factHtml(slug, `modules.${i}.title`, name),
        ...worth.map((words) => factHtml(slug, `modules.${i}.credits`, words)),
      ],
      ', ',
    );
  });
  return {
    heading: say('youWillStudy'),
    items,
    note: total > 0 ? say('creditsInAll', { credits: numbers.figure(total, 1) }) : undefined,
  };
}

/** How to apply: in words, when, where. */
function plainApply(course: Source<CourseFacts>, setting: Setting) {
  const { say } = setting;
  const { apply } = course.facts;
  const view = apply && applyView(course, setting);
  if (!view) return undefined;
  return {
    heading: say('howToApply'),
    link: say('applyForCourse'),
    href: view.lines.find(({ href }) => !isMail(href))?.href,
    text: apply.text && factHtml(course.slug, 'apply.text', apply.text),
    when: view.when,
    whenLabel: labelled(say('apply'), say),
    lines: applyLines(view.lines, view.qr, setting),
  };
}

function termsView({ facts, slug }: Source<CourseFacts>, { say, project }: Setting) {
  const address = facts.terms ?? project.institution.facts.terms;
  if (!address) return undefined;
  const words = plainAddress(address);
  return {
    label: labelled(say('terms'), say),
    text: facts.terms ? factHtml(slug, 'terms', words) : words,
    href: webHref(address),
  };
}

/** Who answers about this course; in a book, whoever answers about all stands at its end. */
function askView(
  { facts }: Source<CourseFacts>,
  setting: Setting,
  isBook: boolean,
): { heading: string; lines: ContactLine[] } | undefined {
  const institution = setting.project.institution.facts.contacts ?? [];
  const contacts = [...(facts.contacts ?? []), ...(isBook ? [] : institution)];
  const lines = contactLines(contacts, setting);
  return lines.length > 0 ? { heading: setting.say('askUs'), lines } : undefined;
}
