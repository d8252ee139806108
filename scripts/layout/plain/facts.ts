import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { plainAddress, webHref } from '../apply.ts';
import type { FactRow } from '../fact-row.ts';
import { factRows } from '../facts.ts';
import { escapeHtml, factHtml, Html, joinHtml } from '../html.ts';
import type { Setting } from '../setting.ts';
import { labelled } from './tables.ts';

/** A fact whose label and value are one run of text. */
export interface PlainRow {
  key: string;
  label: string;
  value: Html;
}

/**
 * All facts of a course, whatever the piece has room for in its standard format: nobody gets less
 * for asking for large print.
 */
export function plainRows(course: Source<CourseFacts>, setting: Setting): PlainRow[] {
  return [...factRows(course, setting), ...otherRows(course, setting)].map((row) => ({
    key: row.key,
    label: labelled(row.label, setting.say),
    value: oneRun(row),
  }));
}

/** Amount and meaning of a fee in one; values that are not one, each a sentence. */
function oneRun({ amount, value }: FactRow): Html {
  const apart = value.html.replace(
    /([^<])((?:<\/span>)*) <\/span>(?=<span class="value">)/g,
    (_, last: string, ends: string) => `${last}${ends}${/[.;:!?]/.test(last) ? '' : '.'} </span>`,
  );
  const sum = amount && new Html(`<span class="amount">${amount.html}</span>`);
  return sum ? joinHtml([sum, new Html(apart)], ' ') : new Html(apart);
}

/** What the standard formats say beside their rows, or leave to a register. */
function otherRows(
  { slug, facts }: Source<CourseFacts>,
  { say, numbers, project }: Setting,
): FactRow[] {
  const subjects = [facts.subject ?? []].flat();
  const ukprn = facts.ukprn ?? project.institution.facts.ukprn;
  const rules = facts.regulations;
  const row = (key: string, value: Html | undefined): FactRow[] =>
    value ? [{ key, label: say(key), value }] : [];
  const text = (key: string, words: string | undefined) =>
    words ? factHtml(slug, key, words) : undefined;
  return [
    ...row('faculty', text('faculty', facts.faculty)),
    ...row('subject', text('subject', numbers.clauses(subjects))),
    ...row('regulations', rules ? linkTo(slug, rules) : undefined),
    ...row('ukprn', text('ukprn', ukprn === undefined ? undefined : String(ukprn))),
  ];
}

function linkTo(slug: string, address: string): Html {
  const words = factHtml(slug, 'regulations', plainAddress(address));
  return new Html(`<a href="${escapeHtml(webHref(address))}">${words.html}</a>`);
}
