import type { Message } from '../finding.ts';

/** What the check of a finished page of the web says. */

const REPORT =
  'Compare templates/formats/html/ and templates/partials/web/ of your project with the tool’s own; if you have none, report this as a fault of the tool.';

function error(what: string, message: string): Message {
  return { severity: 'error', code: `check/web-${what}`, message, hint: REPORT };
}

export const webTitleIsWrong = (promised: string, found: string): Message =>
  error('title', `The page’s title is "${found}" instead of "${promised}".`);

export const webLanguageIsWrong = (promised: string, found: string): Message =>
  error('language', `The page says that its language is "${found}" instead of "${promised}".`);

export const landmarkIsMissing = (name: string): Message =>
  error('landmark', `The page does not have exactly one element \`${name}\`.`);

export const policyIsMissing = (): Message =>
  error('policy', 'The page does not forbid to load anything (Content-Security-Policy).');

export const webDraftIsSilent = (): Message =>
  error('draft', 'The page is a draft and does not say so in its first line.');

export const firstHeadingIsWrong = (count: number): Message =>
  error('first-heading', `The page has ${count} headings h1; it needs one, before all others.`);

export const headingIsSkipped = (words: string): Message =>
  error('heading-level', `Before the heading "${words}" a level is left out.`);

export const headingIsEmpty = (): Message => error('heading-empty', 'A heading has no words.');

export const idIsTwice = (id: string): Message =>
  error('id-twice', `Two elements of the page have the id "${id}".`);

export const webLinkLeadsNowhere = (id: string): Message =>
  error('link-nowhere', `A link or label of the page refers to "${id}", which is not there.`);

export const webLinkIsNotPublic = (address: string): Message =>
  error('link-address', `A link of the page leads to "${address}", which nobody else can follow.`);

export const mayNotBe = (name: string): Message =>
  error('active', `The page has \`${name}\`, which may run or load something.`);

export const loadsFromOutside = (address: string): Message =>
  error(
    'outside',
    `The page would load "${address.slice(0, 60)}": it has to be whole in one file.`,
  );

export const altIsMissing = (): Message =>
  error('alternative', 'A picture of the page has no alternative text.');

export const linkIsSilent = (): Message => error('link-silent', 'A link of the page has no words.');

export const factIsMissing = (fact: string): Message =>
  error('fact', `The page does not show "${fact}".`);

export const dataIsMissing = (): Message =>
  error('data-missing', 'The page does not have one block of data for search engines (JSON-LD).');

export const dataIsNotReadable = (): Message =>
  error('data', 'The page’s data for search engines (JSON-LD) cannot be read.');

export const courseIsNotInData = (name: string): Message =>
  error('data-course', `The page’s data for search engines do not have the course "${name}".`);

export const dataDiffers = (name: string, what: string): Message =>
  error(
    'data-differs',
    `Of "${name}" the page’s data for search engines give other ${what} than the page.`,
  );
