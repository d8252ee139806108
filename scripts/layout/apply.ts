import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import { factHtml, type Html } from './html.ts';
import type { Setting } from './setting.ts';

/** How to apply and whom to ask, or nothing when neither is known. */
export function applyView(course: Source<CourseFacts>, setting: Setting) {
  const { facts, slug } = course;
  const { say, numbers, project } = setting;
  const { apply } = facts;
  const institution = project.institution.facts;
  const email = contactEmail(course, setting);
  const lines = [
    apply?.url && {
      text: factHtml(slug, 'apply.url', plainAddress(apply.url)),
      href: webHref(apply.url),
    },
    email && { text: email, href: `mailto:${email}` },
  ].filter((line) => !!line);
  const address = facts.terms ?? institution.terms;
  const terms = address && {
    label: say('termsAt'),
    text: facts.terms ? factHtml(slug, 'terms', plainAddress(address)) : plainAddress(address),
    href: webHref(address),
  };
  const when = applyWhen(course, setting);
  if (!apply && lines.length === 0) return undefined;
  return {
    heading: apply ? say('apply') : say('askUs'),
    when,
    deadline: apply?.until && numbers.date(apply.until),
    qr: setting.qr(apply?.url && webHref(apply.url)),
    lines,
    terms,
  };
}

function applyWhen(
  { slug, facts }: Source<CourseFacts>,
  { say, numbers }: Setting,
): Html | undefined {
  const { from, until } = facts.apply ?? {};
  if (from && until) {
    const range = say('fromDateToDate', { from: numbers.date(from), to: numbers.date(until) });
    return factHtml(slug, 'apply.until', range);
  }
  if (until) return factHtml(slug, 'apply.until', say('byDate', { date: numbers.date(until) }));
  if (from) return factHtml(slug, 'apply.from', say('fromDate', { date: numbers.date(from) }));
  return undefined;
}

function contactEmail(course: Source<CourseFacts>, { project }: Setting): string | undefined {
  const contacts = [
    ...(course.facts.contacts ?? []),
    ...(course.facts.apply ? (project.institution.facts.contacts ?? []) : []),
  ];
  const best =
    contacts.find(({ role, email }) => role === 'apply' && email) ??
    contacts.find(({ role, email }) => (role === undefined || role === 'general') && email);
  return best?.email;
}

/** As it is printed: without the protocol and a closing slash. */
export function plainAddress(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

export function webHref(address: string): string {
  return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}
