import type { Source } from '../../content/model.ts';
import type { PageFacts } from '../../content/schema/page.ts';
import { plainAddress, webHref } from '../apply.ts';
import { type Depth, titleRole } from '../course-view.ts';
import { factHtml, Html } from '../html.ts';
import { figuresView, stepsView } from '../page-view.ts';
import type { Setting } from '../setting.ts';
import { applyLines } from './contacts.ts';
import { plainPicture, plainProse } from './prose.ts';
import { labelled } from './tables.ts';

export type PlainPage = Awaited<ReturnType<typeof plainPage>>;

/** An editorial page for one column: what its layout would place, one after another. */
export async function plainPage(page: Source<PageFacts>, setting: Setting, depth: Depth) {
  const { facts, slug } = page;
  const fact = (key: 'title' | 'standfirst') => {
    const words = facts[key];
    return words ? factHtml(slug, key, words) : undefined;
  };
  return {
    id: `page-${slug}`,
    flow: `page-${slug}`,
    level: depth.title,
    subLevel: depth.sub,
    title: fact('title') ?? slug,
    runningTitle: facts.title ?? slug,
    isLong: titleRole(facts.title ?? slug) === 'title-long',
    standfirst: fact('standfirst'),
    lead: facts.picture && (await plainPicture(page, 'picture', facts.picture, setting)),
    blocks: await plainProse(page, setting, depth, { isBook: true, showsFacts: false }),
    steps: stepsView(page).map((step) => ({ ...step, when: labelledHtml(step.when, setting) })),
    figures: figuresView(page, setting, false),
    apply: applyOf(page, setting),
  };
}

function applyOf({ facts, slug }: Source<PageFacts>, setting: Setting) {
  const { say, numbers, qr, project } = setting;
  const { apply } = facts;
  if (!apply) return undefined;
  const contacts = project.institution.facts.contacts ?? [];
  const email = contacts.find(({ role }) => role === 'apply')?.email;
  const lines = [
    apply.url && {
      text: factHtml(slug, 'apply.url', plainAddress(apply.url)),
      href: webHref(apply.url),
    },
    email && { text: email, href: `mailto:${email}` },
  ].filter((line) => !!line);
  return {
    heading: say('howToApply'),
    text: apply.text && factHtml(slug, 'apply.text', apply.text),
    when:
      apply.until &&
      factHtml(slug, 'apply.until', say('byDate', { date: numbers.date(apply.until) })),
    whenLabel: labelled(say('apply'), say),
    lines: applyLines(lines, qr(apply.url && webHref(apply.url)), setting),
  };
}

function labelledHtml({ html }: Html, { say }: Setting): Html {
  return new Html(labelled(html, say));
}
