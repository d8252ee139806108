import type { Message } from '../finding.ts';
import type { WebPromise } from '../promise.ts';
import { checkData } from './web-data.ts';
import { allElements, attribute, type OpenedPage, parsePage, visibleText } from './web-dom.ts';
import * as say from './web-messages.ts';

const CHECKS = [
  checkHead,
  checkHeadings,
  checkIds,
  checkLoads,
  checkAlternatives,
  checkFacts,
  checkData,
];

/** Reads a finished page of the web again, as a browser would, and holds it against what it promises. */
export async function checkWeb(html: string, promise: WebPromise): Promise<Message[]> {
  const root = await parsePage(html);
  const page = { elements: allElements(root), text: visibleText(root), promise };
  return CHECKS.flatMap((check) => check(page));
}

function checkHead({ elements, text, promise }: OpenedPage): Message[] {
  const { title, lang, draft } = promise;
  const one = (name: string) => elements.filter((element) => element.tagName === name);
  const found = one('title').map((element) => element.words)[0] ?? '';
  const language = one('html').map((element) => attribute(element, 'lang'))[0] ?? '';
  const landmarks = ['header', 'main', 'footer'].filter((name) => one(name).length !== 1);
  const hasPolicy = one('meta').some(
    (element) =>
      attribute(element, 'http-equiv') === 'Content-Security-Policy' &&
      attribute(element, 'content')?.startsWith("default-src 'none'"),
  );
  return [
    ...(found === title ? [] : [say.webTitleIsWrong(title, found)]),
    ...(language === lang ? [] : [say.webLanguageIsWrong(lang, language)]),
    ...landmarks.map(say.landmarkIsMissing),
    ...(hasPolicy ? [] : [say.policyIsMissing()]),
    ...(!draft || text.slice(0, 200).includes(draft) ? [] : [say.webDraftIsSilent()]),
  ];
}

function checkHeadings({ elements }: OpenedPage): Message[] {
  const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
  const firsts = levels.filter((level) => level === 1).length;
  const skipped = headings.find((_, i) => i > 0 && (levels[i] ?? 0) > (levels[i - 1] ?? 0) + 1);
  return [
    ...(firsts === 1 && levels[0] === 1 ? [] : [say.firstHeadingIsWrong(firsts)]),
    ...(skipped ? [say.headingIsSkipped(skipped.words)] : []),
    ...headings.filter(({ words }) => words === '').map(() => say.headingIsEmpty()),
  ];
}

/** Each id once, and everything that is referred to there. */
function checkIds({ elements }: OpenedPage): Message[] {
  const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
  const known = new Set(ids);
  const seen = new Set<string>();
  const twice = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  const wanted = elements.flatMap((element) => {
    const href = attribute(element, 'href');
    const named = ['aria-labelledby', 'aria-describedby', 'for', 'headers'];
    return [
      ...(href?.startsWith('#') ? [decodeURIComponent(href.slice(1))] : []),
      ...named.flatMap((name) => attribute(element, name)?.split(/\s+/) ?? []),
    ];
  });
  return [
    ...[...twice].map(say.idIsTwice),
    ...[...new Set(wanted)].filter((id) => !known.has(id)).map(say.webLinkLeadsNowhere),
  ];
}

/** Attributes by which a page loads something; a link that is followed loads nothing. */
const loading = ['src', 'srcset', 'poster', 'data', 'background', 'xlink:href', 'action', 'ping'];
const foreign = new Set(['iframe', 'frame', 'object', 'embed', 'base', 'form', 'link', 'template']);
const followed = /^(?:#|https?:\/\/|mailto:|tel:)/i;

/** Nothing is loaded, nothing runs. */
function checkLoads({ elements }: OpenedPage): Message[] {
  return elements.flatMap((element) => {
    const { tagName, attrs } = element;
    const isData = attribute(element, 'type') === 'application/ld+json';
    const href = attribute(element, 'href');
    const style = tagName === 'style' ? element.words : (attribute(element, 'style') ?? '');
    const outside = [...style.matchAll(/url\(\s*["']?(?!data:)([^"')]*)|@import[^;]*/g)];
    return [
      ...(foreign.has(tagName) || (tagName === 'script' && !isData) ? [say.mayNotBe(tagName)] : []),
      ...attrs.filter(({ name }) => name.startsWith('on')).map(({ name }) => say.mayNotBe(name)),
      ...attrs
        .filter(({ name, value }) => loading.includes(name) && !/^(?:data:image\/|#)/.test(value))
        .map(({ value }) => say.loadsFromOutside(value)),
      ...outside.map(([all]) => say.loadsFromOutside(all)),
      ...(tagName === 'a' && href !== undefined && !followed.test(href)
        ? [say.webLinkIsNotPublic(href)]
        : []),
    ];
  });
}

function checkAlternatives({ elements }: OpenedPage): Message[] {
  return elements.flatMap((element) => {
    const { tagName, words } = element;
    const isNamed = !!attribute(element, 'aria-label');
    if (tagName === 'img' && attribute(element, 'alt') === undefined) return [say.altIsMissing()];
    if (attribute(element, 'role') === 'img' && !isNamed) return [say.altIsMissing()];
    if (tagName === 'a' && words === '' && !isNamed) return [say.linkIsSilent()];
    return [];
  });
}

function checkFacts({ text, promise }: OpenedPage): Message[] {
  const missing: string[] = [];
  // Facts are promised in about the order of the page: each is looked for from the last one on.
  let from = 0;
  for (const fact of promise.facts) {
    const words = fact.replace(/\s+/gu, ' ').trim();
    const ahead = text.indexOf(words, from);
    const at = ahead < 0 ? text.indexOf(words) : ahead;
    if (at < 0) missing.push(fact);
    else from = at;
  }
  return missing.map(say.factIsMissing);
}
